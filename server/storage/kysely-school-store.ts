/** SchoolStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { SchoolId } from '../../shared/ids.ts'
import type { NewSchool, SchoolStore } from '../people/school-store.ts'
import { appendAudit } from './append-audit.ts'
import { holdsAt, memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'
import { sessionRow } from './session-row.ts'

export function createKyselySchoolStore(db: Kysely<Tables>): SchoolStore {
  return {
    async hasRealSchool() {
      const row = await db
        .selectFrom('school')
        .select('id')
        .where('expires_at_ms', 'is', null)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    async replaceSetUpLink(tokenHash, nowMs) {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('set_up_link').where('used_at_ms', 'is', null).execute()
        await trx
          .insertInto('set_up_link')
          .values({ token_hash: tokenHash, created_at_ms: nowMs, used_at_ms: null })
          .execute()
      })
    },

    setUp(linkHash, school, session) {
      return db.transaction().execute(async (trx) => {
        // The one statement that decides: of two at once, the second finds the link used.
        const { numUpdatedRows } = await trx
          .updateTable('set_up_link')
          .set({ used_at_ms: session.createdAtMs })
          .where('token_hash', '=', linkHash)
          .where('used_at_ms', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows !== 1n) return false

        await insertSchool(trx, school)
        await trx.insertInto('session').values(sessionRow(session)).execute()
        return true
      })
    },

    addSchool: (school) => db.transaction().execute((trx) => insertSchool(trx, school)),

    addExampleSchool(school, maxAlive) {
      return db.transaction().execute(async (trx) => {
        const { alive } = await trx
          .selectFrom('school')
          .select(({ fn }) => fn.countAll<number>().as('alive'))
          .where('expires_at_ms', '>', school.createdAtMs)
          .executeTakeFirstOrThrow()
        if (alive >= maxAlive) return false
        await insertSchool(trx, school)
        return true
      })
    },

    async findExampleSchool(aliveAtMs) {
      const row = await db
        .selectFrom('school')
        .select('id')
        .where('expires_at_ms', '>', aliveAtMs)
        .orderBy('created_at_ms', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.id ?? null
    },

    async listExpiredSchools(nowMs) {
      const rows = await db
        .selectFrom('school')
        .leftJoin('plan', 'plan.school_id', 'school.id')
        .select(['school.id as schoolId', 'plan.id as planId'])
        .where('school.expires_at_ms', '<=', nowMs)
        .execute()
      return [...Map.groupBy(rows, ({ schoolId }) => schoolId)].map(([schoolId, plans]) => ({
        schoolId,
        planIds: plans.flatMap(({ planId }) => planId ?? []),
      }))
    },

    removeSchool: (schoolId) => removeSchool(db, schoolId),

    async listCoordinators() {
      return db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .innerJoin('school', 'school.id', 'member.school_id')
        .select((where) => [
          'user.id as userId',
          'member.id as memberId',
          memberName(where).as('name'),
          'school.id as schoolId',
          'school.name as schoolName',
        ])
        .where('member.role', '=', 'coordinator')
        .where('school.expires_at_ms', 'is', null)
        .where('member.suspended_at_ms', 'is', null)
        .orderBy('member.created_at_ms')
        .orderBy('member.id')
        .execute()
    },

    async listMembers(schoolId, nowMs) {
      const rows = await db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .select((where) => [
          'member.id as memberId',
          'user.id as userId',
          memberName(where).as('name'),
          'member.role',
        ])
        .select((where) =>
          where.case().when(holdsAt(where, nowMs)).then(1).else(0).end().as('holds'),
        )
        .where('member.school_id', '=', schoolId)
        .orderBy('member.created_at_ms')
        .orderBy('user.name')
        .execute()
      return rows.map(({ holds, ...member }) => ({ ...member, isHere: holds === 1 }))
    },
  }
}

async function insertSchool(db: Kysely<Tables>, school: NewSchool): Promise<void> {
  await db
    .insertInto('school')
    .values({
      id: school.schoolId,
      name: school.name,
      language: school.language,
      time_zone: school.timeZone,
      frozen_today: school.frozenToday,
      expires_at_ms: school.expiresAtMs,
      created_at_ms: school.createdAtMs,
    })
    .execute()
  for (const { userId, memberId, name, language, role } of school.members) {
    await db
      .insertInto('user')
      .values({ id: userId, name, language, created_at_ms: school.createdAtMs })
      .execute()
    await db
      .insertInto('member')
      .values({
        id: memberId,
        school_id: school.schoolId,
        user_id: userId,
        role,
        created_at_ms: school.createdAtMs,
      })
      .execute()
  }
  const { schoolId, createdAtMs: atMs } = school
  const deed = 'school-made'
  await appendAudit(db, { schoolId, atMs, actorId: null, deed, objectId: schoolId })
}

async function removeSchool(db: Kysely<Tables>, schoolId: SchoolId): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const people = await trx
      .selectFrom('member')
      .select('user_id')
      .where('school_id', '=', schoolId)
      .execute()
    await trx.deleteFrom('school').where('id', '=', schoolId).execute()
    if (people.length === 0) return
    await trx
      .deleteFrom('user')
      .where(
        'id',
        'in',
        people.map(({ user_id }) => user_id),
      )
      .where((where) =>
        where.not(
          where.exists(
            where.selectFrom('member').select('id').whereRef('member.user_id', '=', 'user.id'),
          ),
        ),
      )
      .execute()
  })
}
