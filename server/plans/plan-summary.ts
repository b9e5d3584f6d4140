/**
 * What lists show of a plan, taken from the plan itself: its title, its period
 * and the five parts of its wheel.
 *
 * Kept as rows and refreshed after commits (summary-refresher.ts), so that a
 * list opens no document. What is late depends on the day, so a part keeps its
 * actions' due dates and is counted when it is shown.
 */
import type { PlanSummary } from '../../shared/api/plans.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { type WheelContent, wheelContent, wheelPart } from '../../shared/plan/wheel-parts.ts'
import type { ListedPlan } from './plan-store.ts'

export interface PlanSummaryContent {
  readonly title: string
  readonly periodStart: CalendarDate | null
  readonly periodEnd: CalendarDate | null
  /** In the order of the commitments. */
  readonly wheel: readonly WheelContent[]
}

export function summarizePlan(plan: Plan): PlanSummaryContent {
  return {
    title: plan.title,
    periodStart: plan.periodStart,
    periodEnd: plan.periodEnd,
    wheel: wheelContent(plan),
  }
}

/** One plan of a list, as it is shown on this day. */
export function showListedPlan(listed: ListedPlan, today: CalendarDate): PlanSummary {
  const { planId, state, changedAtMs, summary, leaders } = listed
  return {
    planId,
    state,
    changedAtMs,
    title: summary.title,
    periodStart: summary.periodStart,
    periodEnd: summary.periodEnd,
    wheel: summary.wheel.map((part) => wheelPart(part, today)),
    leaders: { head: leaders.head, responsible: [...leaders.responsible] },
  }
}
