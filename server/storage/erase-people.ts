/**
 * Erasing in the database: what is taken away of a membership, and of a person who is
 * left with none. Inside the caller's transaction.
 */
import type { Kysely } from 'kysely'
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { FormerName } from '../erasure/erasure-store.ts'
import { appendAudit } from './append-audit.ts'
import { forgetInvitations } from './erase-invitations.ts'
import type { Tables } from './schema.ts'

export interface ErasedMembership {
  readonly memberId: MemberId
  readonly userId: UserId
  readonly schoolId: SchoolId
  readonly role: Role
}

export interface Erasing {
  /** A member's id; null: the server, or whoever runs it. */
  readonly actorId: MemberId | null
  readonly atMs: number
  readonly formerName: FormerName
}

/** @param trx a transaction that holds the school. */
export async function eraseMembership(
  trx: Kysely<Tables>,
  { memberId, userId, schoolId, role }: ErasedMembership,
  { actorId, atMs, formerName }: Erasing,
): Promise<void> {
  const language = await languageOf(trx, schoolId)
  await forgetInvitations(trx, { memberId, userId, schoolId })
  await trx
    .updateTable('member')
    .set({
      name: formerName(language, role),
      default_right: null,
      suspended_at_ms: atMs,
      expires_at_ms: null,
      erased_at_ms: atMs,
      invitation_id: null,
    })
    .where('id', '=', memberId)
    .execute()
  await trx.deleteFrom('plan_right').where('member_id', '=', memberId).execute()
  await trx.deleteFrom('plan_post').where('member_id', '=', memberId).execute()
  // What they said stays; what they have looked at and what waited for them is nobody's business.
  await trx.deleteFrom('thread_seen').where('member_id', '=', memberId).execute()
  await trx.deleteFrom('notification').where('member_id', '=', memberId).execute()
  await trx.deleteFrom('plan_visit').where('member_id', '=', memberId).execute()
  await trx
    .updateTable('identity')
    .set({ member_id: null })
    .where('member_id', '=', memberId)
    .execute()
  await dropAuditTexts(trx, schoolId, memberId)
  const told = { schoolId, atMs, actorId, objectId: memberId, facts: { role } }
  await appendAudit(trx, { ...told, deed: 'member-erased' })
}

/** Of one who was removed before: what is kept of it. @param trx as above. */
export async function eraseLeft(
  trx: Kysely<Tables>,
  { memberId, userId, schoolId, role }: ErasedMembership,
  { actorId, atMs, formerName }: Erasing,
): Promise<void> {
  await forgetInvitations(trx, { memberId, userId, schoolId })
  const name = formerName(await languageOf(trx, schoolId), role)
  await trx
    .updateTable('left_member')
    .set({ user_id: null, name })
    .where('id', '=', memberId)
    .execute()
  await dropAuditTexts(trx, schoolId, memberId)
  const told = { schoolId, atMs, actorId, objectId: memberId, facts: { role } }
  await appendAudit(trx, { ...told, deed: 'member-erased' })
}

async function languageOf(trx: Kysely<Tables>, schoolId: SchoolId): Promise<Language> {
  const { language } = await trx
    .selectFrom('school')
    .select('language')
    .where('id', '=', schoolId)
    .executeTakeFirstOrThrow()
  return language
}

/** The texts about this member, with their salts: no hash in the chain leads back to them. */
async function dropAuditTexts(
  trx: Kysely<Tables>,
  schoolId: SchoolId,
  memberId: MemberId,
): Promise<void> {
  await trx
    .deleteFrom('audit_text')
    .where('school_id', '=', schoolId)
    .where('seq', 'in', (query) =>
      query
        .selectFrom('audit_entry')
        .select('seq')
        .where('school_id', '=', schoolId)
        .where('object_id', '=', memberId),
    )
    .execute()
}

/** @returns hashes of the sessions that are gone. */
export async function forgetPerson(
  trx: Kysely<Tables>,
  userId: UserId,
): Promise<readonly string[]> {
  const sessions = await trx
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .returning('token_hash')
    .execute()
  const hashes = sessions.map(({ token_hash }) => token_hash)
  if (hashes.length > 0) {
    await trx.deleteFrom('provider_attempt').where('session_hash', 'in', hashes).execute()
  }
  for (const table of [
    'sign_in_link',
    'one_time_link',
    'session_proof',
    'return_code',
    'account',
    'identity',
    'digest_choice',
  ] as const) {
    await trx.deleteFrom(table).where('user_id', '=', userId).execute()
  }
  await trx.updateTable('user').set({ name: '' }).where('id', '=', userId).execute()
  return hashes
}
