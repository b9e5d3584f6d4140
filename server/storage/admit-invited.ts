/**
 * Letting people in by an invitation: whether it is open, and the one statement
 * that counts a use, in one transaction with what it makes.
 */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Newcomer } from '../people/invitation-store.ts'
import { appendAudit, holdSchool } from './append-audit.ts'
import { holdsAt } from './membership-query.ts'
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
    await insertMember(trx, { ...used, ...newcomer }, nowMs)
    await tellOf(trx, used, newcomer.memberId, nowMs)
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
    const memberId = await findOver(trx, used.schoolId, person.userId, nowMs)
    const member = { ...used, ...person, ...(memberId ? { memberId } : {}) }
    const isIn = memberId ? await renew(trx, member) : await insertMember(trx, member, nowMs)
    if (isIn) await tellOf(trx, used, member.memberId, nowMs)
    else await giveUseBack(trx, tokenHash)
    return isIn || (await holds(trx, member, nowMs))
  })
}

interface Used {
  readonly invitationId: InvitationId
  readonly schoolId: SchoolId
  readonly role: InvitedRole
  readonly defaultRight: PlanRight | null
  /** Of the invitation: a guest's membership ends with it. */
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

interface MemberRow extends Used {
  readonly memberId: MemberId
  readonly userId: UserId
}

/** What the invitation gives. */
function given({ role, defaultRight, expiresAtMs, invitationId }: MemberRow) {
  return {
    role,
    invitation_id: role === 'guest' ? invitationId : null,
    default_right: defaultRight,
    expires_at_ms: role === 'guest' ? expiresAtMs : null,
  }
}

/** false when this person is a member already. */
async function insertMember(
  trx: Kysely<Tables>,
  member: MemberRow,
  nowMs: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('member')
    .values({
      id: member.memberId,
      school_id: member.schoolId,
      user_id: member.userId,
      created_at_ms: nowMs,
      ...given(member),
    })
    .onConflict((conflict) => conflict.columns(['school_id', 'user_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** A membership of this person that is over by itself, and was not suspended; null: none. */
async function findOver(
  trx: Kysely<Tables>,
  schoolId: SchoolId,
  userId: UserId,
  nowMs: number,
): Promise<MemberId | null> {
  const row = await trx
    .selectFrom('member')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('user_id', '=', userId)
    .where('suspended_at_ms', 'is', null)
    .where('expires_at_ms', '<=', nowMs)
    .executeTakeFirst()
  return row?.id ?? null
}

/** They come again, as whom the invitation says. */
async function renew(trx: Kysely<Tables>, member: MemberRow): Promise<true> {
  await trx.updateTable('member').set(given(member)).where('id', '=', member.memberId).execute()
  return true
}

async function holds(
  trx: Kysely<Tables>,
  { schoolId, userId }: Pick<MemberRow, 'schoolId' | 'userId'>,
  nowMs: number,
): Promise<boolean> {
  const row = await trx
    .selectFrom('member')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('user_id', '=', userId)
    .where((where) => holdsAt(where, nowMs))
    .executeTakeFirst()
  return row !== undefined
}

function tellOf(
  trx: Kysely<Tables>,
  { schoolId, invitationId, role }: Used,
  memberId: MemberId,
  nowMs: number,
): Promise<void> {
  return appendAudit(trx, {
    schoolId,
    atMs: nowMs,
    actorId: memberId,
    deed: 'invitation-used',
    objectId: invitationId,
    facts: { memberId, role },
  })
}
