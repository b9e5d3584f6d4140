import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { hostileWrites, writeHostile } from '../../support/hostile-doc.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { faultsOf } from '../../support/valid-plan.ts'

const PATIENCE = { timeout: 120_000 }
const RUNS = { numRuns: propertyRuns(150) }

it('[P9] [P10] any document reads as a valid plan', PATIENCE, () => {
  fc.assert(
    fc.property(hostileWrites, (writes) => {
      const doc = new Y.Doc()
      writeHostile(doc, writes)

      const { plan } = readPlan(doc, CURRENT_TEMPLATE)

      expect(faultsOf(plan, CURRENT_TEMPLATE)).toEqual([])
    }),
    RUNS,
  )
})

it(
  '[P9] [P10] [P12] it reads as a valid plan where it arrives, the same each time',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(hostileWrites, (writes) => {
        const here = new Y.Doc()
        writeHostile(here, writes)
        const there = copyOf(here)

        const first = readPlan(there, CURRENT_TEMPLATE)

        expect(faultsOf(first.plan, CURRENT_TEMPLATE)).toEqual([])
        expect(readPlan(there, CURRENT_TEMPLATE)).toEqual(first)
        expect(readPlan(copyOf(there), CURRENT_TEMPLATE)).toEqual(first)
      }),
      RUNS,
    )
  },
)

it('[P11] reading sends nothing and makes nothing', PATIENCE, () => {
  fc.assert(
    fc.property(hostileWrites, (writes) => {
      const here = new Y.Doc()
      writeHostile(here, writes)
      const there = copyOf(here)
      const roots = [...there.share.keys()]
      const before = Y.encodeStateAsUpdate(there)
      let updates = 0
      there.on('update', () => updates++)

      readPlan(there, CURRENT_TEMPLATE)

      expect(updates).toBe(0)
      expect([...there.share.keys()]).toEqual(roots)
      expect(Y.encodeStateAsUpdate(there)).toEqual(before)
    }),
    RUNS,
  )
})

it(
  '[P12] three people who write apart read the same, in whatever order it arrives',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(
        fc.tuple(hostileWrites, hostileWrites, hostileWrites),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (writesOf, order) => {
          const updates = writesOf.map((writes, index) => {
            const doc = new Y.Doc()
            doc.clientID = index + 1
            writeHostile(doc, writes)
            return Y.encodeStateAsUpdate(doc)
          })
          const inOrder = documentFrom(updates)
          const shuffled = documentFrom(order.map((index) => updates[index]!))

          expect(readPlan(shuffled, CURRENT_TEMPLATE).plan).toEqual(
            readPlan(inOrder, CURRENT_TEMPLATE).plan,
          )
        },
      ),
      RUNS,
    )
  },
)

function copyOf(doc: Y.Doc): Y.Doc {
  return documentFrom([Y.encodeStateAsUpdate(doc)])
}

function documentFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
