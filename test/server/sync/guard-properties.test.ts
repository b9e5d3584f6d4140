import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { KnownIds } from '../../../server/sync/known-ids.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import { isHalfApplied, type, written } from '../../support/sync-client.ts'
import { take } from '../../support/take-update.ts'

describe('the guard', () => {
  const hello = new Y.Doc()
  type(hello, 'Hei')
  const update = Y.encodeStateAsUpdate(hello)

  it(
    '[G1] any bytes at all, without a throw, and what it lets in applies whole',
    () => {
      fc.assert(
        fc.property(mangled(update), (bytes) => {
          const doc = new Y.Doc()

          const verdict = take(bytes, new KnownIds())

          if (verdict === 'new') Y.applyUpdate(doc, bytes)
          expect(isHalfApplied(doc)).toBe(false)
        }),
        { numRuns: propertyRuns(2000) },
      )
    },
    propertyTimeoutMs(2000),
  )

  it(
    '[G5] refuses nothing that peers write, in whatever order the room has it',
    () => {
      let letters = 0
      fc.assert(
        fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
          const known = new KnownIds()
          const room: Uint8Array[] = []
          const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
          const outboxes: Uint8Array[][] = [[], [], []]
          const read = [0, 0, 0]
          docs.forEach((doc, peer) =>
            doc.on('update', (made: Uint8Array, origin: unknown) => {
              if (origin !== 'remote') outboxes[peer]!.push(made)
            }),
          )
          const undo = docs.map(
            (doc) =>
              new Y.UndoManager(field(doc), {
                captureTimeout: 0,
                trackedOrigins: new Set(['test']),
              }),
          )

          const accept = (bytes: Uint8Array) => {
            const verdict = take(bytes, known)
            expect(['new', 'nothing-new']).toContain(verdict)
            if (verdict === 'new') room.push(bytes)
          }
          const readAll = (peer: number) => {
            for (const bytes of room.slice(read[peer])) Y.applyUpdate(docs[peer]!, bytes, 'remote')
            read[peer] = room.length
          }
          for (const { peer, act } of deeds) {
            const doc = docs[peer]!
            if (act === 'type') type(doc, 'x')
            else if (act === 'delete') deleteSome(doc)
            else if (act === 'undo') undo[peer]!.undo()
            else if (act === 'read') readAll(peer)
            else if (act === 'send') for (const bytes of outboxes[peer]!.splice(0)) accept(bytes)
            else {
              // Everything again, as after a reconnect; what waits to be sent is in it.
              outboxes[peer]!.splice(0)
              accept(Y.encodeStateAsUpdate(doc))
            }
          }
          docs.forEach((doc, peer) => {
            outboxes[peer]!.splice(0)
            accept(Y.encodeStateAsUpdate(doc))
          })
          docs.forEach((_doc, peer) => readAll(peer))

          const texts = docs.map(written)
          letters += texts[0]!.length
          expect(new Set(texts).size).toBe(1)
          expect(docs.some(isHalfApplied)).toBe(false)
        }),
        { numRuns: propertyRuns(300) },
      )
      expect(letters).toBeGreaterThan(0)
    },
    propertyTimeoutMs(300),
  )
})

const deed = fc.record({
  peer: fc.nat(2),
  act: fc.constantFrom('type', 'type', 'delete', 'undo', 'read', 'send', 'again'),
})

function field(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('text:leadership.today')
}

function deleteSome(doc: Y.Doc): void {
  const paragraph = field(doc).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (text instanceof Y.XmlText && text.length > 0) {
    doc.transact(() => text.delete(0, Math.min(2, text.length)), 'test')
  }
}

/** An update with some of its bytes changed, left out or added; or any bytes. */
function mangled(update: Uint8Array) {
  return fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .array(fc.tuple(fc.nat(update.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      .map((changes) => {
        const bytes = update.slice()
        for (const [at, value] of changes) bytes[at] = value
        return bytes
      }),
    fc.nat(update.length).map((length) => update.slice(0, length)),
  )
}
