import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followSpell, isOver, PAUSE_MS, QUIET_MS } from '../../../server/history/spells.ts'
import type { UserId } from '../../../shared/ids.ts'

const MINUTE_MS = 60_000

type Written = readonly [minute: number, who: string | null]

/** Numbered from 1. */
function rows(...written: readonly Written[]) {
  return written.map(([minute, who], index) => ({
    seq: index + 1,
    timeMs: minute * MINUTE_MS,
    userId: who as UserId | null,
  }))
}

const endsOf = (...written: readonly Written[]) =>
  followSpell(null, rows(...written)).ended.map(({ seq }) => seq)

describe('a spell of writing', () => {
  it('ends by ten minutes of quiet', () => {
    expect(endsOf([0, 'kari'], [9, 'kari'], [18.9, 'kari'], [29, 'kari'], [30, 'kari'])).toEqual([
      3,
    ])
  })

  it('ends when somebody takes over what others have put down', () => {
    expect(endsOf([0, 'kari'], [5, 'kari'], [8, 'ola'], [9, 'ola'])).toEqual([2])
    expect(endsOf([0, 'kari'], [20, 'ola'], [23, 'kari'])).toEqual([1, 2])
  })

  it('goes on when people write at once, and when they take turns', () => {
    expect(endsOf([0, 'kari'], [0.1, 'ola'], [0.2, 'kari'], [1, 'per'], [1.1, 'ola'])).toEqual([])
    const turns = Array.from({ length: 20 }, (_, turn): Written => [
      turn * 3,
      turn % 2 ? 'ola' : 'kari',
    ])
    expect(endsOf(...turns)).toEqual([1])
  })

  it('goes on through what the server writes itself', () => {
    expect(endsOf([0, null], [5, 'kari'], [8, null], [9, 'kari'])).toEqual([])
    expect(endsOf([0, null], [11, 'kari'])).toEqual([1])
  })

  it('counts from its last update on, and is over ten minutes later', () => {
    const { spell } = followSpell(null, rows([0, 'kari'], [1, 'ola']))

    expect(spell).toEqual({ lastSeq: 2, lastMs: MINUTE_MS, present: ['kari', 'ola'] })
    expect(isOver(spell!, MINUTE_MS + QUIET_MS - 1)).toBe(false)
    expect(isOver(spell!, MINUTE_MS + QUIET_MS)).toBe(true)
  })

  it('is the same however many updates are read at a time; hands change less often than there are people', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('kari', 'ola', 'per', null),
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.nat(40), (steps, cut) => {
        let minute = 0
        const all = rows(...steps.map(([gap, who]) => [(minute += gap), who] as const))
        const whole = followSpell(null, all)
        const first = followSpell(null, all.slice(0, cut))
        const second = followSpell(first.spell, all.slice(cut))

        expect({ ...second, ended: [...first.ended, ...second.ended] }).toEqual(whole)
        const quiets = all.filter(
          ({ timeMs }, at) => at > 0 && timeMs - all[at - 1]!.timeMs >= QUIET_MS,
        ).length
        expect(whole.ended.length).toBeLessThanOrEqual(quiets + 2 * (quiets + 1))
        for (const { seq } of whole.ended) {
          const gap = all[seq]!.timeMs - all[seq - 1]!.timeMs
          expect(gap).toBeGreaterThanOrEqual(PAUSE_MS)
        }
      }),
    )
  })
})
