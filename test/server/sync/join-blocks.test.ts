import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '../../../server/sync/decode-update.ts'
import { learn } from '../../../server/sync/guard.ts'
import { isNextBlock, joinBlocks } from '../../../server/sync/join-blocks.ts'
import { KnownIds } from '../../../server/sync/known-ids.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const WORDS = ['a', 'å', 'er', '👩‍🏫', ' ', 'x'.repeat(200)]
const deed = fc.record({
  who: fc.nat(4),
  at: fc.nat(30),
  what: fc.oneof(fc.constantFrom(...WORDS), fc.constant({ bold: true }), fc.constant('delete')),
})

it(
  '[W7] joins blocks to the very bytes that Yjs makes of them',
  () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 2, maxLength: 40 }), (deeds) => {
        for (const updates of runsOfBlocks(updatesOf(deeds))) {
          const joined = joinBlocks(updates)

          if (joined) expect(joined).toEqual(Y.mergeUpdates([...updates]))
          else expect(updates.some((bytes) => (bytes.at(-2) ?? 0) >= 0x80)).toBe(true)
        }
      }),
      { numRuns: propertyRuns(300) },
    )
  },
  propertyTimeoutMs(300),
)

it('[W7] takes a key for a block, and a deletion, a repetition or two authors for none', () => {
  const [first = none, second = none] = updatesOf([
    { who: 0, at: 0, what: 'a' },
    { who: 0, at: 1, what: 'b' },
  ])
  const both = Y.mergeUpdates([first, second])
  const [, erased = none] = updatesOf([
    { who: 0, at: 0, what: 'a' },
    { who: 0, at: 0, what: 'delete' },
  ])
  const [other = none] = updatesOf([{ who: 1, at: 0, what: 'a' }])

  expect(isNext(first)).toBe(true)
  expect(isNext(second, first)).toBe(true)
  expect(isNext(both)).toBe(true)
  expect(isNext(both, first)).toBe(false)
  expect(isNext(erased, first)).toBe(false)
  expect(isNext(Y.mergeUpdates([first, other]))).toBe(false)
})

it('[W7] leaves to Yjs what is written longer than it has to be', () => {
  const [first = none] = updatesOf([{ who: 0, at: 0, what: 'a' }])
  const longCount = Uint8Array.of(0x81, 0, ...first.subarray(1))
  const longEnd = Uint8Array.of(...first.subarray(0, -1), 0x80, 0)

  expect(isNext(longCount)).toBe(true)
  expect(joinBlocks([longCount])).toBeNull()
  expect(isNext(longEnd)).toBe(true)
  expect(joinBlocks([longEnd])).toBeNull()
})

const none = new Uint8Array()

/** What five people, each in a document that has all so far, send. */
function updatesOf(
  deeds: readonly { who: number; at: number; what: string | object }[],
): readonly Uint8Array[] {
  const docs = [0, 1, 2, 3, 4].map((who) => {
    const doc = new Y.Doc()
    doc.clientID = [5, 90, 70_000, 4_000_000_000, 300][who] ?? 1
    return doc
  })
  const updates: Uint8Array[] = []
  for (const { who, at, what } of deeds) {
    const doc = docs[who]
    if (!doc) continue
    const text = doc.getText('t')
    const place = Math.min(at, text.length)
    const before = Y.encodeStateVector(doc)
    doc.once('update', (update: Uint8Array) => updates.push(update))
    if (typeof what === 'object') text.format(0, text.length, what)
    else if (what === 'delete') text.delete(0, Math.min(1, text.length))
    else text.insert(place, what)
    const sent = Y.encodeStateAsUpdate(doc, before)
    for (const other of docs) if (other !== doc) Y.applyUpdate(other, sent)
  }
  return updates
}

/** As they stand beside each other in a frame. */
function runsOfBlocks(updates: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const known = new KnownIds()
  const runs: Uint8Array[][] = [[]]
  for (const bytes of updates) {
    const update = decodeUpdate(bytes)
    if (!update) throw new Error('not an update')
    if (isNextBlock(update, known)) runs.at(-1)?.push(bytes)
    else runs.push([])
    learn(known, update)
  }
  return runs.filter((run) => run.length > 0)
}

function isNext(bytes: Uint8Array, ...before: readonly Uint8Array[]): boolean {
  const known = new KnownIds()
  for (const earlier of before) {
    const update = decodeUpdate(earlier)
    if (update) learn(known, update)
  }
  const update = decodeUpdate(bytes)
  return update !== null && isNextBlock(update, known)
}
