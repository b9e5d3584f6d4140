/**
 * How far an action has come. *Late* is derived from the date, never stored.
 */
import { type CalendarDate, daysBetween } from '../calendar-date.ts'

export const STATUSES = ['planned', 'started', 'done', 'stopped'] as const

export type Status = (typeof STATUSES)[number]

/** Is this one of the four? */
export function isStatus(value: unknown): value is Status {
  return STATUSES.some((status) => status === value)
}

/**
 * Whole days past the due date; 0 when it is on time, has no due date, or is done or stopped.
 *
 * @param today in the school's time zone.
 */
export function daysLate(
  action: { readonly status: Status; readonly due: CalendarDate | null },
  today: CalendarDate,
): number {
  if (action.due === null || action.status === 'done' || action.status === 'stopped') return 0
  return Math.max(0, daysBetween(action.due, today))
}
