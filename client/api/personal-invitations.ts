/** Coming in by an invitation that is meant for one's own address. */
import type { AcceptPersonal, PersonalLook } from '../../shared/api/personal-invitations.ts'
import type { SignedInTo } from '../../shared/api/sign-in.ts'
import { request } from './request.ts'

/** Whom it is meant for, and who opens it. Spends nothing. */
export function lookAtPersonal(token: string): Promise<PersonalLook> {
  return request('/api/personal-invitations/look', { method: 'POST', body: { token } })
}

/** Becomes a member; a newcomer is signed in by it. */
export function acceptPersonal(accept: AcceptPersonal): Promise<SignedInTo> {
  return request('/api/personal-invitations/accept', { method: 'POST', body: accept })
}
