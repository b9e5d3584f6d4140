import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEEDS, HonestSchool } from '../../support/honest-school.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import { structureOf } from '../../support/structure-of.ts'
import { isHalfApplied } from '../../support/sync-client.ts'

/** About 20 messages each: 10,000 in all, 25,000 under LONG=1. */
const RUNS = propertyRuns(600, 1500)
const MESSAGES = (RUNS * 10_000) / 600

const deed = fc.record({
  tab: fc.nat(5),
  act: fc.constantFrom(...DEEDS),
  at: fc.nat(30),
})

it(
  '[G5] [O2] refuses nobody who writes in many tabs, offline, undoes, comes back, and everyone ends with the same',
  () => {
    const answers = new Map<string, number>()
    fc.assert(
      fc.property(fc.array(deed, { minLength: 30, maxLength: 80, size: 'max' }), (deeds) => {
        const school = new HonestSchool()
        for (const each of deeds) school.do(each)
        school.settle()

        for (const [answer, count] of school.answers) {
          expect(['new', 'nothing-new', 'early']).toContain(answer)
          answers.set(answer, (answers.get(answer) ?? 0) + count)
        }
        expect(school.waiting).toBe(0)
        expect(school.docs.some(isHalfApplied)).toBe(false)
        const [first, ...others] = school.docs.map(structureOf)
        for (const other of others) expect(other).toEqual(first)
      }),
      { numRuns: RUNS },
    )
    expect([...answers.keys()].sort()).toEqual(['early', 'new', 'nothing-new'])
    expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(MESSAGES)
  },
  propertyTimeoutMs(RUNS),
)
