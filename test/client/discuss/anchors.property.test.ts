/** Threads stay on their text, whatever two people do to it: SPEC.md of shared/discuss, T1 to T7. */
import * as fc from 'fast-check'
import { fromBase64 } from 'lib0/buffer'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { occurrences } from '../../../shared/discuss/context-score.ts'
import { flatOffset, flatText } from '../../../shared/discuss/flat-text.ts'
import { resolveAnchor } from '../../../shared/discuss/resolve-anchor.ts'
import { follow, type Resolve } from '../../support/followed-anchors.ts'
import { propertyRuns, usualSeed } from '../../support/property-runs.ts'
import { edit } from '../../support/text-edits.ts'

/** Two thousand sequences are ten seconds of a processor; ten thousand new ones with LONG=1. */
const LONG = { timeout: 3_600_000 }

const sequence = fc.record({
  threads: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 100 }),
      length: fc.constantFrom(1, 4, 5, 13, 14, 24, 40),
      after: fc.constantFrom(0, 0, 0, 3),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  edits: fc.array(edit, { minLength: 4, maxLength: 14 }),
})

describe('threads on a text that two people edit', () => {
  it('[T1] are each on their text, or orphaned, and never on another', LONG, () => {
    const tally = { position: 0, quote: 0, orphans: 0 }

    fc.assert(
      fc.property(sequence, (each) => follow(each, resolveAnchor, tally)),
      { numRuns: propertyRuns(2_000, 10_000), ...usualSeed(20_261_126) },
    )

    const total = tally.position + tally.quote + tally.orphans
    expect(tally.position / total).toBeGreaterThan(0.5)
    expect(tally.quote / total).toBeGreaterThan(0.05)
    expect(tally.orphans / total).toBeGreaterThan(0.02)
    if (process.env['TALLY']) console.log(tally)
  })

  it('are seen to stray when found by a bare quote', LONG, () => {
    expect(strays(bare)).toBe(true)
  })

  it('are seen to stray when positions are trusted, whatever stands there', LONG, () => {
    expect(strays(trusting)).toBe(true)
  })
})

const bare: Resolve = (fragment, anchor) => {
  const [first] = occurrences(flatText(fragment).words, anchor.quote)
  return first ? { ...first, by: 'quote' } : null
}

const trusting: Resolve = (fragment, anchor) => {
  const [from, to] = [anchor.from, anchor.to].map((position) => {
    const relative = Y.decodeRelativePosition(fromBase64(position))
    const { type, index } =
      Y.createAbsolutePositionFromRelativePosition(relative, fragment.doc!) ?? {}
    return flatOffset(flatText(fragment), type, index ?? 0) ?? 0
  }) as [number, number]
  return from < to ? { from, to, by: 'position' } : resolveAnchor(fragment, anchor)
}

function strays(resolve: Resolve): boolean {
  const { failed } = fc.check(
    fc.property(sequence, (each) => follow(each, resolve)),
    {
      numRuns: 2_000,
      endOnFailure: true,
    },
  )
  return failed
}
