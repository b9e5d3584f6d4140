import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  authorAt,
  type AuthorRuns,
  authorSpans,
  lengthOf,
  runsAfter,
} from '../../../client/history/author-runs.ts'

const RUNS: AuthorRuns = [
  [3, 0],
  [2, -1],
  [4, 1],
]

it('says whose each letter is, and of some that nobody knows', () => {
  const spans = authorSpans(RUNS)

  expect([0, 2, 3, 4, 5, 8, 9].map((at) => authorAt(spans, at))).toEqual([
    0,
    0,
    null,
    null,
    1,
    1,
    null,
  ])
})

it('leaves to their writers the letters round those that were written since', () => {
  expect(runsAfter(RUNS, 'abcdefghi', 'abXYcdefghi')).toEqual([
    [2, 0],
    [2, -1],
    [1, 0],
    [2, -1],
    [4, 1],
  ])
})

it('never gives a letter to another writer, whatever became of the text', () => {
  const letters = fc.array(fc.constantFrom('a', 'b'), { maxLength: 12 })
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const runs = before.map((letter): [number, number] => [1, letter === 'a' ? 0 : 1])

      const now = runsAfter(runs, before.join(''), after.join(''))

      expect(lengthOf(now)).toBe(after.length)
      for (const { from, to, person } of authorSpans(now)) {
        const written = after.slice(from, to)
        expect(written.every((letter) => letter === (person === 0 ? 'a' : 'b'))).toBe(true)
      }
    }),
  )
})
