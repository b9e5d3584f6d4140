/**
 * Invitations, when a person is erased: those meant for them go, by their address or by
 * their name, used or not; what a link is called goes where it says who came by it. Links
 * themselves go on, and those they made are made by nobody.
 *
 * A link that only they came by was called after them, as far as anybody can tell: what it
 * is called goes too, though others may still come by it.
 */
import type { Kysely } from 'kysely'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Tables } from './schema.ts'

export interface Invited {
  readonly memberId: MemberId
  readonly userId: UserId
  readonly schoolId: SchoolId
}

/** @param trx a transaction that holds the school, before the membership loses its name. */
export async function forgetInvitations(trx: Kysely<Tables>, who: Invited): Promise<void> {
  const { userId, schoolId } = who
  const names = (await namesOf(trx, who)).map(wordsOf)
  const used = await usedBy(trx, who)
  await forgetPersonal(trx, who, { names, used })
  await forgetLabels(trx, schoolId, [
    ...(await usedByNobodyElse(trx, who, used)),
    ...(await labelsOf(trx, schoolId))
      .filter(({ label }) => names.some((name) => holdsName(wordsOf(label), name)))
      .map(({ id }) => id),
  ])
  for (const table of ['invitation', 'personal_invitation'] as const) {
    await trx
      .updateTable(table)
      .set({ made_by: null })
      .where('school_id', '=', schoolId)
      .where('made_by', '=', userId)
      .execute()
  }
}

/** Their own, and what the school calls them, or called them when it let them go. */
async function namesOf(
  trx: Kysely<Tables>,
  { memberId, userId }: Invited,
): Promise<readonly string[]> {
  const own = await trx.selectFrom('user').select('name').where('id', '=', userId).execute()
  const here = await trx.selectFrom('member').select('name').where('id', '=', memberId).execute()
  const left = await trx
    .selectFrom('left_member')
    .select('name')
    .where('id', '=', memberId)
    .execute()
  return [...own, ...here, ...left].flatMap(({ name }) => name ?? [])
}

/** By which invitations they came, of either kind, as the trail tells it. */
async function usedBy(
  trx: Kysely<Tables>,
  { schoolId, memberId }: Invited,
): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('audit_entry')
    .select('object_id')
    .where('school_id', '=', schoolId)
    .where('deed', '=', 'invitation-used')
    .where('actor_id', '=', memberId)
    .execute()
  return rows.map(({ object_id }) => object_id)
}

/** By nobody who is still known here. */
async function usedByNobodyElse(
  trx: Kysely<Tables>,
  { schoolId, memberId }: Invited,
  used: readonly string[],
): Promise<readonly string[]> {
  if (used.length === 0) return []
  const rows = await trx
    .selectFrom('audit_entry')
    .innerJoin('member', 'member.id', 'audit_entry.actor_id')
    .select('audit_entry.object_id')
    .where('audit_entry.school_id', '=', schoolId)
    .where('audit_entry.deed', '=', 'invitation-used')
    .where('audit_entry.object_id', 'in', used)
    .where('member.id', '!=', memberId)
    .where('member.erased_at_ms', 'is', null)
    .execute()
  const others = new Set(rows.map(({ object_id }) => object_id))
  return used.filter((id) => !others.has(id))
}

async function forgetPersonal(
  trx: Kysely<Tables>,
  { userId, schoolId }: Invited,
  { names, used }: { readonly names: readonly Words[]; readonly used: readonly string[] },
): Promise<void> {
  const account = await trx
    .selectFrom('account')
    .select('email')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const invited = await trx
    .selectFrom('personal_invitation')
    .select(['id', 'email', 'name'])
    .where('school_id', '=', schoolId)
    .execute()
  const theirs = invited.filter(
    ({ id, email, name }) =>
      used.includes(id) || email === account?.email || names.some((one) => isName(name, one)),
  )
  if (theirs.length === 0) return
  const ids = theirs.map(({ id }) => id)
  await trx.deleteFrom('personal_invitation').where('id', 'in', ids).execute()
}

/** What links are called, where they are kept and where the trail tells that they were made. */
async function labelsOf(
  trx: Kysely<Tables>,
  schoolId: SchoolId,
): Promise<readonly { readonly id: string; readonly label: string }[]> {
  const kept = await trx
    .selectFrom('invitation')
    .select(['id', 'label'])
    .where('school_id', '=', schoolId)
    .where('label', 'is not', null)
    .execute()
  const told = await trx
    .selectFrom('audit_entry')
    .innerJoin('audit_text', (join) =>
      join
        .onRef('audit_text.school_id', '=', 'audit_entry.school_id')
        .onRef('audit_text.seq', '=', 'audit_entry.seq'),
    )
    .select(['audit_entry.object_id as id', 'audit_text.content as label'])
    .where('audit_entry.school_id', '=', schoolId)
    .where('audit_entry.deed', '=', 'invitation-made')
    .execute()
  return [...kept.map(({ id, label }) => ({ id, label: label ?? '' })), ...told]
}

/** The label, and its text beside the trail with the salt. */
async function forgetLabels(
  trx: Kysely<Tables>,
  schoolId: SchoolId,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('invitation')
    .set({ label: null })
    .where('id', 'in', ids as readonly InvitationId[])
    .execute()
  await trx
    .deleteFrom('audit_text')
    .where('school_id', '=', schoolId)
    .where('seq', 'in', (query) =>
      query
        .selectFrom('audit_entry')
        .select('seq')
        .where('school_id', '=', schoolId)
        .where('object_id', 'in', ids),
    )
    .execute()
}

type Words = readonly string[]

function wordsOf(text: string): Words {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

function isName(text: string, name: Words): boolean {
  return name.length > 0 && wordsOf(text).join(' ') === name.join(' ')
}

/** Word by word: Ola is not in Olav. */
function holdsName(words: Words, name: Words): boolean {
  return name.length > 0 && ` ${words.join(' ')} `.includes(` ${name.join(' ')} `)
}
