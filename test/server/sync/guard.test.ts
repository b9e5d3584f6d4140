import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { KnownIds } from '../../../server/sync/known-ids.ts'
import type { ActionId } from '../../../shared/ids.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { seedPlan } from '../../../shared/plan/seed-plan.ts'
import { MAX_VALUE_DEPTH } from '../../../shared/protocol/limits.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { circle, gcStruct, structs, twoBlocks } from '../../support/raw-updates.ts'
import { type } from '../../support/sync-client.ts'
import { take } from '../../support/take-update.ts'

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

it('[G4] takes a value up to 16 deep, and none that is deeper', () => {
  const answers = [MAX_VALUE_DEPTH, MAX_VALUE_DEPTH + 1].map((depth) => {
    const doc = new Y.Doc()
    doc.getMap('plan').set('much', nested(depth))
    return take(Y.encodeStateAsUpdate(doc), new KnownIds())
  })

  expect(answers).toEqual(['new', 'a value too deep'])
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

    expect(take(merged, new KnownIds())).toBe('something new behind a Skip')
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
    expect(take(circle(), new KnownIds())).toBe('refers to itself')
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
})

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

/** Lists within each other. */
function nested(depth: number): unknown[] {
  return depth === 1 ? [] : [nested(depth - 1)]
}
