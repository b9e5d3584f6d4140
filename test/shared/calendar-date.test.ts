import { describe, expect, it } from 'vitest'
import {
  type CalendarDate,
  calendarDateAt,
  daysBetween,
  parseCalendarDate,
} from '../../shared/calendar-date.ts'

describe('a calendar date', () => {
  it.each(['2027-01-19', '1900-01-01', '2199-12-31', '2028-02-29', '2000-02-29'])(
    'is %s',
    (text) => {
      expect(parseCalendarDate(text)).toBe(text)
    },
  )

  it.each([
    '2027-02-29', '2100-02-29', '2027-02-30', '2027-13-01', '2027-00-10', '2027-01-00', '1899-12-31', '2200-01-01',
    '27-01-19', '2027-1-19', '2027-01-19T00:00', ' 2027-01-19', '2027-01-19\n', '', 20270119, null, undefined, {},
  ])('is not %j', (text) => {
    expect(parseCalendarDate(text)).toBeNull()
  }) // prettier-ignore
})

describe('days between two dates', () => {
  it.each([
    ['2026-12-11', '2027-01-19', 39],
    ['2027-01-19', '2027-01-19', 0],
    ['2027-01-19', '2027-01-18', -1],
    ['2028-02-28', '2028-03-01', 2],
    // Over the days when the clock is changed.
    ['2027-03-27', '2027-03-29', 2],
    ['2027-10-30', '2027-11-01', 2],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from as CalendarDate, to as CalendarDate)).toBe(days)
  })
})

describe('today', () => {
  it('is another day in Oslo, New York and Auckland', () => {
    const ms = Date.parse('2027-01-18T23:30:00Z')

    expect(calendarDateAt(ms, 'Europe/Oslo')).toBe('2027-01-19')
    expect(calendarDateAt(ms, 'America/New_York')).toBe('2027-01-18')
    expect(calendarDateAt(ms, 'Pacific/Auckland')).toBe('2027-01-19')
    expect(calendarDateAt(Date.parse('2027-07-18T22:30:00Z'), 'Europe/Oslo')).toBe('2027-07-19')
  })
})
