/** When a school's day is over: where a session on a public computer ends. */
import { calendarDateAt } from '../../shared/calendar-date.ts'

const HOUR_MS = 60 * 60 * 1000
/** The longest day there is, by the clocks going back, and to spare. */
const LONGEST_DAY_MS = 26 * HOUR_MS

/**
 * The first millisecond of the next day there.
 *
 * @param timeZone IANA name.
 */
export function endOfDay(nowMs: number, timeZone: string): number {
  const today = calendarDateAt(nowMs, timeZone)
  let lastOfToday = nowMs
  let tomorrow = nowMs + LONGEST_DAY_MS
  while (tomorrow - lastOfToday > 1) {
    const middle = Math.floor((lastOfToday + tomorrow) / 2)
    if (calendarDateAt(middle, timeZone) === today) lastOfToday = middle
    else tomorrow = middle
  }
  return tomorrow
}
