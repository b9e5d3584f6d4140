import { expect, it } from 'vitest'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import { daysLate, type Status } from '../../../shared/plan/status.ts'

it.each<[Status, string | null, number]>([
  ['planned', '2027-01-18', 1],
  ['started', '2026-12-11', 39],
  ['started', '2027-01-19', 0],
  ['started', '2027-01-20', 0],
  ['started', null, 0],
  ['done', '2026-12-11', 0],
  ['stopped', '2026-12-11', 0],
])('%s, due %s, is %i days late on 19 January 2027', (status, due, late) => {
  expect(daysLate({ status, due: due as CalendarDate | null }, '2027-01-19' as CalendarDate)).toBe(
    late,
  )
})
