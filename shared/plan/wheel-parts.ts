/**
 * The five parts of a plan's wheel, in two steps: what the plan says, and what
 * that means on a day. A list keeps the first and opens no document for the second.
 */
import type { WheelPart } from '../api/plans.ts'
import type { CalendarDate } from '../calendar-date.ts'
import { COMMITMENTS, type Commitment } from './commitments.ts'
import { type FieldState, fieldState } from './plan-progress.ts'
import type { Plan } from './plan.ts'
import { daysLate, type Status } from './status.ts'

/** One part, on no day in particular. */
export interface WheelContent {
  readonly commitment: Commitment
  readonly today: FieldState
  readonly next: FieldState
  /** In their order in the plan. */
  readonly actions: readonly { readonly status: Status; readonly due: CalendarDate | null }[]
}

/** In the order of the commitments. */
export function wheelContent(plan: Plan): readonly WheelContent[] {
  return COMMITMENTS.map((commitment) => ({
    commitment,
    today: fieldState(plan.texts[`${commitment}.today`] ?? []),
    next: fieldState(plan.texts[`${commitment}.next`] ?? []),
    actions: plan.actions
      .filter((action) => action.commitment === commitment)
      .map(({ status, due }) => ({ status, due })),
  }))
}

/** A part as it is shown on this day. */
export function wheelPart(
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
