/** When a school's day is over: where a session on a public computer ends. */
import { type CalendarDate, calendarDateAt } from '../../shared/calendar-date.ts'

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

/**
 * The first millisecond after a day there.
 *
 * @param timeZone IANA name.
 */
export function endOfDate(date: CalendarDate, timeZone: string): number {
  // Somewhere in the world it is that day twelve hours around noon in Greenwich.
  const noonMs = Date.parse(`${date}T12:00:00Z`)
  const [within = noonMs] = [noonMs, noonMs - 12 * HOUR_MS, noonMs + 11 * HOUR_MS].filter(
    (ms) => calendarDateAt(ms, timeZone) === date,
  )
  return endOfDay(within, timeZone)
}
