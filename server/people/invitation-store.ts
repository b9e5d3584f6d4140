/**
 * Port: invitations, and letting people in by them.
 *
 * server/storage implements it. An invitation is open while it is not revoked,
 * has not expired, has uses left, and its plan and school are there. Whether it
 * lets somebody in is decided by one statement that counts the use, in one
 * transaction with what it makes: of twenty at once three come in when three may.
 */
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { InvitationId, MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Session } from './people-store.ts'
import type { NewMember } from './school-store.ts'

export interface NewInvitation {
  readonly invitationId: InvitationId
  readonly tokenHash: string
  readonly schoolId: SchoolId
  /** Where it leads. */
  readonly planId: PlanId
  readonly role: InvitedRole
  /** As member.default_right of whom it lets in; null: what is usual for the role. */
  readonly defaultRight: PlanRight | null
  /** What its maker calls it; null: nothing. */
  readonly label: string | null
  readonly madeBy: UserId
  readonly madeByMember: MemberId
  readonly createdAtMs: number
  readonly expiresAtMs: number
  readonly maxUses: number
}

/** An open one, as those may see it who share the plan. */
export interface OpenInvitation {
  readonly invitationId: InvitationId
  readonly planId: PlanId
  readonly planTitle: string
  readonly role: InvitedRole
  readonly defaultRight: PlanRight | null
  readonly label: string | null
  readonly madeBy: string | null
  readonly expiresAtMs: number
  readonly maxUses: number
  readonly uses: number
}

/** What its token tells of an invitation. */
export interface FoundInvitation {
  readonly schoolId: SchoolId
  readonly schoolName: string
  readonly schoolTimeZone: string
  /** When the example school is thrown away; null: a real school. */
  readonly schoolExpiresAtMs: number | null
  readonly planId: PlanId
  readonly planTitle: string
  readonly role: InvitedRole
  readonly defaultRight: PlanRight | null
  readonly label: string | null
  readonly expiresAtMs: number
  readonly inviterName: string | null
  readonly isOpen: boolean
}

/** Somebody who is new here; the invitation gives the role. */
export interface Newcomer extends Omit<NewMember, 'role'> {
  readonly session: Session
}

export interface InvitationStore {
  /** false, and nothing done, when the school has `maxOpen` open ones. */
  addInvitation(invitation: NewInvitation, maxOpen: number): Promise<boolean>
  /** The open ones of a school, newest first. */
  listOpen(schoolId: SchoolId, nowMs: number): Promise<readonly OpenInvitation[]>
  /** The school whose invitation it is; null when there is none of this id. */
  findSchoolOf(invitationId: string): Promise<SchoolId | null>
  /** Open or not; null when there never was one, or its school is gone. */
  findByToken(tokenHash: string, nowMs: number): Promise<FoundInvitation | null>
  /** Does the school keep this person out, so that no invitation lets them in? */
  isSuspended(schoolId: SchoolId, userId: UserId): Promise<boolean>
  /** Nobody comes in by it from now on. Done again it stays as it was. */
  revoke(invitationId: string, by: MemberId, nowMs: number): Promise<void>
  /** Revokes it, and ends the membership of the guests who came in by it. Returns who they are. */
  end(invitationId: string, by: MemberId, nowMs: number): Promise<readonly UserId[]>
  /**
   * Makes the person, their membership and session; false, and nothing done, when it is not open.
   */
  admitNewcomer(tokenHash: string, newcomer: Newcomer, nowMs: number): Promise<boolean>
  /**
   * Makes somebody we know a member; a member already stays one, with no use counted, and one
   * whose time was over comes again. false, and nothing done, when it is not open or they are
   * suspended.
   */
  admitPerson(
    tokenHash: string,
    person: { readonly userId: UserId; readonly memberId: MemberId },
    nowMs: number,
  ): Promise<boolean>
}
