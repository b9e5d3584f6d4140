/**
 * A refusal to open a plan says of which school it is to those who belonged to it, and to nobody
 * else: whoever never had access learns nothing of a plan but that it is not theirs.
 */
import { Failure } from '../../shared/failure.ts'
import type { PeopleStore, Person } from '../people/people-store.ts'
import type { PlanStore } from './plan-store.ts'

export interface EndedAccessDeps {
  readonly plans: Pick<PlanStore, 'findPlan'>
  readonly people: Pick<PeopleStore, 'listEnded'>
  readonly nowMs: () => number
}

/** What is thrown in place of what refused the plan to this person. */
export type TellEnded = (refusal: unknown, person: Person, planId: string) => Promise<unknown>

export function createTellEnded({ plans, people, nowMs }: EndedAccessDeps): TellEnded {
  return async (refusal, person, planId) => {
    if (!(refusal instanceof Failure) || refusal.code !== 'access-denied') return refusal
    const schoolId = (await plans.findPlan(planId))?.schoolId
    const ended = await people.listEnded(person.userId, nowMs())
    if (schoolId === undefined || !ended.some((one) => one.schoolId === schoolId)) return refusal
    return new Failure('access-denied', refusal.message, { told: { schoolId }, cause: refusal })
  }
}
