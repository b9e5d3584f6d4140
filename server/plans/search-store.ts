/**
 * Port: the texts of plans as rows that are searched. server/storage implements it, the
 * same on every engine.
 */
import type { PlanState } from '../../shared/access/policy.ts'
import type { PlanId, SchoolId } from '../../shared/ids.ts'
import type { SearchedPlan, SearchedText } from './searched-plan.ts'

export interface FoundPlan extends SearchedPlan {
  readonly state: PlanState
}

export interface SearchStore {
  /** Keeps what the plan says at `seq`, unless something newer is kept already. */
  saveTexts(planId: PlanId, seq: number, texts: readonly SearchedText[]): Promise<void>
  /**
   * The plans of a school, deleted ones left out, in which the words stand somewhere; latest
   * change first.
   *
   * @param wanted folded.
   */
  findPlans(
    schoolId: SchoolId,
    wanted: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<readonly FoundPlan[]>
}
