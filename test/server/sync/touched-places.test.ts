/** What each update changed: of everything that can be written, and of what only seems to. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { touchedPlaces } from '../../../server/sync/touched-places.ts'
import { type ActionId, createId } from '../../../shared/ids.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import {
  deleteAction,
  placeAction,
  setActionDate,
  setActionOwner,
  setActionStatus,
} from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { ACTION_TEXTS } from '../../../shared/plan/plan.ts'
import { actionMap, fieldText, planMap } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { seededPlanUpdate } from '../../support/seeded-plan.ts'
import { type } from '../../support/sync-client.ts'

const SEED = seededPlanUpdate('Plan')
const A = createId<ActionId>(randomBytes)
const FIELD = 'field:leadership.today'

function docWith(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** The one update that this makes. */
function updateOf(doc: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array {
  const made: Uint8Array[] = []
  const hear = (update: Uint8Array) => made.push(update)
  doc.on('update', hear)
  doc.transact(() => write(doc))
  doc.off('update', hear)
  return made.length === 0 ? Y.encodeStateAsUpdate(new Y.Doc()) : Y.mergeUpdates(made)
}

const addAction = (doc: Y.Doc) =>
  createAction(doc, { id: A, commitment: 'pupils', rank: 'a1' as Rank, deletedAt: null }, null)

/** Which of the updates touched what last, all on top of a seeded plan. */
function touchedBy(...updates: readonly Uint8Array[]) {
  const before = { seq: 1, state: { seq: 1, bytes: SEED }, blocks: [], updates: [] }
  const rows = updates.map((bytes, index) => ({ seq: index + 2, bytes }))
  const { touched, damage } = touchedPlaces(before, rows)
  expect(damage).toEqual({ unreadable: [], incomplete: false })
  return Object.fromEntries(touched.places)
}

const words = (it: Y.Doc) =>
  (fieldText(it, 'leadership.today').get(0) as Y.XmlElement).get(0) as Y.XmlText

describe('[H3] the places that an update changes', () => {
  it('are the text, the fact, the action as a whole', () => {
    const doc = docWith(SEED)
    const made = updateOf(doc, addAction)
    const change = (write: (doc: Y.Doc) => void) =>
      touchedBy(made, updateOf(docWith(SEED, made), write))
    const all = touchedBy(made)

    expect(Object.keys(all).sort()).toEqual(
      [
        ...ACTION_TEXTS.map((name) => `action:${A}:${name}`),
        ...['commitment', 'owners', 'start', 'due', 'status', 'checkIns'].map(
          (part) => `action:${A}:${part}`,
        ),
        `action:${A}`,
      ].sort(),
    )
    const whole = { [`action:${A}`]: 3 }
    expect(change((it) => type(it, 'a'))).toEqual({ ...all, [FIELD]: 3 })
    expect(change((it) => planMap(it).set('title', 'Ny'))).toEqual({ ...all, 'plan:title': 3 })
    expect(change((it) => setActionDate(it, A, 'due', '2027-01-01' as CalendarDate, null))).toEqual(
      { ...all, ...whole, [`action:${A}:due`]: 3 },
    )
    expect(change((it) => setActionStatus(it, A, 'done', null))).toEqual({
      ...all,
      ...whole,
      [`action:${A}:status`]: 3,
    })
    expect(change((it) => setActionOwner(it, A, 'name:Kari', true, null))).toEqual({
      ...all,
      ...whole,
      [`action:${A}:owners`]: 3,
    })
    expect(
      change((it) => placeAction(it, A, { commitment: 'pupils', rank: 'b' as Rank }, null)),
    ).toEqual({ ...all, ...whole })
    expect(change((it) => deleteAction(it, A, 5, null))).toEqual({ ...all, ...whole })
    const inTitle = (it: Y.Doc) => {
      const title = actionMap(it, A)!.get('title') as Y.XmlFragment
      ;(title.get(0) as Y.XmlElement).insert(0, [new Y.XmlText('a')])
    }
    expect(change(inTitle)).toEqual({ ...all, ...whole, [`action:${A}:title`]: 3 })
  })

  it('count where letters go, marks come, a block is split', () => {
    const doc = docWith(SEED)
    const typed = updateOf(doc, (it) => type(it, 'leser i lag'))
    for (const write of [
      (it: Y.Doc) => words(it).delete(0, 3),
      (it: Y.Doc) => words(it).format(0, 3, { bold: {} }),
      (it: Y.Doc) => fieldText(it, 'leadership.today').push([new Y.XmlElement('paragraph')]),
    ]) {
      expect(touchedBy(typed, updateOf(docWith(SEED, typed), write))).toEqual({ [FIELD]: 3 })
    }
  })

  it('are none for what is known already, whoever repeats it', () => {
    const doc = docWith(SEED)
    const typed = updateOf(doc, (it) => type(it, 'Kari skrev dette'))
    const title = updateOf(docWith(SEED), (it) => planMap(it).set('title', 'Ny'))

    const everything = Y.encodeStateAsUpdate(docWith(SEED, typed, title))

    expect(touchedBy(typed, title, typed, everything)).toEqual({ [FIELD]: 2, 'plan:title': 3 })
  })

  it('are only what is new, when something known is sent with it', () => {
    const kari = docWith(SEED)
    const typed = updateOf(kari, (it) => type(it, 'Kari'))
    const ola = docWith(SEED, typed)
    updateOf(ola, (it) => planMap(it).set('title', 'Olas'))

    expect(touchedBy(typed, Y.encodeStateAsUpdate(ola))).toEqual({ [FIELD]: 2, 'plan:title': 3 })
  })

  it('are none for a value that lost against one written at the same time', () => {
    const [low, high] = [docWith(SEED), docWith(SEED)]
    low.clientID = 1
    high.clientID = 2
    const losing = updateOf(low, (it) => planMap(it).set('title', 'taper'))
    const winning = updateOf(high, (it) => planMap(it).set('title', 'vinner'))
    const shown = planMap(docWith(SEED, losing, winning)).get('title')
    const [won, lost] = shown === 'vinner' ? [winning, losing] : [losing, winning]

    expect(touchedBy(won, lost)).toEqual({ 'plan:title': 2 })
    expect(touchedBy(lost, won)).toEqual({ 'plan:title': 3 })
  })

  it('are none for what is taken away at once, and for words in a block that is gone', () => {
    const doc = docWith(SEED)
    const nothing = updateOf(doc, (it) => {
      const text = fieldText(it, 'leadership.today')
      text.insert(1, [new Y.XmlElement('paragraph')])
      text.delete(1, 1)
    })
    expect(touchedBy(nothing)).toEqual({})

    const typed = updateOf(doc, (it) => type(it, 'a'))
    const [kari, ola] = [docWith(SEED, nothing, typed), docWith(SEED, nothing, typed)]
    const gone = updateOf(kari, (it) => fieldText(it, 'leadership.today').delete(0, 1))
    const late = updateOf(ola, (it) => type(it, 'b'))
    expect(touchedBy(nothing, typed, gone, late)).toEqual({ [FIELD]: 4 })
  })

  it('are none for keys and roots that nobody reads', () => {
    const doc = docWith(SEED)
    const odd = updateOf(doc, (it) => {
      it.getMap('plan').set('secret', 1)
      it.getMap('actions').set('not an id', new Y.Map())
      it.getMap('actions').set(A, new Y.Map([['odd', 1]]))
      it.getXmlFragment('text:<b>').insert(0, [new Y.XmlElement('paragraph')])
      it.getMap('other').set('x', 1)
    })

    expect(touchedBy(odd)).toEqual({ [`action:${A}`]: 2 })
  })

  it('are found on from a state as they are from the beginning', () => {
    const doc = docWith(SEED)
    const updates = ['a', 'b', 'c'].map((letter) => updateOf(doc, (it) => type(it, letter)))
    const before = { seq: 1, state: { seq: 1, bytes: SEED }, blocks: [], updates: [] }
    const rows = updates.map((bytes, index) => ({ seq: index + 2, bytes }))
    const { state } = touchedPlaces(before, rows.slice(0, 2)).touched

    const start = { seq: 3, state: { seq: 3, bytes: state }, blocks: [], updates: [] }
    expect(touchedPlaces(start, rows.slice(2)).touched.places).toEqual([[FIELD, 4]])
  })
})
