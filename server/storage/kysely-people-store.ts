/** PeopleStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { PeopleStore, Person, SignInLink } from '../people/people-store.ts'
import { appendAudit } from './append-audit.ts'
import { listEnded } from './ended-memberships.ts'
import { holdsAt, memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'
import { SESSION_COLUMNS, sessionOf, sessionRow } from './session-row.ts'

export function createKyselyPeopleStore(db: Kysely<Tables>): PeopleStore {
  return {
    async findSession(tokenHash, nowMs) {
      const row = await db
        .selectFrom('session')
        .select(SESSION_COLUMNS)
        .where('token_hash', '=', tokenHash)
        .where('expires_at_ms', '>', nowMs)
        .executeTakeFirst()
      const person = row ? await findPerson(db, row.user_id, nowMs) : null
      return row && person ? { ...sessionOf(row), person } : null
    },

    async addSession(session) {
      await db.insertInto('session').values(sessionRow(session)).execute()
    },

    async keepSession(tokenHash, usedAtMs, expiresAtMs) {
      await db
        .updateTable('session')
        .set({ used_at_ms: usedAtMs, expires_at_ms: expiresAtMs })
        .where('token_hash', '=', tokenHash)
        .execute()
    },

    async removeSession(tokenHash) {
      await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
    },

    async listSessions(userId, nowMs) {
      const rows = await db
        .selectFrom('session')
        .select(SESSION_COLUMNS)
        .where('user_id', '=', userId)
        .where('expires_at_ms', '>', nowMs)
        .execute()
      return rows.map(sessionOf).sort((one, two) => two.usedAtMs - one.usedAtMs)
    },

    async revokeSessions(userId, tokenHashes, nowMs) {
      if (tokenHashes.length === 0) return
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('session')
          .where('user_id', '=', userId)
          .where('token_hash', 'in', tokenHashes)
          .execute()
        for (const { id, school_id } of await membersOf(trx, userId)) {
          const facts = { count: tokenHashes.length }
          const by = { schoolId: school_id, atMs: nowMs, actorId: id }
          await appendAudit(trx, { ...by, deed: 'sessions-revoked', objectId: id, facts })
        }
      })
    },

    findPerson: (userId, nowMs) => findPerson(db, userId, nowMs),
    listEnded: (userId, nowMs) => listEnded(db, userId, nowMs),

    async setLanguage(userId, language) {
      await db.updateTable('user').set({ language }).where('id', '=', userId).execute()
    },

    async setName(userId, name, nowMs) {
      await db.transaction().execute(async (trx) => {
        const members = await membersOf(trx, userId)
        await trx.updateTable('user').set({ name }).where('id', '=', userId).execute()
        for (const { id, school_id } of members) {
          const by = { schoolId: school_id, atMs: nowMs, actorId: id }
          await appendAudit(trx, { ...by, deed: 'member-renamed', objectId: id, text: name })
        }
        await trx.updateTable('member').set({ name: null }).where('user_id', '=', userId).execute()
      })
    },

    async addSignInLinks(links) {
      if (links.length === 0) return
      await db.insertInto('sign_in_link').values(links.map(linkRow)).execute()
    },

    async findSignInLink(tokenHash, nowMs) {
      const row = await db
        .selectFrom('sign_in_link')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at_ms', '>', nowMs)
        .executeTakeFirst()
      if (!row) return null
      return {
        tokenHash: row.token_hash,
        userId: row.user_id,
        path: row.path,
        expiresAtMs: row.expires_at_ms,
      }
    },

    async removeEnded(nowMs) {
      const sessions = await db
        .deleteFrom('session')
        .where('expires_at_ms', '<=', nowMs)
        .returning('token_hash')
        .execute()
      await db.deleteFrom('sign_in_link').where('expires_at_ms', '<=', nowMs).execute()
      return sessions.map((row) => row.token_hash)
    },
  }
}

/** The user, and a row per membership that holds, in a school that is still there. */
async function findPerson(
  db: Kysely<Tables>,
  userId: Person['userId'],
  nowMs: number,
): Promise<Person | null> {
  const user = await db
    .selectFrom('user')
    .select(['id', 'name', 'language'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) return null

  const rows = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .innerJoin('school', 'school.id', 'member.school_id')
    .select((where) => [
      'member.id as memberId',
      memberName(where).as('memberName'),
      'member.role',
      'member.default_right as defaultRight',
      'member.expires_at_ms as memberExpiresAtMs',
      'school.id as schoolId',
      'school.name',
      'school.language',
      'school.time_zone as timeZone',
      'school.frozen_today as frozenToday',
      'school.expires_at_ms as expiresAtMs',
    ])
    .where('member.user_id', '=', userId)
    .where((where) => holdsAt(where, nowMs))
    .where((where) =>
      where.or([
        where('school.expires_at_ms', 'is', null),
        where('school.expires_at_ms', '>', nowMs),
      ]),
    )
    .orderBy('member.created_at_ms')
    .orderBy('member.id')
    .execute()

  return {
    userId: user.id,
    name: user.name,
    language: user.language,
    memberships: rows.map(
      ({ memberId, memberName: name, role, defaultRight, memberExpiresAtMs, ...school }) => ({
        memberId,
        name,
        role,
        defaultRight,
        expiresAtMs: memberExpiresAtMs,
        schoolId: school.schoolId,
        school,
      }),
    ),
  }
}

/** In the order in which all who write several trails at once take them. */
function membersOf(trx: Kysely<Tables>, userId: Person['userId']) {
  return trx
    .selectFrom('member')
    .select(['id', 'school_id'])
    .where('user_id', '=', userId)
    .orderBy('school_id')
    .execute()
}

function linkRow({ tokenHash, userId, path, expiresAtMs }: SignInLink) {
  return { token_hash: tokenHash, user_id: userId, path, expires_at_ms: expiresAtMs }
}
