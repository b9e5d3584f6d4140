/** PupilStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { MemberId, PupilDoorId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'
import type { PupilStore } from '../pupils/pupil-store.ts'
import { admitKnownPupil, admitNewPupil, isOpenDoor } from './admit-pupil.ts'
import { appendAudit, holdSchool } from './append-audit.ts'
import { holdsAt, memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

export function createKyselyPupilStore(db: Kysely<Tables>): PupilStore {
  return {
    addDoor(door, maxOpen, by) {
      const { doorId, schoolId, planId, expiresAtMs, maxUses } = door
      return db.transaction().execute(async (trx) => {
        await holdSchool(trx, schoolId)
        const { open } = await trx
          .selectFrom('pupil_door')
          .select(({ fn }) => fn.countAll<number>().as('open'))
          .where('school_id', '=', schoolId)
          .where((where) => isOpenDoor(where, by.atMs))
          .executeTakeFirstOrThrow()
        if (open >= maxOpen) return 'too-many'
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('pupil_door')
          .values({
            id: doorId,
            code: door.code,
            token: door.token,
            school_id: schoolId,
            plan_id: planId,
            label: door.label,
            created_at_ms: by.atMs,
            expires_at_ms: expiresAtMs,
            max_uses: maxUses,
            uses: 0,
            closed_at_ms: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows !== 1n) return 'code-taken'
        const told = { schoolId, atMs: by.atMs, actorId: by.memberId, objectId: doorId }
        const facts = { planId, maxUses, expiresAtMs }
        await appendAudit(trx, { ...told, deed: 'pupil-door-opened', facts })
        return 'made'
      })
    },

    async listOpenDoors(planId, nowMs) {
      const rows = await db
        .selectFrom('pupil_door')
        .select(['id as doorId', 'code', 'token', 'label', 'uses'])
        .select(['expires_at_ms as expiresAtMs', 'max_uses as maxUses'])
        .where('plan_id', '=', planId)
        .where((where) => isOpenDoor(where, nowMs))
        .orderBy('created_at_ms', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(({ code, token, ...row }) => ({
        ...row,
        code: code ?? '',
        token: token ?? '',
      }))
    },

    async findPlanOf(doorId) {
      const row = await db
        .selectFrom('pupil_door')
        .select('plan_id')
        .where('id', '=', doorId as PupilDoorId)
        .executeTakeFirst()
      return row?.plan_id ?? null
    },

    closeDoor: (doorId, by) => closeDoor(db, doorId as PupilDoorId, by),

    async findOpen(by, nowMs) {
      const row = await db
        .selectFrom('pupil_door')
        .innerJoin('school', 'school.id', 'pupil_door.school_id')
        .select([
          'pupil_door.id as doorId',
          'pupil_door.school_id as schoolId',
          'pupil_door.plan_id as planId',
          'school.time_zone as schoolTimeZone',
          'school.expires_at_ms as schoolExpiresAtMs',
        ])
        .where((where) =>
          'code' in by
            ? where('pupil_door.code', '=', by.code)
            : where('pupil_door.token', '=', by.token),
        )
        .where((where) => isOpenDoor(where, nowMs))
        .executeTakeFirst()
      return row ?? null
    },

    async forgetCodes(nowMs) {
      await db
        .updateTable('pupil_door')
        .set({ code: null, token: null })
        .where('code', 'is not', null)
        .where((where) => where.not(isOpenDoor(where, nowMs)))
        .execute()
    },

    admitNewcomer: (doorId, pupil, nowMs) => admitNewPupil(db, doorId, pupil, nowMs),
    admitPupil: (doorId, memberId, nowMs) => admitKnownPupil(db, doorId, memberId, nowMs),

    listPupils(planId, nowMs) {
      return db
        .selectFrom('plan_right')
        .innerJoin('member', 'member.id', 'plan_right.member_id')
        .innerJoin('user', 'user.id', 'member.user_id')
        .select((where) => ['member.id as memberId', memberName(where).as('name')])
        .select('member.created_at_ms as createdAtMs')
        .where('plan_right.plan_id', '=', planId)
        .where('plan_right.plan_right', '!=', 'none')
        .where('member.role', '=', 'pupil')
        .where((where) => holdsAt(where, nowMs))
        .orderBy('member.created_at_ms')
        .orderBy('member.id')
        .execute()
    },

    async listPlansOf(userId) {
      const rows = await db
        .selectFrom('plan_right')
        .innerJoin('member', 'member.id', 'plan_right.member_id')
        .innerJoin('plan', 'plan.id', 'plan_right.plan_id')
        .select('plan.id')
        .where('member.user_id', '=', userId)
        .where('member.role', '=', 'pupil')
        .where('plan_right.plan_right', '!=', 'none')
        .where('plan.state', '!=', 'deleted')
        .execute()
      return rows.map(({ id }) => id)
    },

    async findByReturnCode(codeHash) {
      const row = await db
        .selectFrom('return_code')
        .select('user_id')
        .where('code_hash', '=', codeHash)
        .executeTakeFirst()
      return row?.user_id ?? null
    },

    renewReturnCode: (memberId, codeHash, by) => renewReturnCode(db, memberId, codeHash, by),
  }
}

async function closeDoor(db: Kysely<Tables>, doorId: PupilDoorId, by: By): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('pupil_door')
      .select('school_id')
      .where('id', '=', doorId)
      .executeTakeFirst()
    if (!found) return
    await holdSchool(trx, found.school_id)
    const { numUpdatedRows } = await trx
      .updateTable('pupil_door')
      .set({ closed_at_ms: by.atMs, code: null, token: null })
      .where('id', '=', doorId)
      .where('closed_at_ms', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return
    const told = { schoolId: found.school_id, atMs: by.atMs, actorId: by.memberId }
    await appendAudit(trx, { ...told, deed: 'pupil-door-closed', objectId: doorId })
  })
}

/** As PupilStore has it. */
function renewReturnCode(
  db: Kysely<Tables>,
  memberId: MemberId,
  codeHash: string,
  by: By,
): ReturnType<PupilStore['renewReturnCode']> {
  return db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('member')
      .select(['school_id', 'user_id'])
      .where('id', '=', memberId)
      .executeTakeFirst()
    if (!found) return 'not-a-pupil'
    await holdSchool(trx, found.school_id)
    // The way into one school must not lead into another, nor a pupil's code to an adult.
    const memberships = await trx
      .selectFrom('member')
      .select(['school_id', 'role'])
      .where('user_id', '=', found.user_id)
      .execute()
    const isOurs = memberships.every(
      ({ school_id, role }) => school_id === found.school_id && role === 'pupil',
    )
    if (!isOurs || memberships.length === 0) return 'not-a-pupil'

    const kept = { code_hash: codeHash, made_at_ms: by.atMs }
    await trx
      .insertInto('return_code')
      .values({ user_id: found.user_id, ...kept })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(kept))
      .execute()
    const ended = await trx
      .deleteFrom('session')
      .where('user_id', '=', found.user_id)
      .returning('token_hash')
      .execute()
    const told = { schoolId: found.school_id, atMs: by.atMs, actorId: by.memberId }
    await appendAudit(trx, { ...told, deed: 'return-code-renewed', objectId: memberId })
    return { userId: found.user_id, sessionHashes: ended.map(({ token_hash }) => token_hash) }
  })
}
