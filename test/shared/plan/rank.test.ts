import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRanked, parseRank, type Rank, rankBetween } from '../../../shared/plan/rank.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const rank = (text: string) => text as Rank

describe('[P7] a rank between two', () => {
  it.each([
    [null, null, 'a0'],
    ['a0', null, 'a1'],
    [null, 'a0', 'Zz'],
    ['a0', 'a1', 'a0V'],
  ])('%s and %s is %s', (before, after, expected) => {
    expect(rankBetween(before as Rank | null, after as Rank | null)).toBe(expected)
  })

  it('lies between, however often people insert in one place', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        const ranks: Rank[] = []
        for (const place of places) {
          const at = place % (ranks.length + 1)
          ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
        }

        expect([...ranks].sort()).toEqual(ranks)
        expect(new Set(ranks).size).toBe(ranks.length)
        expect(ranks.every((one) => parseRank(one) === one)).toBe(true)
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('[P9] is a rank for any neighbours, made by us or not', () => {
    const any = fc.option(
      fc.oneof(
        fc.constantFrom(
          'a0',
          'a1',
          'a0V',
          'Zz',
          'z',
          'a00',
          '0',
          'zzzzz',
          'A'.repeat(27),
          'z'.repeat(199),
          'y'.repeat(200),
        ),
        fc.stringMatching(/^[0-9A-Za-z]{1,8}$/),
      ),
    )
    fc.assert(
      fc.property(any, any, (before, after) => {
        const between = rankBetween(before as Rank | null, after as Rank | null)

        expect(parseRank(between)).toBe(between)
        const isLongest = before !== null && before.length === 200
        if (before !== null) expect(isLongest ? between >= before : between > before).toBe(true)
      }),
      { numRuns: propertyRuns(500) },
    )
  })
})

describe('a rank', () => {
  it.each(['', 'a b', 'a-0', 'å', 'a'.repeat(201), 7, null, undefined, {}])(
    '[P10] is not %j',
    (value) => {
      expect(parseRank(value)).toBeNull()
    },
  )
})

describe('[P7] the order', () => {
  it('is by rank in code units, then by id', () => {
    const rows = [
      { rank: rank('a0'), id: 'b' },
      { rank: rank('Zz'), id: 'c' },
      { rank: rank('a0'), id: 'a' },
      { rank: rank('A0'), id: 'd' },
    ]

    expect(rows.sort(compareRanked).map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b'])
  })
})
