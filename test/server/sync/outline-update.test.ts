import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '../../../server/sync/decode-update.ts'
import { learn } from '../../../server/sync/guard.ts'
import { KnownIds } from '../../../server/sync/known-ids.ts'
import { outlineUpdate, type UpdateOutline } from '../../../server/sync/outline-update.ts'
import { refersToUnknown } from '../../../server/sync/unknown-references.ts'
import { hostileUpdate } from '../../support/arbitrary-hostile-updates.ts'
import { encodeRaw, type RawBlock } from '../../support/raw-update.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const edit = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    at: fc.nat(20),
    text: fc.constantFrom('a', 'ord ', 'blåbær', '🌍 verden', '子'),
  }),
  fc.record({
    do: fc.constant('delete' as const),
    at: fc.nat(20),
    length: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    do: fc.constant('mark' as const),
    at: fc.nat(20),
    length: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ do: fc.constant('value' as const), value: fc.jsonValue({ maxDepth: 2 }) }),
  fc.record({ do: fc.constant('paragraph' as const) }),
  fc.record({ do: fc.constant('embed' as const) }),
)
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

/** What two people leave behind: the updates of each step, and all as one. */
function written(edits: readonly (Edit & { readonly by?: number })[], gc: boolean): Uint8Array[] {
  const docs = [new Y.Doc({ gc }), new Y.Doc({ gc })]
  // In two bytes, and in five as most that Yjs draws.
  docs.forEach((doc, index) => (doc.clientID = index === 0 ? 1000 : 0xfedc_ba98))
  const sent: Uint8Array[] = []
  edits.forEach((step, index) => {
    const doc = docs[index % 2]!
    doc.once('update', (update: Uint8Array) => sent.push(update))
    doc.transact(() => apply(doc, step))
    Y.applyUpdate(docs[(index + 1) % 2]!, Y.encodeStateAsUpdate(doc))
  })
  return [
    ...sent,
    Y.encodeStateAsUpdate(docs[0]!),
    ...(sent.length > 0 ? [Y.mergeUpdates(sent)] : []),
  ]
}

function apply(doc: Y.Doc, step: Edit): void {
  const field = doc.getXmlFragment('text:leadership.today')
  if (step.do === 'paragraph' || field.length === 0) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('før')])
    field.insert(0, [paragraph])
  }
  const text = (field.get(0) as Y.XmlElement).get(0) as Y.XmlText
  const at = 'at' in step ? Math.min(step.at, text.length) : 0
  if (step.do === 'write') text.insert(at, step.text)
  if (step.do === 'delete') text.delete(at, Math.min(step.length, text.length - at))
  if (step.do === 'mark') text.format(at, Math.min(step.length, text.length - at), { bold: {} })
  if (step.do === 'embed') text.insertEmbed(0, { picture: 'ær' })
  if (step.do === 'value') doc.getMap('plan').set('title', step.value)
}

/** What the structs themselves say, or that they are none. */
function slowly(bytes: Uint8Array) {
  const update = decodeUpdate(bytes)
  if (!update) return null
  const known = new KnownIds()
  learn(known, update)
  return { known: known.outline(), refers: refersToUnknown(update, known) }
}

function quickly({ written, deleted, referred }: UpdateOutline) {
  const known = new KnownIds()
  for (const [client, range] of written) known.addWritten(client, range)
  for (const [client, ranges] of deleted) known.addDeleted(client, ranges)
  const refers = [...referred].some(([client, end]) => end > known.reachOf(client))
  return { known: known.outline(), refers }
}

function block(client: number): RawBlock {
  return { client, clock: 0, structs: [{ kind: 'gc', length: 1 }] }
}

describe('the outline of an update', () => {
  it(
    'is what its structs say, of everything that Yjs makes',
    () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), fc.boolean(), (edits, gc) => {
          for (const bytes of written(edits, gc)) {
            const outline = outlineUpdate(bytes)

            expect(outline).not.toBeNull()
            expect(quickly(outline!)).toEqual(slowly(bytes))
          }
        }),
        { numRuns: propertyRuns(200) },
      )
    },
    propertyTimeoutMs(200),
  )

  it(
    'is not made of broken bytes that Yjs refuses, and never says something else',
    () => {
      let broken = 0
      fc.assert(
        fc.property(
          fc.array(edit, { minLength: 1, maxLength: 8 }),
          fc.array(fc.record({ at: fc.nat(400), byte: fc.nat(255) }), {
            minLength: 1,
            maxLength: 3,
          }),
          (edits, changes) => {
            const bytes = written(edits, true).at(-1)!.slice()
            for (const { at, byte } of changes) bytes[at % bytes.length] = byte

            const outline = outlineUpdate(bytes)

            if (outline) expect(quickly(outline)).toEqual(slowly(bytes))
            else broken += 1
          },
        ),
        { numRuns: propertyRuns(1000) },
      )
      expect(broken).toBeGreaterThan(50)
    },
    propertyTimeoutMs(1000),
  )

  it(
    'says of hostile updates what their structs say, or nothing',
    () => {
      let outlined = 0
      fc.assert(
        fc.property(hostileUpdate(), (bytes) => {
          const outline = outlineUpdate(bytes)

          if (!outline) return
          outlined += 1
          expect(quickly(outline)).toEqual(slowly(bytes))
        }),
        { numRuns: propertyRuns(2000) },
      )
      expect(outlined).toBeGreaterThan(200)
    },
    propertyTimeoutMs(2000),
  )

  it('is not made of blocks in another order than that of Yjs: merging them loses some', () => {
    expect(outlineUpdate(encodeRaw({ blocks: [block(2), block(1)], deletes: [] }))).not.toBeNull()
    expect(outlineUpdate(encodeRaw({ blocks: [block(1), block(2)], deletes: [] }))).toBeNull()
  })
})
