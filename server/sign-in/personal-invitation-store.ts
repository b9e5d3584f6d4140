/**
 * Port: invitations meant for one e-mail address.
 *
 * server/storage implements it. One is open while it is neither used nor revoked
 * nor over, and its school is there; the statement that uses it decides, in one
 * transaction with what it makes.
 */
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'

export interface NewPersonal {
  readonly invitationId: InvitationId
  readonly tokenHash: string
  readonly schoolId: SchoolId
  readonly email: string
  readonly name: string
  readonly role: InvitedRole
  /** null: whoever runs the server. */
  readonly madeBy: UserId | null
  readonly madeByMember: MemberId | null
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

export interface OpenPersonal {
  readonly invitationId: InvitationId
  readonly email: string
  readonly name: string
  readonly role: InvitedRole
  readonly expiresAtMs: number
}

export interface FoundPersonal extends OpenPersonal {
  readonly schoolId: SchoolId
  readonly schoolName: string
  readonly inviterName: string | null
  /** Neither used nor revoked nor over. */
  readonly isOpen: boolean
  /** Was its link sent to the address, and shown to nobody else? */
  readonly isMailed: boolean
}

export interface PersonalNewcomer {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly language: Language
  /** When the address is known to be theirs; null: they may sign in by it, and no link is sent to it. */
  readonly emailConfirmedAtMs: number | null
}

export interface PersonalInvitationStore {
  /**
   * Takes the place of open ones to the same address. 'too-many': the school has `maxOpen` open
   * ones; 'already-member': the address is a member's. Then nothing is done.
   */
  add(invitation: NewPersonal, maxOpen: number): Promise<'made' | 'too-many' | 'already-member'>
  markMailed(invitationId: InvitationId, nowMs: number): Promise<void>
  /** Newest first. */
  listOpen(schoolId: SchoolId, nowMs: number): Promise<readonly OpenPersonal[]>
  findSchoolOf(invitationId: string): Promise<SchoolId | null>
  /** Does the school keep this person out, so that no invitation lets them in? */
  isSuspended(schoolId: SchoolId, userId: UserId): Promise<boolean>
  /** Open or not; null when there never was one, or its school is gone. */
  find(tokenHash: string, nowMs: number): Promise<FoundPersonal | null>
  revoke(invitationId: string, by: MemberId, nowMs: number): Promise<void>
  /**
   * Makes the person with the address, and a member. 'email-taken': nothing done. A confirmed address
   * is taken from an account that never confirmed it.
   */
  admitNewcomer(
    tokenHash: string,
    newcomer: PersonalNewcomer,
    nowMs: number,
  ): Promise<'in' | 'not-open' | 'email-taken'>
  /** Makes somebody we know a member; a member already stays what they are. */
  admitPerson(
    tokenHash: string,
    person: { readonly userId: UserId; readonly memberId: MemberId },
    nowMs: number,
  ): Promise<'in' | 'not-open'>
}
