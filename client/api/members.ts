/** The members of a school, and what its coordinators do with them. */
import type { Role } from '../../shared/access/policy.ts'
import type { MemberList } from '../../shared/api/members.ts'
import type {
  NewPersonalInvitation,
  NewPersonalInvitationDone,
  PersonalInvitationList,
} from '../../shared/api/personal-invitations.ts'
import type { MemberLink } from '../../shared/api/sign-in.ts'
import { request } from './request.ts'

/** In the order they came. */
export function fetchMembers(schoolId: string): Promise<MemberList> {
  return request(`/api/schools/${encodeURIComponent(schoolId)}/members`)
}

export function changeRole(memberId: string, role: Role): Promise<void> {
  return request(`/api/members/${memberId}/role`, { method: 'PUT', body: { role } })
}

/** What the school calls them. */
export function renameMember(memberId: string, name: string): Promise<void> {
  return request(`/api/members/${memberId}/name`, { method: 'PUT', body: { name } })
}

/** 'suspend': closed out at once. 'restore': let in again. 'remove': no longer of the school. */
export type MemberDeed = 'suspend' | 'restore' | 'remove'

export function doWithMember(memberId: string, deed: MemberDeed): Promise<void> {
  return request(`/api/members/${memberId}/${deed}`, { method: 'POST' })
}

/** A link that signs this member in. It is told this once. */
export function makeMemberLink(memberId: string): Promise<MemberLink> {
  return request(`/api/members/${memberId}/sign-in-link`, { method: 'POST' })
}

/** The open invitations that are meant for one address each, newest first. */
export function fetchPersonalInvitations(schoolId: string): Promise<PersonalInvitationList> {
  return request(`/api/schools/${encodeURIComponent(schoolId)}/personal-invitations`)
}

/** Sends a letter, or tells the link where none can be sent. */
export function invitePerson(
  schoolId: string,
  invitation: NewPersonalInvitation,
): Promise<NewPersonalInvitationDone> {
  return request(`/api/schools/${schoolId}/personal-invitations`, {
    method: 'POST',
    body: invitation,
  })
}

export function revokePersonalInvitation(invitationId: string): Promise<void> {
  return request(`/api/personal-invitations/${invitationId}/revoke`, { method: 'POST' })
}
