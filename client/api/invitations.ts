/** Invitations: making, seeing and revoking them, and coming in by one. */
import type {
  InvitationList,
  InvitationLook,
  Join,
  JoinDone,
  NewInvitation,
  NewInvitationDone,
} from '../../shared/api/invitations.ts'
import { request } from './request.ts'

/** The open invitations of the plan's school, newest first. */
export function fetchInvitations(planId: string): Promise<InvitationList> {
  return request(`/api/plans/${planId}/invitations`)
}

/** Makes a link that leads to this plan. It is told this once. */
export function makeInvitation(
  planId: string,
  invitation: NewInvitation,
): Promise<NewInvitationDone> {
  return request(`/api/plans/${planId}/invitations`, { method: 'POST', body: invitation })
}

/** Nobody new comes in by it from now on. */
export function revokeInvitation(invitationId: string): Promise<void> {
  return request(`/api/invitations/${invitationId}/revoke`, { method: 'POST' })
}

/** Nobody new comes in by it, and the guests who came in are out at once. */
export function endInvitation(invitationId: string): Promise<void> {
  return request(`/api/invitations/${invitationId}/end`, { method: 'POST' })
}

/** Whose invitation it is and where it leads. Spends nothing. */
export function lookAtInvitation(token: string): Promise<InvitationLook> {
  return request('/api/invitations/look', { method: 'POST', body: { token } })
}

/** Becomes a member; a newcomer is signed in by it. */
export function joinSchool(join: Join): Promise<JoinDone> {
  return request('/api/invitations/join', { method: 'POST', body: join })
}
