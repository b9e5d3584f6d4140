import { describe, expect, it } from 'vitest'
import {
  dayOfYear,
  isoWeek,
  momentWords,
  periodYears,
  shortDate,
} from '../../../client/words/dates.ts'
import { type CalendarDate, parseCalendarDate } from '../../../shared/calendar-date.ts'

describe('a calendar date', () => {
  it('is written as Norwegians and the British write it', () => {
    expect(shortDate(day('2026-09-14'), 'nb')).toBe('14. sep. 2026')
    expect(shortDate(day('2026-09-14'), 'nn')).toBe('14. sep. 2026')
    expect(shortDate(day('2026-09-14'), 'en')).toBe('14 Sept 2026')
  })

  it('says its weekday', () => {
    expect(dayOfYear(day('2026-11-24'), 'nb')).toBe('tirsdag 24. november')
    expect(dayOfYear(day('2026-11-24'), 'nn')).toBe('tysdag 24. november')
    expect(dayOfYear(day('2026-11-28'), 'nn')).toBe('laurdag 28. november')
  })

  it.each([
    ['2026-11-25', 48],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('%s is in week %i', (date, week) => {
    expect(isoWeek(day(date))).toBe(week)
  })
})

describe('a period', () => {
  it('is its years', () => {
    expect(periodYears(day('2026-01-01'), day('2027-12-31'))).toBe('2026–2027')
    expect(periodYears(day('2026-01-01'), day('2026-12-31'))).toBe('2026')
    expect(periodYears(null, day('2027-12-31'))).toBe('2027')
    expect(periodYears(null, null)).toBe('')
  })
})

describe('a moment', () => {
  const now = new Date(2026, 10, 25, 9, 30).getTime()

  it('of today and yesterday has its time', () => {
    expect(momentWords(new Date(2026, 10, 25, 8, 5).getTime(), now, 'nb')).toBe('i dag 08:05')
    expect(momentWords(new Date(2026, 10, 24, 23, 59).getTime(), now, 'nb')).toBe('i går 23:59')
  })

  it('of another day has its date, of another year its year as well', () => {
    expect(momentWords(new Date(2026, 10, 3, 8, 0).getTime(), now, 'nb')).toBe('3. nov.')
    expect(momentWords(new Date(2025, 10, 3, 8, 0).getTime(), now, 'nb')).toBe('3. nov. 2025')
  })
})

function day(text: string): CalendarDate {
  return parseCalendarDate(text)!
}
