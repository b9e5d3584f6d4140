import { describe, expect, it } from 'vitest'
import {
  type DigestQuestion,
  isDigestDue,
  isQuiet,
  isSchoolDay,
} from '../../../server/inbox/when-to-send.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'

/** Oslo's clock in January is an hour before Greenwich's, two in summer. */
const at = (moment: string) => Date.parse(moment)
const DAILY = { digest: 'daily', quietFrom: 16, quietTo: 7 } as const
const WEEKLY = { ...DAILY, digest: 'weekly' } as const
const NO_DAYS = { holidays: [], schoolYears: [] }
const span = (start: string, end: string) => ({
  name: 'x',
  start: start as CalendarDate,
  end: end as CalendarDate,
})
const WINTER_BREAK = { ...NO_DAYS, holidays: [span('2027-02-22', '2027-02-26')] }
const MONDAY_OFF = { ...NO_DAYS, holidays: [span('2027-05-17', '2027-05-17')] }

interface Case {
  readonly says: string
  readonly now: string
  readonly since: string
  readonly mailed?: string
  readonly choice?: DigestQuestion['choice']
  readonly calendar?: DigestQuestion['school']['calendar']
  readonly timeZone?: string
  readonly isDue: boolean
}

// 2027-01-19 is a Tuesday.
// prettier-ignore
const CASES: readonly Case[] = [
  { says: 'off is off', choice: { ...DAILY, digest: 'off' }, now: '2027-01-19T10:00+01:00', since: '2027-01-18T10:00+01:00', isDue: false },
  { says: 'daily: at the hour', now: '2027-01-19T07:00+01:00', since: '2027-01-18T10:00+01:00', isDue: true },
  { says: 'daily: a minute before', now: '2027-01-19T06:59+01:00', since: '2027-01-18T10:00+01:00', isDue: false },
  { says: 'daily: in the evening', now: '2027-01-19T16:00+01:00', since: '2027-01-18T10:00+01:00', isDue: false },
  { says: 'daily: at night', now: '2027-01-20T00:30+01:00', since: '2027-01-18T10:00+01:00', isDue: false },
  { says: 'daily: the server slept until noon', now: '2027-01-19T12:00+01:00', since: '2027-01-18T10:00+01:00', isDue: true },
  { says: 'daily: what came at night', now: '2027-01-19T07:00+01:00', since: '2027-01-19T06:30+01:00', isDue: true },
  { says: 'daily: what came today waits', now: '2027-01-19T12:00+01:00', since: '2027-01-19T07:00+01:00', isDue: false },
  { says: 'daily: once a day', now: '2027-01-19T12:00+01:00', since: '2027-01-18T10:00+01:00', mailed: '2027-01-19T07:10+01:00', isDue: false },
  { says: 'daily: yesterday’s letter does not stand in the way', now: '2027-01-19T07:00+01:00', since: '2027-01-18T10:00+01:00', mailed: '2027-01-18T15:59+01:00', isDue: true },
  { says: 'daily: Saturday', now: '2027-01-23T10:00+01:00', since: '2027-01-22T10:00+01:00', isDue: false },
  { says: 'daily: Sunday', now: '2027-01-24T10:00+01:00', since: '2027-01-22T10:00+01:00', isDue: false },
  { says: 'daily: Monday tells of the weekend', now: '2027-01-25T07:00+01:00', since: '2027-01-22T10:00+01:00', isDue: true },
  { says: 'daily: in the holidays', calendar: WINTER_BREAK, now: '2027-02-24T10:00+01:00', since: '2027-02-19T10:00+01:00', isDue: false },
  { says: 'daily: the holidays’ last day', calendar: WINTER_BREAK, now: '2027-02-26T15:59+01:00', since: '2027-02-19T10:00+01:00', isDue: false },
  { says: 'daily: after the holidays', calendar: WINTER_BREAK, now: '2027-03-01T07:00+01:00', since: '2027-02-19T10:00+01:00', isDue: true },
  { says: 'weekly: on Monday', choice: WEEKLY, now: '2027-01-18T07:00+01:00', since: '2027-01-14T10:00+01:00', isDue: true },
  { says: 'weekly: before seven on Monday', choice: WEEKLY, now: '2027-01-18T06:59+01:00', since: '2027-01-14T10:00+01:00', isDue: false },
  { says: 'weekly: what came on Monday at noon waits', choice: WEEKLY, now: '2027-01-20T10:00+01:00', since: '2027-01-18T12:00+01:00', isDue: false },
  { says: 'weekly: the server slept on Monday', choice: WEEKLY, now: '2027-01-20T10:00+01:00', since: '2027-01-15T12:00+01:00', isDue: true },
  { says: 'weekly: once a week', choice: WEEKLY, now: '2027-01-20T10:00+01:00', since: '2027-01-15T12:00+01:00', mailed: '2027-01-18T07:00+01:00', isDue: false },
  { says: 'weekly: last week’s letter does not stand in the way', choice: WEEKLY, now: '2027-01-18T07:00+01:00', since: '2027-01-15T12:00+01:00', mailed: '2027-01-11T07:00+01:00', isDue: true },
  { says: 'weekly: chosen after a daily letter on Friday', choice: WEEKLY, now: '2027-01-18T07:00+01:00', since: '2027-01-15T12:00+01:00', mailed: '2027-01-15T07:00+01:00', isDue: true },
  { says: 'weekly: 17 May is a Monday', choice: WEEKLY, calendar: MONDAY_OFF, now: '2027-05-17T10:00+02:00', since: '2027-05-12T10:00+02:00', isDue: false },
  { says: 'weekly: then it is Tuesday', choice: WEEKLY, calendar: MONDAY_OFF, now: '2027-05-18T07:00+02:00', since: '2027-05-12T10:00+02:00', isDue: true },
  { says: 'weekly: and what came on 17 May stands in it', choice: WEEKLY, calendar: MONDAY_OFF, now: '2027-05-18T07:00+02:00', since: '2027-05-17T20:00+02:00', isDue: true },
  { says: 'weekly: in a week of holidays', choice: WEEKLY, calendar: WINTER_BREAK, now: '2027-02-25T10:00+01:00', since: '2027-02-19T10:00+01:00', isDue: false },
  { says: 'hours in the middle of the day are quiet', choice: { ...DAILY, quietFrom: 8, quietTo: 15 }, now: '2027-01-19T10:00+01:00', since: '2027-01-18T10:00+01:00', isDue: false },
  { says: 'and the letter comes before them', choice: { ...DAILY, quietFrom: 8, quietTo: 15 }, now: '2027-01-19T00:00+01:00', since: '2027-01-18T10:00+01:00', isDue: true },
  { says: 'or after them, if the server slept', choice: { ...DAILY, quietFrom: 8, quietTo: 15 }, now: '2027-01-19T15:00+01:00', since: '2027-01-18T10:00+01:00', isDue: true },
  { says: 'no quiet hours: at midnight', choice: { ...DAILY, quietFrom: 0, quietTo: 0 }, now: '2027-01-19T00:00+01:00', since: '2027-01-18T23:59+01:00', isDue: true },
  { says: 'no quiet hours, the same day', choice: { ...DAILY, quietFrom: 9, quietTo: 9 }, now: '2027-01-19T09:00+01:00', since: '2027-01-19T00:01+01:00', isDue: false },
  { says: 'the clock is the school’s: seven in Oslo is not seven in Athens', now: '2027-01-19T05:00Z', since: '2027-01-18T10:00Z', timeZone: 'Europe/Athens', isDue: true },
  { says: 'nor the day: Friday evening in Oslo is Saturday in Auckland', now: '2027-01-22T19:00Z', since: '2027-01-21T10:00Z', timeZone: 'Pacific/Auckland', isDue: false },
  // Clocks go forward on Sunday 28 March 2027 and back on Sunday 31 October.
  { says: 'the Monday after the clocks went forward, at six in Greenwich’s winter', now: '2027-03-29T05:00Z', since: '2027-03-26T10:00Z', isDue: true },
  { says: 'and not an hour before', now: '2027-03-29T04:59Z', since: '2027-03-26T10:00Z', isDue: false },
  { says: 'the Monday after they went back', now: '2027-11-01T06:00Z', since: '2027-10-29T10:00Z', isDue: true },
  { says: 'and not at the old hour', now: '2027-11-01T05:59Z', since: '2027-10-29T10:00Z', isDue: false },
  // Cairo's go forward on a school day, Friday 30 April 2027 at midnight.
  { says: 'quiet until an hour that does not exist that day', choice: { ...DAILY, quietFrom: 16, quietTo: 0 }, timeZone: 'Africa/Cairo', now: '2027-04-29T22:00Z', since: '2027-04-29T10:00Z', isDue: true },
]

describe('a letter', () => {
  it.each(CASES)(
    '$says: $isDue',
    ({
      now,
      since,
      mailed,
      choice = DAILY,
      calendar = NO_DAYS,
      timeZone = 'Europe/Oslo',
      isDue,
    }) => {
      const question = {
        choice,
        nowMs: at(now),
        sinceMs: at(since),
        mailedAtMs: mailed === undefined ? null : at(mailed),
        school: { timeZone, calendar },
      }

      expect(isDigestDue(question)).toBe(isDue)
    },
  )

  it('comes once on each of a year’s school days, asked every half an hour, and never else', () => {
    const holidays = [span('2027-02-22', '2027-02-26'), span('2027-03-22', '2027-03-29')]
    const school = { timeZone: 'Europe/Oslo', calendar: { ...NO_DAYS, holidays } }
    let mailedAtMs: number | null = null
    const sent: string[] = []

    for (let nowMs = at('2027-01-01T00:00Z'); nowMs < at('2028-01-01T00:00Z'); nowMs += 1_800_000) {
      // Something new waits at every moment.
      const sinceMs: number = mailedAtMs ?? at('2026-12-31T10:00Z')
      if (!isDigestDue({ choice: DAILY, nowMs, sinceMs, mailedAtMs, school })) continue
      mailedAtMs = nowMs
      sent.push(new Date(nowMs).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' }))
    }

    // 261 weekdays, five in February, six round Easter.
    expect(sent).toHaveLength(261 - 5 - 6)
    expect(sent.filter((moment) => !moment.endsWith(' 07:00:00'))).toEqual([])
    expect(new Set(sent).size).toBe(sent.length)
  })
})

describe('quiet hours', () => {
  it.each([
    [16, 7, [0, 6, 16, 23], [7, 12, 15]],
    [8, 15, [8, 14], [0, 7, 15, 23]],
    [0, 7, [0, 6], [7, 23]],
    [22, 0, [22, 23], [0, 21]],
    [9, 9, [], [0, 9, 23]],
  ])('from %i to %i', (quietFrom, quietTo, quiet, allowed) => {
    const hours = { quietFrom, quietTo }

    expect(quiet.filter((hour) => !isQuiet(hour, hours))).toEqual([])
    expect(allowed.filter((hour) => isQuiet(hour, hours))).toEqual([])
  })
})

describe('a school day', () => {
  const years = [span('2026-08-17', '2027-06-18'), span('2027-08-16', '2028-06-16')]
  const calendar = { holidays: [span('2026-12-21', '2027-01-01')], schoolYears: years }
  it.each([
    ['2027-06-18', true],
    ['2027-06-21', false],
    ['2027-08-13', false],
    ['2027-08-16', true],
    ['2026-12-21', false],
    ['2027-01-01', false],
    ['2027-01-04', true],
    // Nobody has said what comes after.
    ['2028-06-19', true],
    ['2026-08-14', true],
    ['2027-01-09', false],
  ])('%s: %s', (date, is) => {
    expect(isSchoolDay(date as CalendarDate, calendar)).toBe(is)
  })
})
