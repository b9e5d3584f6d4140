/** What a school takes for today: its own calendar day, or the day an example stands still on. */
import { type CalendarDate, calendarDateAt } from '../../shared/calendar-date.ts'
import type { School } from './people-store.ts'

export function schoolToday(school: School, nowMs: number): CalendarDate {
  return school.frozenToday ?? calendarDateAt(nowMs, school.timeZone)
}
