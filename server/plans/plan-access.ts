/**
 * Finds a plan and asks the policy about that very row: the only way from a plan's id to a plan.
 */
import { may, type PolicyObject, type Verb } from '../../shared/access/policy.ts'
import { Failure } from '../../shared/failure.ts'
import type { Membership, Person } from '../people/people-store.ts'
import type { PlanRow, PlanStore } from './plan-store.ts'

/** A plan that this person may do the verb with, and the membership that makes it so. */
export interface OpenedPlan {
  readonly plan: PlanRow
  readonly membership: Membership
}

export type OpenPlanFor = (person: Person, verb: Verb, planId: string) => Promise<OpenedPlan>

/**
 * @throws Failure 'plan-not-found' when there is none or it is deleted,
 *   'access-denied' when this person may not.
 */
export function createPlanAccess(store: Pick<PlanStore, 'findPlan'>): OpenPlanFor {
  return async (person, verb, planId) => {
    const plan = await store.findPlan(planId)
    if (!plan || plan.state === 'deleted') throw new Failure('plan-not-found', planId)

    const membership = person.memberships.find(({ schoolId }) => schoolId === plan.schoolId)
    if (!membership || !may(person, verb, policyObject(plan))) {
      throw new Failure('access-denied', `${verb} on ${planId} by ${person.userId}`)
    }
    return { plan, membership }
  }
}

/** A plan as the policy sees it. */
export function policyObject(plan: PlanRow): PolicyObject {
  return { schoolId: plan.schoolId, planState: plan.state }
}
