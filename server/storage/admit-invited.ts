/**
 * Letting people in by an invitation: whether it is open, and the one statement
 * that counts a use, in one transaction with what it makes.
 */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Newcomer } from '../people/invitation-store.ts'
import { admitMember, type NewMembership, tellInvited } from './admit-member.ts'
import { holdSchool } from './append-audit.ts'
import type { Tables } from './schema.ts'
import { sessionRow } from './session-row.ts'

/** May it let somebody in at this moment? */
export function isOpen(where: ExpressionBuilder<Tables, 'invitation'>, nowMs: number) {
  return where.and([
    where('invitation.revoked_at_ms', 'is', null),
    where('invitation.expires_at_ms', '>', nowMs),
    where('invitation.uses', '<', where.ref('invitation.max_uses')),
    where.exists(
      where
        .selectFrom('plan')
        .select('plan.id')
        .whereRef('plan.id', '=', 'invitation.plan_id')
        .where('plan.state', '!=', 'deleted'),
    ),
    where.exists(
      where
        .selectFrom('school')
        .select('school.id')
        .whereRef('school.id', '=', 'invitation.school_id')
        .where((school) =>
          school.or([
            school('school.expires_at_ms', 'is', null),
            school('school.expires_at_ms', '>', nowMs),
          ]),
        ),
    ),
  ])
}

/** As InvitationStore has it. */
export function admitNewcomer(
  db: Kysely<Tables>,
  tokenHash: string,
  newcomer: Newcomer,
  nowMs: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const used = await useOnce(trx, tokenHash, nowMs)
    if (!used) return false
    await insertNewcomer(trx, newcomer, nowMs)
    await admitMember(trx, given(used, newcomer), nowMs)
    await tellInvited(trx, used, newcomer.memberId, nowMs)
    return true
  })
}

/** As InvitationStore has it. */
export function admitPerson(
  db: Kysely<Tables>,
  tokenHash: string,
  person: { readonly userId: UserId; readonly memberId: MemberId },
  nowMs: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const used = await useOnce(trx, tokenHash, nowMs)
    if (!used) return false
    const admitted = await admitMember(trx, given(used, person), nowMs)
    if (admitted.kind === 'came') await tellInvited(trx, used, admitted.memberId, nowMs)
    else await giveUseBack(trx, tokenHash)
    return admitted.kind !== 'kept-out'
  })
}

interface Used {
  readonly invitationId: InvitationId
  readonly schoolId: SchoolId
  readonly role: InvitedRole
  readonly defaultRight: PlanRight | null
  /** Of the invitation. */
  readonly expiresAtMs: number
}

/** The one statement that decides: of many at once, those after the last use find none left. */
async function useOnce(
  trx: Kysely<Tables>,
  tokenHash: string,
  nowMs: number,
): Promise<Used | null> {
  // Before the invitation is held: all who write a trail hold its head first.
  const found = await trx
    .selectFrom('invitation')
    .select('school_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!found) return null
  await holdSchool(trx, found.school_id)
  const row = await trx
    .updateTable('invitation')
    .set(({ eb }) => ({ uses: eb('uses', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where((where) => isOpen(where, nowMs))
    .returning([
      'id as invitationId',
      'school_id as schoolId',
      'role',
      'default_right as defaultRight',
      'expires_at_ms as expiresAtMs',
    ])
    .executeTakeFirst()
  return row ?? null
}

async function giveUseBack(trx: Kysely<Tables>, tokenHash: string): Promise<void> {
  await trx
    .updateTable('invitation')
    .set(({ eb }) => ({ uses: eb('uses', '-', 1) }))
    .where('token_hash', '=', tokenHash)
    .execute()
}

async function insertNewcomer(
  trx: Kysely<Tables>,
  { userId, name, language, session }: Newcomer,
  nowMs: number,
): Promise<void> {
  await trx
    .insertInto('user')
    .values({ id: userId, name, language, created_at_ms: nowMs })
    .execute()
  await trx.insertInto('session').values(sessionRow(session)).execute()
}

/** What the invitation gives this person. A guest's membership ends with it. */
function given(
  { schoolId, role, defaultRight, expiresAtMs, invitationId }: Used,
  { userId, memberId }: { readonly userId: UserId; readonly memberId: MemberId },
): NewMembership {
  const ofGuest = role === 'guest' ? { expiresAtMs, guestOf: invitationId } : {}
  return { memberId, schoolId, userId, role, defaultRight, ...ofGuest }
}
