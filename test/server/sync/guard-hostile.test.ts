import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { hostileUpdate } from '../../support/arbitrary-hostile-updates.ts'
import { guardedRoom, KARI, OLA, PEOPLE, peerOf, writeOn } from '../../support/guarded-plan.ts'
import { structureOf } from '../../support/structure-of.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import { isHalfApplied } from '../../support/sync-client.ts'

const RUNS = propertyRuns(20_000, 50_000)

/** Every word with which the guard answers; each is reached. */
const REASONS = [
  'new',
  'nothing-new',
  'not a v1 update',
  "somebody else's client id",
  'a gap in the clock',
  'something new behind a Skip',
  'refers to what is unknown',
  'refers to itself',
  'before what it is after',
  'deletes what is unknown',
  'a key too long',
  'root type "other"',
  'root type "text:__proto__"',
  'mark "blink"',
  'element "script"',
  'YArray',
  'YText',
  'YXmlHook',
  'ContentJSON',
  'ContentBinary',
  'ContentEmbed',
  'ContentDoc',
  'a value too deep',
  'a value that is not plain',
]

it(
  '[G1] [G3] [G4] [O1] whatever a hostile member sends is applied whole by everyone or by nobody, and nobody honest is ignored',
  () => {
    const answers = new Map<string, number>()
    fc.assert(
      fc.property(hostileUpdate(), (bytes) => {
        const room = guardedRoom()
        const vector = room.known.encodeStateVector()

        const answer = room.take(bytes, PEOPLE.mallory)

        answers.set(answer, (answers.get(answer) ?? 0) + 1)
        if (answer === 'new') expectHarmless(bytes, room)
        else expect(room.known.encodeStateVector()).toEqual(vector)
      }),
      { numRuns: RUNS },
    )
    const unreached = REASONS.filter((reason) => !answers.has(reason))
    // The rarest comes about once in 500.
    expect(RUNS < 5000 ? [] : unreached).toEqual([])
    expect(answers.get('new')).toBeGreaterThan(RUNS / 10)
  },
  propertyTimeoutMs(RUNS / 100),
)

/** It was let in: everyone has it whole, and what honest people write meanwhile is taken and kept. */
function expectHarmless(bytes: Uint8Array, room: ReturnType<typeof guardedRoom>): void {
  const [kari, ola] = [peerOf(KARI), peerOf(OLA)]
  // Kari writes before she hears of it, Ola after.
  const byKari = writeOn(kari, 'Kari')
  Y.applyUpdate(ola, bytes, 'remote')
  expect(isHalfApplied(ola)).toBe(false)
  const byOla = writeOn(ola, 'Ola')

  expect(room.take(byKari, PEOPLE.kari)).toBe('new')
  expect(room.take(byOla, PEOPLE.ola)).toBe('new')
  Y.applyUpdate(kari, Y.mergeUpdates([bytes, byOla]), 'remote')
  Y.applyUpdate(ola, byKari, 'remote')
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(ola))

  const vector = Y.decodeStateVector(room.known.encodeStateVector())
  const read = structureOf(kari)
  for (const doc of [kari, ola, fresh]) {
    expect(isHalfApplied(doc)).toBe(false)
    expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(vector)
    expect(doc.getMap('plan').get(`title-${KARI}`)).toBe('Kari')
    expect(doc.getMap('plan').get(`title-${OLA}`)).toBe('Ola')
    expect(structureOf(doc)).toEqual(read)
  }
  // What follows from it (all that was in what it deletes) is told once, and then known.
  room.take(Y.encodeStateAsUpdate(kari), PEOPLE.kari)
  expect(room.take(Y.encodeStateAsUpdate(kari), PEOPLE.ola)).toBe('nothing-new')
}
