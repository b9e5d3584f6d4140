/** Updates that the generators found, each once let in by a guard that did not look closely enough. */
import { describe, expect, it } from 'vitest'
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
import { encodeRaw, type RawItem, type RawStruct } from '../../support/raw-update.ts'
import { isHalfApplied } from '../../support/sync-client.ts'

const LETTER: RawItem = {
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
        structs: [{ ...LETTER, origin: { client: MALLORY, clock: 1 } }],
      },
    ],
    deletes: [],
  })
  const kari = peerOf(KARI)
  Y.applyUpdate(kari, bytes)

  expect(isHalfApplied(kari)).toBe(true)
  expect(guardedRoom().take(bytes, PEOPLE.mallory)).toBe('refers to what is unknown')
})

it('[G8] a letter before and after one and the same letter, which stands elsewhere after a reload', () => {
  const inside = { client: SERVER, clock: 7 }
  const struct: RawStruct = { ...LETTER, origin: inside, rightOrigin: inside }
  const bytes = encodeRaw({
    blocks: [{ client: MALLORY, clock: 0, structs: [struct] }],
    deletes: [],
  })
  expect(guardedRoom().take(bytes, PEOPLE.mallory)).toBe('before what it is after')
})

describe('[G7] elements within each other', () => {
  it.each([false, true])('are refused from 66 on, and known ones do not count (%s)', (beside) => {
    expect(guardedRoom().take(nest(65, beside), PEOPLE.mallory)).toBe('new')
    expect(guardedRoom().take(nest(66, beside), PEOPLE.mallory)).toBe('nested too deep')
    const room = guardedRoom()
    room.take(nest(50, beside), PEOPLE.mallory)
    expect(room.take(nest(100, beside), PEOPLE.mallory)).toBe('new')
  })

  it('could not be deleted by anybody, in their thousands', () => {
    const kari = peerOf(KARI)
    Y.applyUpdate(kari, nest(10_000, false))
    const deletes = [{ client: MALLORY, ranges: [{ clock: 0, length: 1 }] }]

    expect(() => Y.applyUpdate(kari, encodeRaw({ blocks: [], deletes }))).toThrow()
  })
})

/** Each in the one before. `beside`: known to be there only by the letters it stands beside. */
function nest(depth: number, beside: boolean): Uint8Array {
  const size = beside ? 3 : 1
  const structs = Array.from({ length: depth }, (_, level): RawStruct[] => {
    const parent = level === 0 ? LETTER.parent : { client: MALLORY, clock: level * size - 1 }
    const content = { kind: 'type', ref: 3, name: 'blockquote' } as const
    if (!beside) return [{ ...LETTER, parent, content }]
    const letters = { kind: 'string', text: 'xx' } as const
    const origin = { client: MALLORY, clock: level * size }
    return [
      { ...LETTER, parent, content: letters },
      { ...LETTER, origin, content },
    ]
  })
  return encodeRaw({
    blocks: [{ client: MALLORY, clock: 0, structs: structs.flat() }],
    deletes: [],
  })
}
