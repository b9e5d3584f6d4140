/** Harmless updates of exactly so many bytes, for tests of caps. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessFrame } from '../../shared/protocol/frames.ts'

/** So that the id always takes five bytes. */
let lastClientId = 0xf000_0000

/** One value under `plan/much`, by somebody who has written nothing yet. */
export function sizedUpdate(byteLength: number): Uint8Array {
  const clientID = ++lastClientId
  const make = (length: number) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    doc.getMap('plan').set('much', 'x'.repeat(length))
    return Y.encodeStateAsUpdate(doc)
  }
  const overhead = make(byteLength).byteLength - byteLength
  return exactly(byteLength, make(byteLength - overhead))
}

/** A frame with the same awareness state for each id. */
export function awarenessOf(clientIds: readonly number[], state: string): Uint8Array {
  return awarenessFrame(awarenessUpdate(clientIds, state))
}

/** A frame whose awareness update has this size. */
export function sizedAwareness(clientId: number, byteLength: number): Uint8Array {
  const make = (length: number) =>
    awarenessUpdate([clientId], JSON.stringify({ x: 'x'.repeat(length) }))
  const overhead = make(byteLength).byteLength - byteLength
  return awarenessFrame(exactly(byteLength, make(byteLength - overhead)))
}

function awarenessUpdate(clientIds: readonly number[], state: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clientIds.length)
    for (const clientId of clientIds) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, state)
    }
  })
}

function exactly(byteLength: number, update: Uint8Array): Uint8Array {
  if (update.byteLength !== byteLength) throw new Error(`${update.byteLength}, not ${byteLength} B`)
  return update
}
