/** ErasureStore over any database that Kysely speaks to. */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { createId, type MemberId, type SchoolId, type UserId } from '../../shared/ids.ts'
import type { Erasure, ErasureStore } from '../erasure/erasure-store.ts'
import { holdSchool } from './append-audit.ts'
import {
  type ErasedMembership,
  eraseLeft,
  eraseMembership,
  type Erasing,
  forgetPerson,
} from './erase-people.ts'
import { findMember, isLast, mayStill } from './kysely-member-store.ts'
import { findLeft, listLeft } from './left-members.ts'
import { readKept } from './read-kept.ts'
import type { Tables } from './schema.ts'

export function createKyselyErasureStore(db: Kysely<Tables>): ErasureStore {
  return {
    erasePerson(userId, atMs, formerName) {
      const erasing = (actorId: MemberId) => ({ actorId, atMs, formerName })
      return db.transaction().execute(async (trx): Promise<Erasure> => {
        if (!(await isKnown(trx, userId))) return { kind: 'unknown' }
        const before = [...(await membershipsOf(trx, userId)), ...(await listLeft(trx, userId))]
        const schoolIds = new Set(before.map(({ schoolId }) => schoolId))
        for (const schoolId of [...schoolIds].sort()) await holdSchool(trx, schoolId)
        // Read again: only now nobody else changes them.
        const memberships = await membershipsOf(trx, userId)
        for (const one of memberships) {
          if (await isLast(trx, one, atMs)) return { kind: 'last-coordinator' }
        }
        for (const one of await listLeft(trx, userId)) {
          await eraseLeft(trx, one, erasing(one.memberId))
        }
        for (const one of memberships) await eraseMembership(trx, one, erasing(one.memberId))
        return { kind: 'erased', userId, endedSessions: await forgetPerson(trx, userId) }
      })
    },

    eraseMember(memberId, by, formerName) {
      return db.transaction().execute(async (trx): Promise<Erasure> => {
        const schoolId = (await findEither(trx, memberId))?.schoolId
        if (!schoolId) return { kind: 'unknown' }
        await holdSchool(trx, schoolId)
        const found = await findEither(trx, memberId)
        if (!found) return { kind: 'unknown' }
        if (!(await mayStill(trx, found, by))) return { kind: 'not-allowed' }
        const erasing = { actorId: by.memberId, atMs: by.atMs, formerName }
        const { userId } = found
        const member = await memberOf(trx, userId, schoolId)
        if (member && (await isLast(trx, member, by.atMs))) return { kind: 'last-coordinator' }
        // Whatever they were here, before as well.
        for (const one of await listLeft(trx, userId)) {
          if (one.schoolId === schoolId) await eraseLeft(trx, one, erasing)
        }
        return member ? eraseInOneSchool(trx, member, erasing) : forgetUnlessElsewhere(trx, userId)
      })
    },

    readKept: (userId) => readKept(db, userId),

    async listWrittenPlans(userId) {
      const rows = await db
        .selectFrom('plan')
        .leftJoin('plan_summary', 'plan_summary.plan_id', 'plan.id')
        .select(['plan.id', 'plan_summary.title'])
        .where('plan.id', 'in', (query) =>
          query.selectFrom('plan_client').select('plan_id').where('user_id', '=', userId),
        )
        .orderBy('plan.id')
        .execute()
      return rows.map(({ id, title }) => ({ planId: id, title: title ?? '' }))
    },
  }
}

async function eraseInOneSchool(
  trx: Kysely<Tables>,
  member: ErasedMembership,
  erasing: Erasing,
): Promise<Erasure> {
  const { userId, memberId } = member
  await eraseMembership(trx, member, erasing)
  if (!(await isElsewhere(trx, userId))) return forgetUnlessElsewhere(trx, userId)
  // The person goes on elsewhere: here the membership is nobody's, and they may come again.
  const nobody = createId<UserId>(randomBytes)
  const { language } = await trx
    .selectFrom('user')
    .select('language')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('user')
    .values({ id: nobody, name: '', language, created_at_ms: erasing.atMs })
    .execute()
  await trx.updateTable('member').set({ user_id: nobody }).where('id', '=', memberId).execute()
  return { kind: 'erased', userId, endedSessions: [] }
}

async function forgetUnlessElsewhere(trx: Kysely<Tables>, userId: UserId): Promise<Erasure> {
  const endedSessions = (await isElsewhere(trx, userId)) ? [] : await forgetPerson(trx, userId)
  return { kind: 'erased', userId, endedSessions }
}

async function isElsewhere(trx: Kysely<Tables>, userId: UserId): Promise<boolean> {
  return (await membershipsOf(trx, userId)).length > 0
}

/** Is there such a person, or was there one who is kept in a trail? */
async function isKnown(trx: Kysely<Tables>, userId: UserId): Promise<boolean> {
  const user = await trx.selectFrom('user').select('id').where('id', '=', userId).executeTakeFirst()
  return user !== undefined || (await listLeft(trx, userId)).length > 0
}

/** A member of now, or one who was removed. */
async function findEither(
  trx: Kysely<Tables>,
  memberId: MemberId,
): Promise<ErasedMembership | null> {
  return (await findMember(trx, memberId)) ?? (await findLeft(trx, memberId))
}

async function memberOf(
  trx: Kysely<Tables>,
  userId: UserId,
  schoolId: SchoolId,
): Promise<ErasedMembership | null> {
  return (await membershipsOf(trx, userId)).find((one) => one.schoolId === schoolId) ?? null
}

/** Those that are not erased, in the order in which all who write several trails take them. */
function membershipsOf(trx: Kysely<Tables>, userId: UserId): Promise<readonly ErasedMembership[]> {
  return trx
    .selectFrom('member')
    .select(['id as memberId', 'user_id as userId', 'school_id as schoolId', 'role'])
    .where('user_id', '=', userId)
    .where('erased_at_ms', 'is', null)
    .orderBy('school_id')
    .execute()
}
