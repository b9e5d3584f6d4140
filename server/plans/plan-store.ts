/**
 * Port: the plans of the schools as rows: whose they are, in which state, and
 * what lists show of them. What is written in a plan is in its log, not here.
 */
import type { PlanState } from '../../shared/access/policy.ts'
import type { PlanId, SchoolId } from '../../shared/ids.ts'
import type { PlanSummaryContent } from './plan-summary.ts'

export interface PlanRow {
  readonly planId: PlanId
  readonly schoolId: SchoolId
  readonly state: PlanState
  readonly epoch: number
  readonly template: { readonly id: string; readonly version: number }
}

export interface NewPlanRow {
  readonly planId: PlanId
  readonly schoolId: SchoolId
  readonly template: { readonly id: string; readonly version: number }
  readonly createdAtMs: number
}

/** What a list shows of one plan. */
export interface ListedPlan {
  readonly planId: PlanId
  readonly state: PlanState
  readonly changedAtMs: number
  readonly summary: PlanSummaryContent
}

export interface PlanStore {
  addPlan(plan: NewPlanRow): Promise<void>
  /** Takes the plan away with its log. */
  removePlan(planId: PlanId): Promise<void>
  findPlan(planId: string): Promise<PlanRow | null>

  /** The plans of a school that are not deleted, latest change first. */
  listPlans(schoolId: SchoolId): Promise<readonly ListedPlan[]>
  findSummary(planId: PlanId): Promise<PlanSummaryContent | null>
  /** Keeps what the plan shows at `seq`, unless something newer is kept already. */
  saveSummary(planId: PlanId, seq: number, summary: PlanSummaryContent): Promise<void>

  /** Plans whose summary is missing or older than their log. */
  listBehind(): Promise<readonly PlanId[]>
  /** Takes away plans that were never filled: the program died while making them. */
  removeUnfilled(): Promise<void>
}
