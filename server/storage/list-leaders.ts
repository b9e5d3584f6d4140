/** Who answers for the plans of a school, by name: what a list of plans shows of their posts. */
import type { Kysely } from 'kysely'
import type { PlanId, SchoolId } from '../../shared/ids.ts'
import type { PlanLeaders } from '../plans/plan-store.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

const NOBODY: PlanLeaders = { head: null, responsible: [] }

/** @returns the leaders of each plan of the school, for one question of the database. */
export async function listLeaders(
  db: Kysely<Tables>,
  schoolId: SchoolId,
): Promise<(planId: PlanId) => PlanLeaders> {
  const rows = await db
    .selectFrom('plan_post')
    .innerJoin('plan', 'plan.id', 'plan_post.plan_id')
    .innerJoin('member', 'member.id', 'plan_post.member_id')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select((where) => ['plan_post.plan_id', 'plan_post.post', memberName(where).as('name')])
    .where('plan.school_id', '=', schoolId)
    .where('plan_post.post', 'in', ['head', 'responsible'])
    .orderBy('name')
    .execute()
  const ofPlan = Map.groupBy(rows, ({ plan_id }) => plan_id)

  return (planId) => {
    const own = ofPlan.get(planId)
    if (!own) return NOBODY
    return {
      head: own.find(({ post }) => post === 'head')?.name ?? null,
      responsible: own.filter(({ post }) => post === 'responsible').map(({ name }) => name),
    }
  }
}
