/** PlanPeopleStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import { holds, type PlanRight, ROLE_RIGHTS } from '../../shared/access/plan-right.ts'
import { POST_ROLES } from '../../shared/access/posts.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId, PlanId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'
import type {
  PlanOfSchool,
  PlanPeopleOutcome,
  PlanPeopleStore,
} from '../plans/plan-people-store.ts'
import { appendAudit, type Audited, holdSchool } from './append-audit.ts'
import { coordinatorsOf, holdsAt, memberName } from './membership-query.ts'
import { postRows, postsOf } from './post-rows.ts'
import type { Tables } from './schema.ts'

export function createKyselyPlanPeopleStore(db: Kysely<Tables>): PlanPeopleStore {
  return {
    async findRelation(planId, memberId) {
      const [right, posts] = await Promise.all([
        findRight(db, planId, memberId),
        db
          .selectFrom('plan_post')
          .select('post')
          .where('plan_id', '=', planId)
          .where('member_id', '=', memberId)
          .execute(),
      ])
      return { right, posts: posts.map(({ post }) => post) }
    },

    async listRelationsOf(memberId) {
      const [rights, posts] = await Promise.all([
        db
          .selectFrom('plan_right')
          .select(['plan_id', 'plan_right'])
          .where('member_id', '=', memberId)
          .execute(),
        db
          .selectFrom('plan_post')
          .select(['plan_id', 'post'])
          .where('member_id', '=', memberId)
          .execute(),
      ])
      const rightOn = new Map(rights.map(({ plan_id, plan_right }) => [plan_id, plan_right]))
      const postsOn = Map.groupBy(posts, ({ plan_id }) => plan_id)
      return new Map(
        [...new Set([...rightOn.keys(), ...postsOn.keys()])].map((planId) => [
          planId,
          {
            right: rightOn.get(planId) ?? null,
            posts: (postsOn.get(planId) ?? []).map(({ post }) => post),
          },
        ]),
      )
    },

    async listMembers({ planId, schoolId }, nowMs) {
      const rows = await db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .leftJoin('plan_right', (join) =>
          join
            .onRef('plan_right.member_id', '=', 'member.id')
            .on('plan_right.plan_id', '=', planId),
        )
        .select((where) => [
          'member.id as memberId',
          memberName(where).as('name'),
          'member.role',
          'member.default_right as defaultRight',
          'plan_right.plan_right as onPlan',
        ])
        .select((member) =>
          member
            .selectFrom('plan_post')
            .select(member.fn.countAll<number>().as('posts'))
            .whereRef('plan_post.member_id', '=', 'member.id')
            .where('plan_post.plan_id', '=', planId)
            .as('posts'),
        )
        .where('member.school_id', '=', schoolId)
        .where((where) => holdsAt(where, nowMs))
        .orderBy('member.created_at_ms')
        .orderBy('name')
        .execute()
      return rows.map(({ posts, ...row }) => ({ ...row, hasPost: (posts ?? 0) > 0 }))
    },

    readPosts: async (planId) => postsOf(await postRowsOf(db, planId)),

    setRight: (plan, memberId, right, by) =>
      deed(db, plan, by, async (trx) => {
        const roles = await rolesOf(trx, plan, [memberId])
        const role = roles.get(memberId)
        if (!role) return 'unknown-member'
        if (right !== null && !holds(ROLE_RIGHTS[role].ceiling, right)) return 'above-role'
        const id = memberId as MemberId
        const before = await findRight(trx, plan.planId, id)
        if (before === right) return null
        await writeRight(trx, plan.planId, id, right)
        return { deed: 'right-changed', facts: { memberId, from: before, to: right } }
      }),

    setPosts: (plan, posts, by) =>
      deed(db, plan, by, async (trx) => {
        const rows = postRows(plan.planId, posts)
        const roles = await rolesOf(
          trx,
          plan,
          rows.map(({ member_id }) => member_id),
        )
        const before = await postRowsOf(trx, plan.planId)
        for (const { post, member_id } of rows) {
          const role = roles.get(member_id)
          if (!role) return 'unknown-member'
          if (!POST_ROLES[post].includes(role)) return 'above-role'
        }
        if (JSON.stringify(postsOf(before)) === JSON.stringify(postsOf(rows))) return null
        await trx.deleteFrom('plan_post').where('plan_id', '=', plan.planId).execute()
        if (rows.length > 0) await trx.insertInto('plan_post').values(rows).execute()
        return { deed: 'posts-changed', facts: { ...postsOf(rows) } }
      }),
  }
}

type Told = Pick<Audited, 'deed' | 'facts'> | null

function deed(
  db: Kysely<Tables>,
  { planId, schoolId }: PlanOfSchool,
  by: By,
  act: (trx: Kysely<Tables>) => Promise<Told | Exclude<PlanPeopleOutcome, 'done'>>,
): Promise<PlanPeopleOutcome> {
  return db.transaction().execute(async (trx) => {
    await holdSchool(trx, schoolId)
    if (by.memberId !== null) {
      const still = await coordinatorsOf(trx, schoolId, by.atMs)
        .where('member.id', '=', by.memberId)
        .executeTakeFirst()
      if (!still) return 'not-allowed'
    }
    const told = await act(trx)
    if (typeof told === 'string') return told
    const entry = { schoolId, atMs: by.atMs, actorId: by.memberId, objectId: planId }
    if (told) await appendAudit(trx, { ...entry, ...told })
    return 'done'
  })
}

/** The roles of those of them who are members of the plan's school. */
async function rolesOf(
  trx: Kysely<Tables>,
  { schoolId }: PlanOfSchool,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Role>> {
  if (memberIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'role'])
    .where('school_id', '=', schoolId)
    .where('id', 'in', memberIds as MemberId[])
    .where('erased_at_ms', 'is', null)
    .execute()
  return new Map(rows.map(({ id, role }) => [id, role]))
}

async function findRight(
  db: Kysely<Tables>,
  planId: PlanId,
  memberId: MemberId,
): Promise<PlanRight | null> {
  const row = await db
    .selectFrom('plan_right')
    .select('plan_right')
    .where('plan_id', '=', planId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.plan_right ?? null
}

async function writeRight(
  trx: Kysely<Tables>,
  planId: PlanId,
  memberId: MemberId,
  right: PlanRight | null,
): Promise<void> {
  await trx
    .deleteFrom('plan_right')
    .where('plan_id', '=', planId)
    .where('member_id', '=', memberId)
    .execute()
  if (right === null) return
  await trx
    .insertInto('plan_right')
    .values({ plan_id: planId, member_id: memberId, plan_right: right })
    .execute()
}

function postRowsOf(db: Kysely<Tables>, planId: PlanId) {
  return db
    .selectFrom('plan_post')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('section_id')
    .orderBy('member_id')
    .execute()
}
