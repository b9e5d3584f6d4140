/** PeopleStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { PeopleStore, Person, SignInLink } from '../people/people-store.ts'
import type { Tables } from './schema.ts'

export function createKyselyPeopleStore(db: Kysely<Tables>): PeopleStore {
  return {
    async findSession(tokenHash, nowMs) {
      const session = await db
        .selectFrom('session')
        .select(['user_id', 'expires_at_ms'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at_ms', '>', nowMs)
        .executeTakeFirst()
      const person = session ? await findPerson(db, session.user_id, nowMs) : null
      return session && person ? { person, expiresAtMs: session.expires_at_ms } : null
    },

    async addSession({ tokenHash, userId, createdAtMs, expiresAtMs }) {
      await db
        .insertInto('session')
        .values({
          token_hash: tokenHash,
          user_id: userId,
          created_at_ms: createdAtMs,
          expires_at_ms: expiresAtMs,
        })
        .execute()
    },

    async extendSession(tokenHash, expiresAtMs) {
      await db
        .updateTable('session')
        .set({ expires_at_ms: expiresAtMs })
        .where('token_hash', '=', tokenHash)
        .execute()
    },

    async removeSession(tokenHash) {
      await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
    },

    findPerson: (userId, nowMs) => findPerson(db, userId, nowMs),

    async setLanguage(userId, language) {
      await db.updateTable('user').set({ language }).where('id', '=', userId).execute()
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

/** The user, and a row per membership in a school that is still there. */
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
    .innerJoin('school', 'school.id', 'member.school_id')
    .select([
      'member.id as memberId',
      'member.role',
      'school.id as schoolId',
      'school.name',
      'school.language',
      'school.time_zone as timeZone',
      'school.frozen_today as frozenToday',
      'school.expires_at_ms as expiresAtMs',
    ])
    .where('member.user_id', '=', userId)
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
    memberships: rows.map(({ memberId, role, ...school }) => ({
      memberId,
      role,
      schoolId: school.schoolId,
      school,
    })),
  }
}

function linkRow({ tokenHash, userId, path, expiresAtMs }: SignInLink) {
  return { token_hash: tokenHash, user_id: userId, path, expires_at_ms: expiresAtMs }
}
