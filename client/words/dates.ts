/** Calendar dates and moments as people read them, by locale. Pure: the clock is passed in. */
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { type Language, languageTraits } from '../../shared/languages.ts'
import { withOwnDays } from './day-names.ts'

const MS_PER_DAY = 86_400_000

/** '14. sep. 2026' */
export function shortDate(date: CalendarDate, language: Language): string {
  return format(date, language, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** 'tirsdag 24. november' */
export function dayOfYear(date: CalendarDate, language: Language): string {
  return format(date, language, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** '2026–2027', or one year, or '' when neither is set. */
export function periodYears(start: CalendarDate | null, end: CalendarDate | null): string {
  const years = [start, end].flatMap((date) => (date === null ? [] : [date.slice(0, 4)]))
  return [...new Set(years)].join('–')
}

/** 'i dag 13:52', 'i går 15:20', '3. nov.', '3. nov. 2025': as much as one needs. */
export function momentWords(ms: number, nowMs: number, language: Language): string {
  const { locale } = languageTraits(language)
  const days = Math.round((startOfDay(ms) - startOfDay(nowMs)) / MS_PER_DAY)
  const moment = new Date(ms)
  if (days === 0 || days === -1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    const time = moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
    return `${day} ${time}`
  }
  const isThisYear = moment.getFullYear() === new Date(nowMs).getFullYear()
  return moment.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  })
}

/** '3. desember kl. 14:05': a moment to come, within the year. */
export function dayAndTime(ms: number, language: Language): string {
  const { locale } = languageTraits(language)
  return new Date(ms).toLocaleString(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
}

/** The number of the ISO week that this day is in. */
export function isoWeek(date: CalendarDate): number {
  const day = new Date(`${date}T00:00:00Z`)
  // The week belongs to the year of its Thursday.
  const thursday = new Date(day)
  thursday.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.ceil(((thursday.getTime() - firstOfYear) / MS_PER_DAY + 1) / 7)
}

function format(
  date: CalendarDate,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const formatter = formatterFor(languageTraits(language).locale, options)
  return withOwnDays(formatter.format(new Date(`${date}T00:00:00Z`)), language)
}

/** Making one takes a quarter of a millisecond, and a plan shows hundreds of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const formatter =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  formatters.set(key, formatter)
  return formatter
}

function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0)
}
