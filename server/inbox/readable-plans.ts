/**
 * Of the plans that somebody was told of, those whose threads they may read now. What one may
 * not read any more is neither shown nor mailed, whatever was written for them then.
 */
import { may, type Verb } from '../../shared/access/policy.ts'
import type { Asked, ToldPlan } from './inbox-store.ts'

export function readablePlans(told: readonly ToldPlan[]): readonly ToldPlan[] {
  return told.filter((plan) => mayWith(plan, 'plan.read-threads'))
}

/** May whoever was told of the plan do this with it? */
export function mayWith(plan: ToldPlan, verb: Verb): boolean {
  const { schoolId, state, role, defaultRight, right } = plan
  const who = { memberships: [{ schoolId, role, defaultRight }] }
  return may(who, verb, { schoolId, planState: state, relation: { right } })
}

export function askedOf(plans: readonly ToldPlan[]): Asked {
  return {
    memberIds: [...new Set(plans.map(({ memberId }) => memberId))],
    planIds: plans.map(({ planId }) => planId),
  }
}
