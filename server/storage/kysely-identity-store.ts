/** IdentityStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { MemberId, UserId } from '../../shared/ids.ts'
import type { GivenMembership, Identity, IdentityStore } from '../sign-in/identity-store.ts'
import { admitMember } from './admit-member.ts'
import { appendAudit, holdSchool } from './append-audit.ts'
import type { Tables } from './schema.ts'

export function createKyselyIdentityStore(db: Kysely<Tables>): IdentityStore {
  return {
    async addAttempt({ attemptHash, path, sessionHash, publicComputer, expiresAtMs }, nowMs) {
      await db
        .insertInto('provider_attempt')
        .values({
          attempt_hash: attemptHash,
          path,
          session_hash: sessionHash,
          public_computer_at_ms: publicComputer ? nowMs : null,
          expires_at_ms: expiresAtMs,
        })
        .execute()
    },

    async takeAttempt(attemptHash, nowMs) {
      const row = await db
        .deleteFrom('provider_attempt')
        .where('attempt_hash', '=', attemptHash)
        .where('expires_at_ms', '>', nowMs)
        .returningAll()
        .executeTakeFirst()
      if (!row) return null
      return {
        attemptHash,
        path: row.path,
        sessionHash: row.session_hash,
        publicComputer: row.public_computer_at_ms !== null,
        expiresAtMs: row.expires_at_ms,
      }
    },

    findUser: (identity) => findUser(db, identity),

    async isConnected(userId, issuer) {
      const row = await db
        .selectFrom('identity')
        .select('subject')
        .where('user_id', '=', userId)
        .where('issuer', '=', issuer)
        .executeTakeFirst()
      return row !== undefined
    },

    async connect(identity, userId, nowMs) {
      const { issuer, subject } = identity
      await db
        .insertInto('identity')
        .values({ issuer, subject, user_id: userId, member_id: null, created_at_ms: nowMs })
        .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
        .execute()
      return (await findUser(db, identity)) === userId
    },

    addPerson({ issuer, subject }, { userId, memberId, name, language, schoolId, role }, nowMs) {
      const isTaken = new Error('the identity is somebody’s already')
      return db
        .transaction()
        .execute(async (trx) => {
          await holdSchool(trx, schoolId)
          await trx
            .insertInto('user')
            .values({ id: userId, name, language, created_at_ms: nowMs })
            .execute()
          await admit(trx, { memberId, schoolId, userId, role }, nowMs)
          const { numInsertedOrUpdatedRows } = await trx
            .insertInto('identity')
            .values({ issuer, subject, user_id: userId, member_id: memberId, created_at_ms: nowMs })
            .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
            .executeTakeFirst()
          // Thrown, so that the person is not made either.
          if (numInsertedOrUpdatedRows !== 1n) throw isTaken
          return true
        })
        .catch((error: unknown) => {
          if (error === isTaken) return false
          throw error
        })
    },

    async findGoverned({ issuer, subject }) {
      const row = await db
        .selectFrom('identity')
        .select('member_id')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst()
      return row?.member_id ?? null
    },

    join({ issuer, subject }, given, nowMs) {
      return db.transaction().execute(async (trx) => {
        await holdSchool(trx, given.schoolId)
        const userId = await findUser(trx, { issuer, subject })
        const memberId = userId && (await admit(trx, { ...given, userId }, nowMs))
        if (memberId === null) return
        await trx
          .updateTable('identity')
          .set({ member_id: memberId })
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .execute()
      })
    },

    async findSchool(idOrName) {
      const rows = await db
        .selectFrom('school')
        .select(['id as schoolId', 'language'])
        .where('expires_at_ms', 'is', null)
        .$if(idOrName !== null, (schools) =>
          schools.where((where) =>
            where.or([where('id', '=', idOrName as never), where('name', '=', idOrName ?? '')]),
          ),
        )
        .limit(2)
        .execute()
      const [only, another] = rows
      return only && !another ? only : null
    },
  }
}

async function findUser(db: Kysely<Tables>, { issuer, subject }: Identity): Promise<UserId | null> {
  const row = await db
    .selectFrom('identity')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.user_id ?? null
}

/** null when this person is a member already, or is suspended. */
async function admit(
  trx: Kysely<Tables>,
  given: GivenMembership & { readonly userId: UserId },
  nowMs: number,
): Promise<MemberId | null> {
  const admitted = await admitMember(trx, given, nowMs)
  if (admitted.kind !== 'came') return null
  const { memberId } = admitted
  await appendAudit(trx, {
    schoolId: given.schoolId,
    atMs: nowMs,
    actorId: memberId,
    deed: 'member-came-by-provider',
    objectId: memberId,
    facts: { role: given.role },
  })
  return memberId
}
