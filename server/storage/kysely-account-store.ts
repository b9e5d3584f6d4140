/** AccountStore over any database that Kysely speaks to. */
import type { Kysely, Selectable } from 'kysely'
import type { UserId } from '../../shared/ids.ts'
import type { Account, AccountStore, LinkKind } from '../sign-in/account-store.ts'
import { appendAudit } from './append-audit.ts'
import type { AccountTable } from './schema-of-doors.ts'
import type { Tables } from './schema.ts'

export function createKyselyAccountStore(db: Kysely<Tables>): AccountStore {
  return {
    async findByEmail(email) {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('email', '=', email)
        .executeTakeFirst()
      return row ? readAccount(row) : null
    },

    async findAccount(userId) {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return row ? readAccount(row) : emptyAccount(userId)
    },

    setEmail: (userId, email, confirmedAtMs) => setEmail(db, { userId, email, confirmedAtMs }),

    async setPassword(userId, hash, nowMs) {
      const password = { password_hash: hash, password_set_at_ms: nowMs }
      await db
        .insertInto('account')
        .values({ user_id: userId, ...NO_EMAIL, ...password })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(password))
        .execute()
      await forgetLinks(db, userId)
    },

    async replaceHash(userId, before, after) {
      await db
        .updateTable('account')
        .set({ password_hash: after })
        .where('user_id', '=', userId)
        .where('password_hash', '=', before)
        .execute()
    },

    addLink({ tokenHash, kind, userId, email, path, expiresAtMs }, made) {
      return db.transaction().execute(async (trx) => {
        await trx
          .insertInto('one_time_link')
          .values({
            token_hash: tokenHash,
            kind,
            user_id: userId,
            email,
            path,
            expires_at_ms: expiresAtMs,
          })
          .execute()
        if (!made) return
        const { schoolId, atMs, by, memberId } = made
        const told = { schoolId, atMs, actorId: by, objectId: memberId }
        await appendAudit(trx, { ...told, deed: 'sign-in-link-made' })
      })
    },

    async takeLink(tokenHash, { kind, userId }, nowMs) {
      const row = await db
        .deleteFrom('one_time_link')
        .where('token_hash', '=', tokenHash)
        .where('kind', '=', kind)
        .where('expires_at_ms', '>', nowMs)
        .$if(userId !== undefined, (links) => links.where('user_id', '=', userId as UserId))
        .returningAll()
        .executeTakeFirst()
      if (!row) return null
      return {
        tokenHash,
        kind: row.kind as LinkKind,
        userId: row.user_id,
        email: row.email,
        path: row.path,
        expiresAtMs: row.expires_at_ms,
      }
    },

    async proveSession(sessionHash, userId, untilMs) {
      await db
        .insertInto('session_proof')
        .values({ session_hash: sessionHash, user_id: userId, expires_at_ms: untilMs })
        .onConflict((conflict) =>
          conflict.column('session_hash').doUpdateSet({ expires_at_ms: untilMs }),
        )
        .execute()
    },

    async isProven(sessionHash, nowMs) {
      const row = await db
        .selectFrom('session_proof')
        .select('user_id')
        .where('session_hash', '=', sessionHash)
        .where('expires_at_ms', '>', nowMs)
        .executeTakeFirst()
      return row !== undefined
    },

    async removeEnded(nowMs) {
      for (const table of ['one_time_link', 'session_proof', 'provider_attempt'] as const) {
        await db.deleteFrom(table).where('expires_at_ms', '<=', nowMs).execute()
      }
    },
  }
}

const NO_EMAIL = { email: null, email_confirmed_at_ms: null, email_vouched_at_ms: null }

interface NewEmail {
  readonly userId: UserId
  readonly email: string
  readonly confirmedAtMs: number | null
}

async function setEmail(db: Kysely<Tables>, { userId, email, confirmedAtMs }: NewEmail) {
  if (confirmedAtMs !== null) {
    await db
      .updateTable('account')
      .set({ email: null, email_vouched_at_ms: null })
      .where('email', '=', email)
      .where('user_id', '!=', userId)
      .where('email_confirmed_at_ms', 'is', null)
      .execute()
  }
  const address = { email, email_confirmed_at_ms: confirmedAtMs }
  const account = { ...NO_EMAIL, ...address, password_hash: null, password_set_at_ms: null }
  try {
    // That an address is of one account only is the table's own rule.
    await db
      .insertInto('account')
      .values({ user_id: userId, ...account })
      .onConflict((conflict) =>
        conflict.column('user_id').doUpdateSet((set) => ({
          ...address,
          // Said again it stays vouched for.
          email_vouched_at_ms: set
            .case()
            .when('account.email', '=', email)
            .then(set.ref('account.email_vouched_at_ms'))
            .else(null)
            .end(),
        })),
      )
      .execute()
  } catch (error) {
    if (await isOfAnother(db, userId, email)) return false
    throw error
  }
  await forgetLinks(db, userId)
  return true
}

/** Whoever got one before this change comes in by it no more. */
async function forgetLinks(db: Kysely<Tables>, userId: UserId): Promise<void> {
  await db.deleteFrom('one_time_link').where('user_id', '=', userId).execute()
}

async function isOfAnother(db: Kysely<Tables>, userId: UserId, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('user_id')
    .where('email', '=', email)
    .where('user_id', '!=', userId)
    .executeTakeFirst()
  return row !== undefined
}

function readAccount(row: Selectable<AccountTable>): Account {
  return {
    userId: row.user_id,
    email: row.email,
    emailConfirmedAtMs: row.email_confirmed_at_ms,
    emailVouchedAtMs: row.email_vouched_at_ms,
    passwordHash: row.password_hash,
  }
}

function emptyAccount(userId: UserId): Account {
  return {
    userId,
    email: null,
    emailConfirmedAtMs: null,
    emailVouchedAtMs: null,
    passwordHash: null,
  }
}
