/** MemberStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import { holds, PLAN_RIGHTS, type PlanRight, ROLE_RIGHTS } from '../../shared/access/plan-right.ts'
import { POST_ROLES, POSTS } from '../../shared/access/posts.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { By, KnownMember, MemberOutcome, MemberStore } from '../people/member-store.ts'
import { appendAudit, type Audited, holdSchool } from './append-audit.ts'
import { closePersonalOf } from './close-personal.ts'
import { keepLeft } from './left-members.ts'
import { listMembers } from './list-members.ts'
import { coordinatorsOf } from './membership-query.ts'
import type { Tables } from './schema.ts'

export function createKyselyMemberStore(db: Kysely<Tables>): MemberStore {
  const deed = createDeeds(db)

  return {
    listMembers: (schoolId, nowMs) => listMembers(db, schoolId, nowMs),
    findMember: (memberId) => findMember(db, memberId as MemberId),

    listOf: (userId) =>
      knownMembers(db).where('user_id', '=', userId).orderBy('created_at_ms').execute(),

    setRole: (memberId, role, by) =>
      deed(memberId, by, async (trx, member) => {
        if (member.role === role) return null
        if (role !== 'coordinator' && (await isLast(trx, member, by.atMs))) {
          return 'last-coordinator'
        }
        const changed = { role, default_right: null, expires_at_ms: null }
        await trx.updateTable('member').set(changed).where('id', '=', memberId).execute()
        // A pupil is given plans one by one; that narrows nobody else.
        if (member.role === 'pupil') await takeBack(trx, memberId, PLAN_RIGHTS)
        await takeBackWidened(trx, memberId, role)
        await takeBackPosts(trx, memberId, role)
        // What somebody here decides, the groups of a sign-in provider do not undo.
        if (by.memberId !== null) await partFromGroups(trx, memberId)
        // A link that was made for one who answered for less opens nothing now.
        if (role === 'coordinator') {
          await trx.deleteFrom('one_time_link').where('user_id', '=', member.userId).execute()
        }
        return { deed: 'role-changed', facts: { from: member.role, to: role } }
      }),

    setSuspended: (memberId, isSuspended, by) =>
      deed(memberId, by, async (trx, member) => {
        if (isSuspended && (await isLast(trx, member, by.atMs))) return 'last-coordinator'
        const { numUpdatedRows } = await trx
          .updateTable('member')
          .set({ suspended_at_ms: isSuspended ? by.atMs : null })
          .where('id', '=', memberId)
          .where('suspended_at_ms', isSuspended ? 'is' : 'is not', null)
          .executeTakeFirst()
        if (numUpdatedRows !== 1n) return null
        if (isSuspended) await shutOut(trx, member, by)
        return { deed: isSuspended ? 'member-suspended' : 'member-restored' }
      }),

    remove: (memberId, by) =>
      deed(memberId, by, async (trx, member) => {
        if (await isLast(trx, member, by.atMs)) return 'last-coordinator'
        await keepLeft(trx, memberId, by.atMs)
        await trx.deleteFrom('member').where('id', '=', memberId).execute()
        await shutOut(trx, member, by)
        return { deed: 'member-removed', facts: { role: member.role } }
      }),

    rename: (memberId, name, by) =>
      deed(memberId, { ...by, onThemselves: true }, async (trx) => {
        await trx.updateTable('member').set({ name }).where('id', '=', memberId).execute()
        return { deed: 'member-renamed', text: name }
      }),
  }
}

/** No invitation to their address, made before, lets them in again. */
function shutOut(trx: Kysely<Tables>, { schoolId, userId }: KnownMember, by: By): Promise<void> {
  return closePersonalOf(trx, userId, { schoolId, atMs: by.atMs, by: by.memberId })
}

/** What was done, for the trail; null: nothing, it was so already. */
type Told = Pick<Audited, 'deed' | 'facts' | 'text'> | null

function createDeeds(db: Kysely<Tables>) {
  return (
    memberId: MemberId,
    by: By & { readonly onThemselves?: true },
    act: (trx: Kysely<Tables>, member: KnownMember) => Promise<Told | 'last-coordinator'>,
  ): Promise<MemberOutcome> =>
    db.transaction().execute(async (trx) => {
      const schoolId = (await findMember(trx, memberId))?.schoolId
      if (!schoolId) return 'unknown-member'
      await holdSchool(trx, schoolId)
      // Read again: only now nobody else changes it.
      const member = await findMember(trx, memberId)
      if (!member) return 'unknown-member'
      if (!(await mayStill(trx, member, by))) return 'not-allowed'

      const told = await act(trx, member)
      if (told === 'last-coordinator') return told
      const entry = { schoolId, atMs: by.atMs, actorId: by.memberId, objectId: memberId }
      if (told) await appendAudit(trx, { ...entry, ...told })
      return 'done'
    })
}

/** null: there is none, or it is erased. */
export async function findMember(
  db: Kysely<Tables>,
  memberId: MemberId,
): Promise<KnownMember | null> {
  return (await knownMembers(db).where('id', '=', memberId).executeTakeFirst()) ?? null
}

function knownMembers(db: Kysely<Tables>) {
  return db
    .selectFrom('member')
    .select(['id as memberId', 'user_id as userId', 'school_id as schoolId', 'role'])
    .where('erased_at_ms', 'is', null)
}

/** Is it still a coordinator who does it, or is it a deed that everybody may do on themselves? */
export async function mayStill(
  trx: Kysely<Tables>,
  { memberId, schoolId }: KnownMember,
  by: By & { readonly onThemselves?: true },
): Promise<boolean> {
  if (by.memberId === null || (by.onThemselves && by.memberId === memberId)) return true
  const row = await coordinatorsOf(trx, schoolId, by.atMs)
    .where('member.id', '=', by.memberId)
    .executeTakeFirst()
  return row !== undefined
}

/** Is this a coordinator who can act, and the only one? */
export async function isLast(
  trx: Kysely<Tables>,
  { memberId, schoolId, role }: KnownMember,
  nowMs: number,
): Promise<boolean> {
  if (role !== 'coordinator') return false
  const those = await coordinatorsOf(trx, schoolId, nowMs).limit(2).execute()
  return those.length === 1 && those[0]?.id === memberId
}

/** Posts that nobody of this role can hold. */
async function takeBackPosts(trx: Kysely<Tables>, memberId: MemberId, role: Role): Promise<void> {
  const beyond = POSTS.filter((post) => !POST_ROLES[post].includes(role))
  if (beyond.length === 0) return
  await trx
    .deleteFrom('plan_post')
    .where('member_id', '=', memberId)
    .where('post', 'in', beyond)
    .execute()
}

async function partFromGroups(trx: Kysely<Tables>, memberId: MemberId): Promise<void> {
  await trx
    .updateTable('identity')
    .set({ member_id: null })
    .where('member_id', '=', memberId)
    .execute()
}

async function takeBackWidened(trx: Kysely<Tables>, memberId: MemberId, role: Role): Promise<void> {
  const { usual } = ROLE_RIGHTS[role]
  const wider = PLAN_RIGHTS.filter((right) => !holds(usual, right))
  if (wider.length > 0) await takeBack(trx, memberId, wider)
}

async function takeBack(
  trx: Kysely<Tables>,
  memberId: MemberId,
  rights: readonly PlanRight[],
): Promise<void> {
  await trx
    .deleteFrom('plan_right')
    .where('member_id', '=', memberId)
    .where('plan_right', 'in', rights)
    .execute()
}
