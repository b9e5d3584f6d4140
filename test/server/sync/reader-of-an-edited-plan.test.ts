import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { MAX_READ_OF_READERS_BYTES } from '../../../shared/protocol/limits.ts'
import { roomOfTwo } from '../../support/room-of-two.ts'

const room = roomOfTwo()

it('[W6] a reader comes in to a much-edited plan: all its deletions are nothing new', async () => {
  const text = new Y.XmlText('x'.repeat(16_000))
  room.kari.doc.getXmlFragment('text:a.b').insert(0, [text])
  room.kari.doc.transact(() => {
    // From behind: Yjs finds its place at once.
    for (let index = 12_000; index > 0; index -= 2) text.delete(index, 1)
  })
  await room.kari.allSaved()

  const reader = await room.join({ as: 'gro:guest' })
  await reader.allSaved()

  const handshake = Y.encodeStateAsUpdate(reader.doc, Y.encodeStateVector(reader.doc))
  expect(handshake.byteLength).toBeGreaterThan(MAX_READ_OF_READERS_BYTES)
  expect(reader.rejected).toEqual([])
  expect(reader.doc.getXmlFragment('text:a.b').length).toBe(1)
})
