/**
 * Making somebody a member, by whichever door. A member stays what they are; one whose
 * membership is over by itself comes again, as what the door gives; who is suspended stays out.
 */
import type { Kysely } from 'kysely'
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import { appendAudit } from './append-audit.ts'
import { holdsAt } from './membership-query.ts'
import type { Tables } from './schema.ts'

/** What a door gives; absent: nothing. */
export interface NewMembership {
  /** Of one who is new here. */
  readonly memberId: MemberId
  readonly schoolId: SchoolId
  readonly userId: UserId
  readonly role: Role
  readonly defaultRight?: PlanRight | null
  /** A guest's: when it is over, and by which link they came. */
  readonly expiresAtMs?: number | null
  readonly guestOf?: InvitationId | null
}

export type Admitted =
  | { readonly kind: 'came'; readonly memberId: MemberId }
  | { readonly kind: 'is-here' }
  | { readonly kind: 'kept-out' }

/** Within a transaction that holds the school (append-audit.ts). */
export async function admitMember(
  trx: Kysely<Tables>,
  given: NewMembership,
  nowMs: number,
): Promise<Admitted> {
  const { memberId, schoolId, userId } = given
  const row = {
    role: given.role,
    default_right: given.defaultRight ?? null,
    expires_at_ms: given.expiresAtMs ?? null,
    invitation_id: given.guestOf ?? null,
  }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('member')
    .values({ id: memberId, school_id: schoolId, user_id: userId, created_at_ms: nowMs, ...row })
    .onConflict((conflict) => conflict.columns(['school_id', 'user_id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return { kind: 'came', memberId }

  const renewed = await trx
    .updateTable('member')
    .set(row)
    .where('school_id', '=', schoolId)
    .where('user_id', '=', userId)
    .where('suspended_at_ms', 'is', null)
    .where('expires_at_ms', '<=', nowMs)
    .returning('id')
    .executeTakeFirst()
  if (renewed) return { kind: 'came', memberId: renewed.id }

  const here = await trx
    .selectFrom('member')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('user_id', '=', userId)
    .where((where) => holdsAt(where, nowMs))
    .executeTakeFirst()
  return here ? { kind: 'is-here' } : { kind: 'kept-out' }
}

/** Would admitMember keep this person out? As InvitationStore has it. */
export async function isSuspended(
  db: Kysely<Tables>,
  schoolId: SchoolId,
  userId: UserId,
): Promise<boolean> {
  const row = await db
    .selectFrom('member')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('user_id', '=', userId)
    .where('suspended_at_ms', 'is not', null)
    .where('erased_at_ms', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The line in the trail of one who came in by an invitation. */
export function tellInvited(
  trx: Kysely<Tables>,
  invitation: {
    readonly schoolId: SchoolId
    readonly invitationId: InvitationId
    readonly role: Role
  },
  memberId: MemberId,
  nowMs: number,
): Promise<void> {
  const { schoolId, invitationId, role } = invitation
  return appendAudit(trx, {
    schoolId,
    atMs: nowMs,
    actorId: memberId,
    deed: 'invitation-used',
    objectId: invitationId,
    facts: { memberId, role },
  })
}
