/**
 * Finds a plan and asks the policy about that very row: the only way from a plan's id to a plan.
 */
import {
  may,
  type PolicyObject,
  type Relation,
  statesOf,
  type Verb,
} from '../../shared/access/policy.ts'
import { Failure } from '../../shared/failure.ts'
import type { Membership, Person } from '../people/people-store.ts'
import type { PlanPeopleStore } from './plan-people-store.ts'
import type { PlanRow, PlanStore } from './plan-store.ts'

/** A plan that this person may do the verb with, and what makes it so. */
export interface OpenedPlan {
  readonly plan: PlanRow
  readonly membership: Membership
  readonly relation: Relation
}

export type OpenPlanFor = (person: Person, verb: Verb, planId: string) => Promise<OpenedPlan>

export interface PlanAccessDeps {
  readonly plans: Pick<PlanStore, 'findPlan'>
  readonly people: Pick<PlanPeopleStore, 'findRelation'>
}

/**
 * @throws Failure 'plan-not-found' when there is none or it is deleted and the verb is not about
 *   deleted ones, 'access-denied' when this person may not.
 */
export function createPlanAccess({ plans, people }: PlanAccessDeps): OpenPlanFor {
  return async (person, verb, planId) => {
    const plan = await plans.findPlan(planId)
    if (!plan || (plan.state === 'deleted' && !isAboutDeleted(verb))) {
      throw new Failure('plan-not-found', planId)
    }
    const membership = person.memberships.find(({ schoolId }) => schoolId === plan.schoolId)
    const denied = `${verb} on ${planId} by ${person.userId}`
    if (!membership) throw new Failure('access-denied', denied)

    const relation = await people.findRelation(plan.planId, membership.memberId)
    const opened = { plan, membership, relation }
    if (!may(person, verb, policyObject(opened))) throw new Failure('access-denied', denied)
    return opened
  }
}

/** May they read it just now? Of one that is deleted, or that there never was, no. */
export function mayRead(openPlanFor: OpenPlanFor) {
  return async (person: Person, planId: string): Promise<boolean> => {
    try {
      await openPlanFor(person, 'plan.read', planId)
      return true
    } catch (error) {
      if (error instanceof Failure && error.traits.retry === 'never') return false
      throw error
    }
  }
}

/** A plan as the policy sees it, for this person. */
export function policyObject({ plan, relation }: Omit<OpenedPlan, 'membership'>): PolicyObject {
  return { schoolId: plan.schoolId, planState: plan.state, relation }
}

function isAboutDeleted(verb: Verb): boolean {
  return statesOf(verb).includes('deleted')
}
