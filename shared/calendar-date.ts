/**
 * A day in the calendar, without a time of day or a time zone: '2027-01-19'.
 *
 * Deadlines are days, not moments. What "today" is comes from the school's time
 * zone and is passed in.
 */

declare const brand: unique symbol

/** ISO 8601 calendar date, year 1900-2199, always a day that exists. */
export type CalendarDate = string & { readonly [brand]: 'calendar-date' }

const PATTERN = /^(19|20|21)\d\d-\d\d-\d\d$/
const MS_PER_DAY = 86_400_000

/** The date this text says, or null when it is not a day that exists. */
export function parseCalendarDate(text: unknown): CalendarDate | null {
  if (typeof text !== 'string' || !PATTERN.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(ms)) return null
  return new Date(ms).toISOString().slice(0, 10) === text ? (text as CalendarDate) : null
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY)
}

/** The calendar date at a moment in a time zone (IANA name, e.g. 'Europe/Oslo'). */
export function calendarDateAt(ms: number, timeZone: string): CalendarDate {
  // The Swedish locale writes ISO dates.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  return format.format(new Date(ms)) as CalendarDate
}
