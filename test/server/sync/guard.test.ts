import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge, learn } from '../../../server/sync/guard.ts'
import { KnownIds } from '../../../server/sync/known-ids.ts'
import type { ActionId } from '../../../shared/ids.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { seedPlan } from '../../../shared/plan/seed-plan.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { isHalfApplied, type, written } from '../../support/sync-client.ts'

describe('the guard lets in', () => {
  it('[G1] a seeded plan and an action with everything in it', () => {
    const doc = new Y.Doc()
    const known = new KnownIds()
    const verdicts: string[] = []
    doc.on('update', (update: Uint8Array) => verdicts.push(take(update, known)))
    let byte = 0
    const random = (count: number) => new Uint8Array(count).fill(byte++)

    seedPlan(
      doc,
      CURRENT_TEMPLATE,
      { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null, content: NO_CONTENT },
      random,
    )
    createAction(
      doc,
      {
        id: 'x'.repeat(20) as ActionId,
        commitment: 'pupils',
        rank: 'a0' as Rank,
        owners: ['name:Kari'],
        deletedAt: 'new',
      },
      'init',
    )
    type(doc, 'Hei')

    expect(verdicts).toEqual(['new', 'new', 'new'])
  })

  it('[G2] what it knows, as nothing new, deletions included', () => {
    const doc = new Y.Doc()
    type(doc, 'Hei')
    doc.getXmlFragment('text:leadership.today').delete(0, 1)
    const known = new KnownIds()
    const all = Y.encodeStateAsUpdate(doc)

    expect(take(all, known)).toBe('new')
    expect(take(all, known)).toBe('nothing-new')
    expect(take(Uint8Array.of(0, 0), known)).toBe('nothing-new')
  })

  it('[G2] a repetition that also brings something new', () => {
    const doc = new Y.Doc()
    type(doc, 'Hei')
    const known = new KnownIds()
    take(Y.encodeStateAsUpdate(doc), known)
    type(doc, ' der')

    expect(take(Y.encodeStateAsUpdate(doc), known)).toBe('new')
  })

  it('[G3] a whole plan by several people who refer to each other', () => {
    const [kari, ola] = [new Y.Doc(), new Y.Doc()]
    for (let round = 0; round < 5; round++) {
      type(kari, 'a')
      Y.applyUpdate(ola, Y.encodeStateAsUpdate(kari))
      type(ola, 'b')
      Y.applyUpdate(kari, Y.encodeStateAsUpdate(ola))
    }

    expect(take(Y.encodeStateAsUpdate(kari), new KnownIds())).toBe('new')
  })
})

describe('the guard refuses', () => {
  const hello = new Y.Doc()
  type(hello, 'Hei')
  const update = Y.encodeStateAsUpdate(hello)

  it.each([
    ['nothing at all', new Uint8Array()],
    ['v2 bytes', Y.encodeStateAsUpdateV2(hello)],
    ['v2 bytes of an empty document', Y.encodeStateAsUpdateV2(new Y.Doc())],
    ['bytes after the end', Uint8Array.of(...update, 0)],
    ['a part of an update', update.slice(0, -3)],
    ['a struct of no length', structs(5, 0, [gcStruct(0)])],
    ['two blocks of one client', twoBlocks()],
    ['a clock beyond all reason', structs(5, 0, [gcStruct(2 ** 50)])],
  ])('[G1] %s', (_what, bytes) => {
    expect(take(bytes, new KnownIds())).toBe('not a v1 update')
  })

  it('[G3] a gap in the clock', () => {
    const updates: Uint8Array[] = []
    const doc = new Y.Doc()
    doc.on('update', (made: Uint8Array) => updates.push(made))
    for (const letter of 'abc') type(doc, letter)
    const known = new KnownIds()

    expect(take(updates[0]!, known)).toBe('new')
    expect(take(updates[2]!, known)).toBe('a gap in the clock')
    expect(take(updates[1]!, known)).toBe('new')
  })

  it('[G3] a gap inside an update (Skip)', () => {
    const updates: Uint8Array[] = []
    const doc = new Y.Doc()
    doc.on('update', (made: Uint8Array) => updates.push(made))
    for (const letter of 'abc') type(doc, letter)

    const merged = Y.mergeUpdates([updates[0]!, updates[2]!])

    expect(take(merged, new KnownIds())).toBe('not a v1 update')
  })

  it('[G3] a reference to what is unknown', () => {
    const [kari, ola] = [new Y.Doc(), new Y.Doc()]
    type(kari, 'Hei')
    Y.applyUpdate(ola, Y.encodeStateAsUpdate(kari))
    const before = Y.encodeStateVector(ola)
    type(ola, '!')

    const onlyOlas = Y.encodeStateAsUpdate(ola, before)

    expect(take(onlyOlas, new KnownIds())).toBe('refers to what is unknown')
  })

  it('[G3] references in a circle', () => {
    const circle = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 2)
      writeStruct(encoder, 7, 0, { client: 3, clock: 0 })
      writeStruct(encoder, 3, 0, { client: 7, clock: 0 })
      encoding.writeVarUint(encoder, 0)
    })

    expect(take(circle, new KnownIds())).toBe('refers to itself')
  })

  it('[G3] the deletion of what is unknown', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const before = Y.encodeStateVector(doc)
    doc.getXmlFragment('text:leadership.today').delete(0, 1)

    const onlyDeletion = Y.encodeStateAsUpdate(doc, before)

    expect(take(onlyDeletion, new KnownIds())).toBe('deletes what is unknown')
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['element "script"', (doc) => field(doc).insert(0, [new Y.XmlElement('script')])],
    ['mark "blink"', (doc) => words(doc).insert(0, 'x', { blink: true })],
    ['root type "other"', (doc) => doc.getMap('other').set('a', 1)],
    ['root type "text:__proto__"', (doc) => doc.getXmlFragment('text:__proto__').insert(0, [p()])],
    ['ContentBinary', (doc) => doc.getMap('plan').set('a', new Uint8Array(3))],
    ['ContentDoc', (doc) => doc.getMap('plan').set('a', new Y.Doc())],
    ['ContentEmbed', (doc) => words(doc).insertEmbed(0, { image: 'x' })],
    ['YArray', (doc) => doc.getMap('plan').set('a', new Y.Array())],
    ['YText', (doc) => doc.getMap('plan').set('a', new Y.Text())],
    ['YXmlHook', (doc) => field(doc).insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement])],
    ['a key too long', (doc) => doc.getMap('plan').set('k'.repeat(513), 1)],
  ])('[G4] %s', (why, write) => {
    const doc = new Y.Doc()
    write(doc)

    expect(take(Y.encodeStateAsUpdate(doc), new KnownIds())).toBe(why)
  })

  it('[G1] any bytes at all, without a throw, and what it lets in applies whole', () => {
    fc.assert(
      fc.property(mangled(update), (bytes) => {
        const doc = new Y.Doc()

        const verdict = take(bytes, new KnownIds())

        if (verdict === 'new') Y.applyUpdate(doc, bytes)
        expect(isHalfApplied(doc)).toBe(false)
      }),
      { numRuns: propertyRuns(2000) },
    )
  })
})

describe('the guard and honest people', () => {
  it('[G5] refuses nothing that peers write, in whatever order the room has it', () => {
    let written3 = 0
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
            new Y.UndoManager(field(doc), { captureTimeout: 0, trackedOrigins: new Set(['test']) }),
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
        written3 += texts[0]!.length
        expect(new Set(texts).size).toBe(1)
        expect(docs.some(isHalfApplied)).toBe(false)
      }),
      { numRuns: propertyRuns(300) },
    )
    expect(written3).toBeGreaterThan(0)
  })

  it('[G6] knows ids as a document does', () => {
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (ranges, size) => {
          const known = new KnownIds()
          const deleted = new Set<number>()
          for (let at = 0; at < ranges.length; at += size) {
            const some = ranges.slice(at, at + size)
            known.addDeleted(1, some)
            for (const { clock, length } of some) {
              for (let id = clock; id < clock + length; id++) deleted.add(id)
            }
          }

          for (let clock = 0; clock < 70; clock++) {
            expect(known.isDeleted(1, { clock, length: 1 })).toBe(deleted.has(clock))
            const two = deleted.has(clock) && deleted.has(clock + 1)
            expect(known.isDeleted(1, { clock, length: 2 })).toBe(two)
          }
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  })
})

const deed = fc.record({
  peer: fc.nat(2),
  act: fc.constantFrom('type', 'type', 'delete', 'undo', 'read', 'send', 'again'),
})
const range = fc.record({ clock: fc.nat(60), length: fc.integer({ min: 1, max: 6 }) })

/** Judges and, as the room does, learns. */
function take(bytes: Uint8Array, known: KnownIds): string {
  const verdict = judge(bytes, known)
  if (verdict.kind === 'new') learn(known, verdict.update)
  return verdict.kind === 'refused' ? verdict.why : verdict.kind
}

function field(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('text:leadership.today')
}

function p(): Y.XmlElement {
  return new Y.XmlElement('paragraph')
}

function words(doc: Y.Doc): Y.XmlText {
  const text = new Y.XmlText()
  field(doc).insert(0, [text])
  return text
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

function structs(client: number, clock: number, made: ((encoder: encoding.Encoder) => void)[]) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, made.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const write of made) write(encoder)
    encoding.writeVarUint(encoder, 0)
  })
}

function gcStruct(length: number) {
  return (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }
}

function twoBlocks(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 2)
    for (const clock of [0, 1]) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, 5)
      encoding.writeVarUint(encoder, clock)
      gcStruct(1)(encoder)
    }
    encoding.writeVarUint(encoder, 0)
  })
}

/** One letter of `client`, to the right of another's. */
function writeStruct(
  encoder: encoding.Encoder,
  client: number,
  clock: number,
  origin: { readonly client: number; readonly clock: number },
): void {
  const HAS_ORIGIN = 128
  const CONTENT_STRING = 4
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeUint8(encoder, HAS_ORIGIN | CONTENT_STRING)
  encoding.writeVarUint(encoder, origin.client)
  encoding.writeVarUint(encoder, origin.clock)
  encoding.writeVarString(encoder, 'x')
}
