/** Updates that the generators found, each once let in by a guard that did not look closely enough. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  guardedRoom,
  KARI,
  MALLORY,
  OLA,
  PEOPLE,
  peerOf,
  SERVER,
  writeOn,
} from '../../support/guarded-plan.ts'
import { encodeRaw, type RawStruct } from '../../support/raw-update.ts'
import { isHalfApplied } from '../../support/sync-client.ts'

const LETTER: RawStruct = {
  kind: 'item',
  origin: null,
  rightOrigin: null,
  parent: 'text:leadership.today',
  parentSub: null,
  content: { kind: 'string', text: 'x' },
}

it('[G1] blocks that are not in the order of Yjs, highest client first, of which merging loses some', () => {
  const bytes = encodeRaw({
    blocks: [
      { client: SERVER, clock: 0, structs: [{ kind: 'gc', length: 1 }] },
      { client: MALLORY, clock: 0, structs: [LETTER, LETTER] },
    ],
    deletes: [],
  })
  const ola = peerOf(OLA)
  const merged = Y.mergeUpdates([bytes, writeOn(peerOf(KARI), 'Kari')])
  Y.applyUpdate(ola, merged)

  expect(Y.decodeStateVector(Y.encodeStateVector(ola)).get(MALLORY)).not.toBe(2)
  expect(guardedRoom().take(bytes, PEOPLE.mallory)).toBe('not a v1 update')
})

it('[G3] a repetition of what is known that refers to what never comes, and would wait for it in every document', () => {
  const bytes = encodeRaw({
    blocks: [
      { client: MALLORY, clock: 0, structs: [LETTER] },
      {
        client: SERVER,
        clock: 0,
        structs: [{ ...LETTER, origin: { client: MALLORY, clock: 1 } } as RawStruct],
      },
    ],
    deletes: [],
  })
  const kari = peerOf(KARI)
  Y.applyUpdate(kari, bytes)

  expect(isHalfApplied(kari)).toBe(true)
  expect(guardedRoom().take(bytes, PEOPLE.mallory)).toBe('refers to what is unknown')
})
