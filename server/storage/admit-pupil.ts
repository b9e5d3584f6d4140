/**
 * Letting pupils in by a door: whether it is open, and the one statement that counts a
 * use, in one transaction with what it makes.
 */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { MemberId, PlanId, PupilDoorId, SchoolId } from '../../shared/ids.ts'
import { nameKey } from '../pupils/pupil-name.ts'
import type { ComeInOutcome, NewPupil } from '../pupils/pupil-store.ts'
import { appendAudit, holdSchool } from './append-audit.ts'
import { holdsAt, memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'
import { sessionRow } from './session-row.ts'

/** May it let somebody in at this moment? */
export function isOpenDoor(where: ExpressionBuilder<Tables, 'pupil_door'>, nowMs: number) {
  return where.and([
    where('pupil_door.closed_at_ms', 'is', null),
    where('pupil_door.expires_at_ms', '>', nowMs),
    where('pupil_door.uses', '<', where.ref('pupil_door.max_uses')),
    where.exists(
      where
        .selectFrom('plan')
        .select('plan.id')
        .whereRef('plan.id', '=', 'pupil_door.plan_id')
        .where('plan.state', '!=', 'deleted'),
    ),
    where.exists(
      where
        .selectFrom('school')
        .select('school.id')
        .whereRef('school.id', '=', 'pupil_door.school_id')
        .where((school) =>
          school.or([
            school('school.expires_at_ms', 'is', null),
            school('school.expires_at_ms', '>', nowMs),
          ]),
        ),
    ),
  ])
}

/** As PupilStore has it. */
export function admitNewPupil(
  db: Kysely<Tables>,
  doorId: PupilDoorId,
  pupil: NewPupil,
  nowMs: number,
): Promise<ComeInOutcome> {
  return db.transaction().execute(async (trx) => {
    const used = await useOnce(trx, doorId, nowMs)
    if (!used) return 'not-open'
    if (await isNameTaken(trx, used, pupil.name, nowMs)) {
      await giveUseBack(trx, doorId)
      return 'name-taken'
    }
    const { userId, memberId, name, language } = pupil
    await trx
      .insertInto('user')
      .values({ id: userId, name, language, created_at_ms: nowMs })
      .execute()
    await trx
      .insertInto('member')
      .values({
        id: memberId,
        school_id: used.schoolId,
        user_id: userId,
        role: 'pupil',
        created_at_ms: nowMs,
      })
      .execute()
    await trx
      .insertInto('return_code')
      .values({ user_id: userId, code_hash: pupil.returnCodeHash, made_at_ms: nowMs })
      .execute()
    await trx.insertInto('session').values(sessionRow(pupil.session)).execute()
    await openPlan(trx, used, memberId, nowMs)
    return 'in'
  })
}

/** As PupilStore has it. */
export function admitKnownPupil(
  db: Kysely<Tables>,
  doorId: PupilDoorId,
  memberId: MemberId,
  nowMs: number,
): Promise<'in' | 'not-open'> {
  return db.transaction().execute(async (trx) => {
    const used = await useOnce(trx, doorId, nowMs)
    if (!used) return 'not-open'
    const member = await trx
      .selectFrom('member')
      .select('id')
      .where('id', '=', memberId)
      .where('school_id', '=', used.schoolId)
      .where('role', '=', 'pupil')
      .where((where) => holdsAt(where, nowMs))
      .executeTakeFirst()
    const known = await trx
      .selectFrom('plan_right')
      .select('plan_right')
      .where('plan_id', '=', used.planId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
    // To whom the plan was shut by name it is not opened by a code.
    if (!member || known) await giveUseBack(trx, doorId)
    else await openPlan(trx, used, memberId, nowMs)
    return member && known?.plan_right !== 'none' ? 'in' : 'not-open'
  })
}

interface Used {
  readonly doorId: PupilDoorId
  readonly schoolId: SchoolId
  readonly planId: PlanId
}

/** The one statement that decides: of many at once, those after the last use find none left. */
async function useOnce(
  trx: Kysely<Tables>,
  doorId: PupilDoorId,
  nowMs: number,
): Promise<Used | null> {
  // Before the door is held: all who write a trail hold its head first.
  const found = await trx
    .selectFrom('pupil_door')
    .select('school_id')
    .where('id', '=', doorId)
    .executeTakeFirst()
  if (!found) return null
  await holdSchool(trx, found.school_id)
  const row = await trx
    .updateTable('pupil_door')
    .set(({ eb }) => ({ uses: eb('uses', '+', 1) }))
    .where('id', '=', doorId)
    .where((where) => isOpenDoor(where, nowMs))
    .returning(['id as doorId', 'school_id as schoolId', 'plan_id as planId'])
    .executeTakeFirst()
  return row ?? null
}

async function giveUseBack(trx: Kysely<Tables>, doorId: PupilDoorId): Promise<void> {
  await trx
    .updateTable('pupil_door')
    .set(({ eb }) => ({ uses: eb('uses', '-', 1) }))
    .where('id', '=', doorId)
    .execute()
}

/** By a pupil of this plan, or by an adult of the school: nobody comes in as the head. */
async function isNameTaken(
  trx: Kysely<Tables>,
  { schoolId, planId }: Used,
  name: string,
  nowMs: number,
): Promise<boolean> {
  const rows = await trx
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .leftJoin('plan_right', (join) =>
      join.onRef('plan_right.member_id', '=', 'member.id').on('plan_right.plan_id', '=', planId),
    )
    .select((where) => memberName(where).as('name'))
    .where('member.school_id', '=', schoolId)
    .where((where) => holdsAt(where, nowMs))
    .where((where) =>
      where.or([
        where('member.role', '!=', 'pupil'),
        where('plan_right.plan_right', 'is not', null),
      ]),
    )
    .execute()
  return rows.some((row) => nameKey(row.name) === nameKey(name))
}

async function openPlan(
  trx: Kysely<Tables>,
  { doorId, schoolId, planId }: Used,
  memberId: MemberId,
  nowMs: number,
): Promise<void> {
  await trx
    .insertInto('plan_right')
    .values({ plan_id: planId, member_id: memberId, plan_right: 'read' })
    .execute()
  await appendAudit(trx, {
    schoolId,
    atMs: nowMs,
    actorId: memberId,
    deed: 'pupil-came-in',
    objectId: doorId,
    facts: { memberId, planId },
  })
}
