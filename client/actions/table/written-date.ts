/**
 * A date as people write it in a table: '12. mars 2027', '12.03.27', '2027-03-12',
 * '12 March 2027', 'mars 2027'. Month names of all our languages; the day stands
 * before the month, as in all of them.
 */
import { type CalendarDate, parseCalendarDate } from '../../../shared/calendar-date.ts'
import { LANGUAGES, languageTraits } from '../../../shared/languages.ts'

/** A month alone means all of it: its first day for a start, its last for a deadline. */
export type DayOfMonth = 'first' | 'last'

/** null when it does not say a day of a year, or more than one. */
export function writtenDate(text: string, alone: DayOfMonth): CalendarDate | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words) ?? []
  if (y && m && d) return dateOf(y, Number(m), Number(d))
  const [, day, month, year] = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})$/.exec(words) ?? []
  if (day && month && year) return dateOf(year, Number(month), Number(day))
  return namedDate(words, alone)
}

/** Two dates with a dash between them, or null. */
export function writtenPeriod(text: string): { start: CalendarDate; due: CalendarDate } | null {
  const [from, to, ...more] = text.split(/\s*[–—]\s*|\s+-\s+|\s+til\s+|\s+to\s+/)
  if (!from || !to || more.length > 0) return null
  const due = writtenDate(to, 'last')
  const start = writtenDate(from, 'first') ?? writtenDate(`${from} ${to.slice(-4)}`, 'first')
  return start && due && start <= due ? { start, due } : null
}

function namedDate(words: string, alone: DayOfMonth): CalendarDate | null {
  const pattern =
    /^(?:\p{L}+day |\p{L}+dag )?(?:(\d{1,2})(?:\.|st|nd|rd|th)? )?(\p{L}+)\.?,? (\d{4})$/u
  const [, day, name, year] = pattern.exec(words) ?? americanParts(words)
  const month = monthOf(name ?? '')
  if (!year || month === 0) return null
  if (day) return dateOf(year, month, Number(day))
  return dateOf(year, month, alone === 'first' ? 1 : daysIn(Number(year), month))
}

/** 'March 12, 2027', in the order of `namedDate`. */
function americanParts(words: string): readonly (string | undefined)[] {
  const [, name, day, year] = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(words) ?? []
  return [words, day, name, year]
}

function dateOf(year: string, month: number, day: number): CalendarDate | null {
  const whole = year.length === 2 ? `20${year}` : year
  return parseCalendarDate(`${whole}-${twoDigits(month)}-${twoDigits(day)}`)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 1 to 12; 0 when it is no month. Three letters are enough. */
function monthOf(name: string): number {
  if (name.length < 3) return 0
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(languageTraits(language).locale, {
      month: 'long',
      timeZone: 'UTC',
    })
    for (let month = 1; month <= 12; month++) {
      const long = format.format(Date.UTC(2027, month - 1, 1)).toLowerCase()
      const isShort = name.length <= 4 && name.slice(0, 3) === long.slice(0, 3)
      if (long === name || isShort) return month
    }
  }
  return 0
}
