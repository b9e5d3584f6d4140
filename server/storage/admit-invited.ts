/**
 * Letting people in by an invitation: whether it is open, and the one statement
 * that counts a use, in one transaction with what it makes.
 */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Newcomer } from '../people/invitation-store.ts'
import type { Tables } from './schema.ts'

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
    await insertMember(trx, { ...used, ...newcomer }, nowMs)
    return true
  })
}

/** As InvitationStore has it. */
export function admitPerson(
  db: Kysely<Tables>,
  tokenHash: string,
  person: Pick<MemberRow, 'userId' | 'memberId'>,
  nowMs: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const used = await useOnce(trx, tokenHash, nowMs)
    if (!used) return false
    const isNew = await insertMember(trx, { ...used, ...person }, nowMs)
    if (!isNew) await giveUseBack(trx, tokenHash)
    return true
  })
}

/** The one statement that decides: of many at once, those after the last use find none left. */
async function useOnce(
  trx: Kysely<Tables>,
  tokenHash: string,
  nowMs: number,
): Promise<{ readonly schoolId: SchoolId; readonly role: InvitedRole } | null> {
  const row = await trx
    .updateTable('invitation')
    .set(({ eb }) => ({ uses: eb('uses', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where((where) => isOpen(where, nowMs))
    .returning(['school_id as schoolId', 'role'])
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
  await trx
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      user_id: userId,
      created_at_ms: session.createdAtMs,
      expires_at_ms: session.expiresAtMs,
    })
    .execute()
}

interface MemberRow {
  readonly memberId: MemberId
  readonly schoolId: SchoolId
  readonly userId: UserId
  readonly role: InvitedRole
}

/** false when this person is a member already. */
async function insertMember(
  trx: Kysely<Tables>,
  { memberId, schoolId, userId, role }: MemberRow,
  nowMs: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('member')
    .values({ id: memberId, school_id: schoolId, user_id: userId, role, created_at_ms: nowMs })
    .onConflict((conflict) => conflict.columns(['school_id', 'user_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
