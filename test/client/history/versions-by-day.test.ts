import { expect, it } from 'vitest'
import { newestBefore, versionsByDay } from '../../../client/history/versions-by-day.ts'
import type { Version } from '../../../shared/api/history.ts'

const version = (seq: number, atMs: number): Version => ({
  seq,
  atMs,
  kind: 'automatic',
  name: null,
  by: [],
})
const NOON = new Date(2026, 10, 12, 12).getTime()
const HOUR = 3_600_000

it('puts versions of one day together, newest first', () => {
  const versions = [version(9, NOON + HOUR), version(5, NOON), version(2, NOON - 24 * HOUR)]

  expect(versionsByDay(versions).map(({ date, versions: ofDay }) => [date, ofDay.length])).toEqual([
    ['2026-11-12', 2],
    ['2026-11-11', 1],
  ])
})

it('finds the newest one before a moment', () => {
  const versions = [version(9, NOON), version(5, NOON)]

  expect(newestBefore(versions, 9)?.seq).toBe(5)
  expect(newestBefore(versions, 5)).toBeNull()
})
