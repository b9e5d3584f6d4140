/**
 * Port: the plans of the schools as rows: whose they are, in which state, and
 * what lists show of them. What is written in a plan is in its log, not here.
 */
import type { PlanState } from '../../shared/access/policy.ts'
import type { PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'
import type { PlanSummaryContent } from './plan-summary.ts'

export interface PlanRow {
  readonly planId: PlanId
  readonly schoolId: SchoolId
  readonly state: PlanState
  readonly epoch: number
  /** The latest epoch that a restore from a backup began; null: none did. */
  readonly restoredEpoch: number | null
  readonly template: { readonly id: string; readonly version: number }
}

export interface NewPlanRow {
  readonly planId: PlanId
  readonly schoolId: SchoolId
  readonly template: { readonly id: string; readonly version: number }
  /** Who makes it; null: the server. */
  readonly userId: UserId | null
  readonly createdAtMs: number
}

/** What a list shows of one plan. */
export interface ListedPlan {
  readonly planId: PlanId
  readonly state: PlanState
  readonly changedAtMs: number
  readonly summary: PlanSummaryContent
  readonly leaders: PlanLeaders
}

/** Who answers for a plan, by the names they have now, in the order of those. */
export interface PlanLeaders {
  readonly head: string | null
  readonly responsible: readonly string[]
}

export interface DeletedPlan {
  readonly planId: PlanId
  readonly title: string
  readonly deletedAtMs: number
}

/** 'not-filled': it never had content; 'deleted-long-ago': nobody restored it in time. */
export type RemovalReason = 'not-filled' | 'deleted-long-ago'

export interface PlanStore {
  addPlan(plan: NewPlanRow): Promise<void>
  /** Takes the plan away with its log; `reason` goes into the audit trail. */
  removePlan(planId: PlanId, reason: RemovalReason, nowMs: number): Promise<void>
  /** Into the audit trail: something is about to be taken out of the plan. */
  noteRedacting(planId: PlanId, by: By): Promise<void>
  /** Into the audit trail: something was taken out of the plan in so many places. */
  noteRedacted(planId: PlanId, places: number, by: By): Promise<void>
  /** 'not-allowed': whoever does it is not a coordinator any more. */
  setState(
    plan: Pick<PlanRow, 'planId' | 'schoolId'>,
    state: PlanState,
    by: By,
  ): Promise<'done' | 'not-allowed'>
  findPlan(planId: string): Promise<PlanRow | null>

  /** The plans of a school that are not deleted, latest change first. */
  listPlans(schoolId: SchoolId): Promise<readonly ListedPlan[]>
  /** Latest deleted first. */
  listDeleted(schoolId: SchoolId): Promise<readonly DeletedPlan[]>
  /** Those that were deleted at this moment or before, of all schools. */
  listDeletedBefore(atMs: number): Promise<readonly PlanId[]>
  findSummary(planId: PlanId): Promise<PlanSummaryContent | null>
  /** Keeps what the plan shows at `seq`, unless something newer is kept already. */
  saveSummary(planId: PlanId, seq: number, summary: PlanSummaryContent): Promise<void>

  /** Plans whose summary or searched texts are missing or older than their log. */
  listBehind(): Promise<readonly PlanId[]>
  /** Takes away plans that were never filled: the program died while making them. */
  removeUnfilled(nowMs: number): Promise<void>
}
