import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { KnownIds } from '../../../server/sync/known-ids.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const range = fc.record({ clock: fc.nat(60), length: fc.integer({ min: 1, max: 6 }) })

it(
  '[G6] knows ids as a document does',
  () => {
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (ranges, size) => {
          const known = new KnownIds()
          const deleted = new Set<number>()
          for (let at = 0; at < ranges.length; at += size) {
            const some = ranges.slice(at, at + size)
            known.addDeleted(1, some)
            for (const { clock, length } of some) {
              for (let id = clock; id < clock + length; id++) deleted.add(id)
            }
          }

          for (let clock = 0; clock < 70; clock++) {
            expect(known.isDeleted(1, { clock, length: 1 })).toBe(deleted.has(clock))
            const two = deleted.has(clock) && deleted.has(clock + 1)
            expect(known.isDeleted(1, { clock, length: 2 })).toBe(two)
          }
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  },
  propertyTimeoutMs(500),
)

it('[G6] never reaches over a gap, and as far as is there once it is filled', () => {
  const known = new KnownIds()

  known.addWritten(1, { clock: 0, length: 2 })
  known.addWritten(1, { clock: 5, length: 3 })
  expect([known.reachOf(1), known.hasGaps]).toEqual([2, true])
  expect(known.isWritten(1, { clock: 6, length: 2 })).toBe(true)
  expect(known.isWritten(1, { clock: 4, length: 2 })).toBe(false)

  known.addWritten(1, { clock: 1, length: 4 })
  expect([known.reachOf(1), known.hasGaps]).toEqual([8, false])

  known.addWritten(2, { clock: 1, length: 1 })
  expect([known.reachOf(2), known.hasGaps]).toEqual([0, true])
  expect(Y.decodeStateVector(known.encodeStateVector())).toEqual(new Map([[1, 8]]))
})
