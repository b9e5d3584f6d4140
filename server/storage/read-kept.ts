/** All that the database knows of one person, for themselves. No hash, no token, nothing of others. */
import type { Kysely } from 'kysely'
import type { AuditFacts } from '../../shared/api/audit.ts'
import type { KeptOfPerson } from '../../shared/api/erasure.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'
import { memberIdsOf } from './member-ids-of.ts'
import { memberName } from './membership-query.ts'
import { readSaid } from './read-said.ts'
import type { Tables } from './schema.ts'
import { SESSION_COLUMNS, sessionOf } from './session-row.ts'

/** As ErasureStore has it. */
export async function readKept(db: Kysely<Tables>, userId: UserId): Promise<KeptOfPerson | null> {
  const user = await db
    .selectFrom('user')
    .leftJoin('account', 'account.user_id', 'user.id')
    .leftJoin('return_code', 'return_code.user_id', 'user.id')
    .select(['user.id as userId', 'user.name', 'user.language', 'user.created_at_ms'])
    .select(['account.email', 'account.email_confirmed_at_ms', 'account.password_set_at_ms'])
    .select('return_code.made_at_ms as returnCodeMadeAtMs')
    .where('user.id', '=', userId)
    .executeTakeFirst()
  if (!user) return null
  const sessions = await db
    .selectFrom('session')
    .select(SESSION_COLUMNS)
    .where('user_id', '=', userId)
    .execute()
  const identities = await db
    .selectFrom('identity')
    .select(['issuer', 'subject', 'created_at_ms as createdAtMs'])
    .where('user_id', '=', userId)
    .execute()
  const letters = await db
    .selectFrom('digest_choice')
    .select(['digest', 'quiet_from as quietFrom', 'quiet_to as quietTo'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return {
    userId: user.userId,
    name: user.name,
    language: user.language,
    createdAtMs: user.created_at_ms,
    email: user.email,
    emailConfirmedAtMs: user.email_confirmed_at_ms,
    passwordSetAtMs: user.password_set_at_ms,
    returnCodeMadeAtMs: user.returnCodeMadeAtMs,
    letters: letters ?? null,
    identities,
    memberships: await readMemberships(db, userId),
    sessions: sessions.map(sessionOf).map((session) => ({
      createdAtMs: session.createdAtMs,
      usedAtMs: session.usedAtMs,
      expiresAtMs: session.expiresAtMs,
      device: session.device,
      isPublicComputer: session.isPublicComputer,
    })),
    invitations: await readInvitations(db, userId),
    audit: await readAudit(db, userId),
    said: await readSaid(db, userId),
  }
}

async function readMemberships(
  db: Kysely<Tables>,
  userId: UserId,
): Promise<KeptOfPerson['memberships']> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .innerJoin('school', 'school.id', 'member.school_id')
    .select((where) => [
      'member.id as memberId',
      'school.name as school',
      memberName(where).as('name'),
      'member.role',
      'member.created_at_ms as joinedAtMs',
      'member.suspended_at_ms as suspendedAtMs',
      'member.expires_at_ms as expiresAtMs',
    ])
    .where('member.user_id', '=', userId)
    .where('member.erased_at_ms', 'is', null)
    .orderBy('member.created_at_ms')
    .execute()
  const members = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      leftAtMs: null,
      posts: await postsOf(db, row.memberId),
      rights: await rightsOf(db, row.memberId),
      visits: await visitsOf(db, row.memberId),
    })),
  )
  return [...members, ...(await readLeft(db, userId))]
}

/** Those that were taken away: all but who it was went with them. */
async function readLeft(db: Kysely<Tables>, userId: UserId): Promise<KeptOfPerson['memberships']> {
  const rows = await db
    .selectFrom('left_member')
    .innerJoin('school', 'school.id', 'left_member.school_id')
    .select(['left_member.id as memberId', 'school.name as school', 'left_member.role'])
    .select(['left_member.name', 'left_member.left_at_ms as leftAtMs'])
    .where('left_member.user_id', '=', userId)
    .orderBy('left_member.left_at_ms')
    .execute()
  const gone = { joinedAtMs: null, suspendedAtMs: null, expiresAtMs: null }
  return rows.map(({ name, ...row }) => ({
    ...row,
    ...gone,
    name: name ?? '',
    posts: [],
    rights: [],
    visits: [],
  }))
}

async function postsOf(db: Kysely<Tables>, memberId: MemberId) {
  const rows = await db
    .selectFrom('plan_post')
    .leftJoin('plan_summary', 'plan_summary.plan_id', 'plan_post.plan_id')
    .select(['plan_post.plan_id as planId', 'plan_summary.title'])
    .select(['plan_post.post', 'plan_post.section_id'])
    .where('plan_post.member_id', '=', memberId)
    .execute()
  return rows.map(({ planId, title, post, section_id }) => ({
    planId,
    planTitle: title ?? '',
    post,
    sectionId: section_id === '' ? null : section_id,
  }))
}

function rightsOf(db: Kysely<Tables>, memberId: MemberId) {
  return db
    .selectFrom('plan_right')
    .select(['plan_id as planId', 'plan_right as right'])
    .where('member_id', '=', memberId)
    .execute()
}

function visitsOf(db: Kysely<Tables>, memberId: MemberId) {
  return db
    .selectFrom('plan_visit')
    .select(['plan_id as planId', 'time_ms as atMs'])
    .where('member_id', '=', memberId)
    .orderBy('time_ms')
    .execute()
}

async function readInvitations(
  db: Kysely<Tables>,
  userId: UserId,
): Promise<KeptOfPerson['invitations']> {
  const links = await db
    .selectFrom('invitation')
    .innerJoin('school', 'school.id', 'invitation.school_id')
    .select(['school.name as school', 'invitation.role'])
    .select(['invitation.created_at_ms as createdAtMs', 'invitation.revoked_at_ms as revokedAtMs'])
    .select('invitation.expires_at_ms as expiresAtMs')
    .where('invitation.made_by', '=', userId)
    .execute()
  const personal = await db
    .selectFrom('personal_invitation as made')
    .innerJoin('school', 'school.id', 'made.school_id')
    .select(['school.name as school', 'made.role', 'made.name', 'made.email'])
    .select(['made.created_at_ms as createdAtMs', 'made.revoked_at_ms as revokedAtMs'])
    .select('made.expires_at_ms as expiresAtMs')
    .where('made.made_by', '=', userId)
    .execute()
  return [
    ...links.map((link) => ({ ...link, to: null })),
    ...personal.map(({ name, email, ...made }) => ({ ...made, to: { name, email } })),
  ]
}

/** What they did and what was done to them; of others' personal texts none. */
async function readAudit(db: Kysely<Tables>, userId: UserId): Promise<KeptOfPerson['audit']> {
  const ids = await memberIdsOf(db, userId)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('audit_entry')
    .innerJoin('school', 'school.id', 'audit_entry.school_id')
    .leftJoin('audit_text', (join) =>
      join
        .onRef('audit_text.school_id', '=', 'audit_entry.school_id')
        .onRef('audit_text.seq', '=', 'audit_entry.seq'),
    )
    .select(['school.name as school', 'audit_entry.seq', 'audit_entry.at_ms as atMs'])
    .select(['audit_entry.deed', 'audit_entry.actor_id', 'audit_entry.object_id'])
    .select(['audit_entry.facts', 'audit_text.content'])
    .where((where) =>
      where.or([
        where('audit_entry.actor_id', 'in', ids),
        where('audit_entry.object_id', 'in', ids),
      ]),
    )
    .orderBy('audit_entry.at_ms')
    .orderBy('audit_entry.seq')
    .execute()
  return rows.map(({ actor_id, object_id, facts, content, ...row }) => ({
    ...row,
    byMe: ids.some((id) => id === actor_id),
    facts: plainFacts(facts),
    text: ids.some((id) => id === object_id) ? content : null,
  }))
}

/** JSON that append-audit.ts wrote, without the hash of a text, which tells nobody anything. */
function plainFacts(facts: string): AuditFacts {
  const { textHash: _hash, ...plain } = JSON.parse(facts) as AuditFacts
  return plain
}
