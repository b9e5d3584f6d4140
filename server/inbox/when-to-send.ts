/**
 * When a letter about what waits may go out: by what the person chose, on the school's clock,
 * on school days alone. Pure: the moment is passed in.
 *
 * A letter is due at the first allowed hour of a school day (daily), or of the first school day
 * of the week (weekly), about what had come by then; what comes later in the day waits for the
 * next one. When the server slept then, it goes at the first allowed moment after. So there is
 * at most one a day, or a week. The hours are those on the clock's face, so that a night when
 * the clocks change is like any other. Decision record 0034.
 */
import type { DigestChoice } from '../../shared/api/inbox.ts'
import type { NamedSpan, SchoolCalendar } from '../../shared/api/school-settings.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'

export interface DigestQuestion {
  readonly choice: DigestChoice
  readonly nowMs: number
  /** Since when the oldest of it waits. */
  readonly sinceMs: number
  /** When the latest letter went out; null: none did. */
  readonly mailedAtMs: number | null
  readonly school: {
    /** IANA name. */
    readonly timeZone: string
    readonly calendar: Pick<SchoolCalendar, 'holidays' | 'schoolYears'>
  }
}

/** Is a letter due now? */
export function isDigestDue(question: DigestQuestion): boolean {
  const { choice, nowMs, sinceMs, mailedAtMs, school } = question
  if (choice.digest === 'off') return false
  const now = clockAt(nowMs, school.timeZone)
  if (!isSchoolDay(now.date, school.calendar) || isQuiet(now.hour, choice)) return false

  const begin = choice.digest === 'daily' ? now.date : firstSchoolDay(now.date, school.calendar)
  if (mailedAtMs !== null && clockAt(mailedAtMs, school.timeZone).date >= begin) return false
  const since = clockAt(sinceMs, school.timeZone)
  const firstHour = firstAllowedHour(choice)
  return since.date < begin || (since.date === begin && since.hour < firstHour)
}

/** Nobody works at the school then: weekends, its holidays, and between two of its school years. */
export function isSchoolDay(
  date: CalendarDate,
  { holidays, schoolYears }: DigestQuestion['school']['calendar'],
): boolean {
  if (weekday(date) > 5) return false
  if (holidays.some((span) => isWithin(date, span))) return false
  // After the last school year that is set nobody has said that there is none.
  const isBetween =
    !schoolYears.some((span) => isWithin(date, span)) &&
    schoolYears.some(({ end }) => end < date) &&
    schoolYears.some(({ start }) => date < start)
  return !isBetween
}

type QuietHours = Pick<DigestChoice, 'quietFrom' | 'quietTo'>

/** @param hour on the clock's face; quiet hours may go over midnight. */
export function isQuiet(hour: number, { quietFrom, quietTo }: QuietHours): boolean {
  if (quietFrom === quietTo) return false
  if (quietFrom < quietTo) return quietFrom <= hour && hour < quietTo
  return hour >= quietFrom || hour < quietTo
}

function firstAllowedHour(choice: QuietHours): number {
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  return hours.find((hour) => !isQuiet(hour, choice)) ?? 0
}

/** Of the week from Monday that this school day is in. */
function firstSchoolDay(
  date: CalendarDate,
  calendar: DigestQuestion['school']['calendar'],
): CalendarDate {
  const days = Array.from({ length: weekday(date) }, (_, index) =>
    plusDays(date, 1 - weekday(date) + index),
  )
  return days.find((day) => isSchoolDay(day, calendar)) ?? date
}

function isWithin(date: CalendarDate, { start, end }: NamedSpan): boolean {
  return start <= date && date <= end
}

/** 1 for Monday to 7 for Sunday. */
function weekday(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

function plusDays(date: CalendarDate, days: number): CalendarDate {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10) as CalendarDate
}

/** What a clock on the school's wall shows. */
function clockAt(ms: number, timeZone: string): { date: CalendarDate; hour: number } {
  // The Swedish locale writes '2027-01-19 07'.
  const [date = '', hour = ''] = clockOf(timeZone).format(ms).split(' ')
  return { date: date as CalendarDate, hour: Number(hour) }
}

/** Making one takes a quarter of a millisecond, and everybody who waits is asked about. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const hour = { hour: '2-digit', hourCycle: 'h23' } as const
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, ...day, ...hour })
  clocks.set(timeZone, clock)
  return clock
}
