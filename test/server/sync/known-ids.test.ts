import * as fc from 'fast-check'
import { expect, it } from 'vitest'
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
