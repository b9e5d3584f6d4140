/**
 * What lists show of a plan, taken from the plan itself: its title, its period
 * and the five parts of its wheel.
 *
 * Kept as rows and refreshed after commits (summary-refresher.ts), so that a
 * list opens no document. What is late depends on the day, so a part keeps its
 * actions' due dates and is counted when it is shown.
 */
import type { PlanSummary, WheelPart } from '../../shared/api/plans.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { COMMITMENTS, type Commitment } from '../../shared/plan/commitments.ts'
import { type FieldState, fieldState } from '../../shared/plan/plan-progress.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { daysLate, type Status } from '../../shared/plan/status.ts'
import type { ListedPlan } from './plan-store.ts'

export interface PlanSummaryContent {
  readonly title: string
  readonly periodStart: CalendarDate | null
  readonly periodEnd: CalendarDate | null
  /** In the order of the commitments. */
  readonly wheel: readonly WheelContent[]
}

interface WheelContent {
  readonly commitment: Commitment
  readonly today: FieldState
  readonly next: FieldState
  /** In their order in the plan. */
  readonly actions: readonly { readonly status: Status; readonly due: CalendarDate | null }[]
}

export function summarizePlan(plan: Plan): PlanSummaryContent {
  return {
    title: plan.title,
    periodStart: plan.periodStart,
    periodEnd: plan.periodEnd,
    wheel: COMMITMENTS.map((commitment) => ({
      commitment,
      today: fieldState(plan.texts[`${commitment}.today`] ?? []),
      next: fieldState(plan.texts[`${commitment}.next`] ?? []),
      actions: plan.actions
        .filter((action) => action.commitment === commitment)
        .map(({ status, due }) => ({ status, due })),
    })),
  }
}

/** One plan of a list, as it is shown on this day. */
export function showListedPlan(listed: ListedPlan, today: CalendarDate): PlanSummary {
  const { planId, state, changedAtMs, summary } = listed
  return {
    planId,
    state,
    changedAtMs,
    title: summary.title,
    periodStart: summary.periodStart,
    periodEnd: summary.periodEnd,
    wheel: summary.wheel.map((part) => showPart(part, today)),
  }
}

function showPart(
  { commitment, today, next, actions }: WheelContent,
  day: CalendarDate,
): WheelPart {
  return {
    commitment,
    today,
    next,
    statuses: actions.map(({ status }) => status),
    lateCount: actions.filter((action) => daysLate(action, day) > 0).length,
  }
}
