import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type ActionId, createId } from '../../../shared/ids.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import {
  deleteAction,
  placeAction,
  setActionDate,
  setActionOwner,
  setActionStatus,
  showAction,
} from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { ACTION_TEXTS, type Plan } from '../../../shared/plan/plan.ts'
import {
  actionMap,
  actionsMap,
  evidenceMap,
  fieldText,
  planMap,
} from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { canonicalRestorable } from '../../../shared/plan/restorable.ts'
import { type RestoredPart, restorePlan } from '../../../shared/plan/restore-plan.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { templateFieldIds } from '../../../shared/templates/template.ts'
import { Peers } from '../../support/peers.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import { seededPlanUpdate } from '../../support/seeded-plan.ts'

const template = CURRENT_TEMPLATE
const SEED = seededPlanUpdate('Handlingsplan')
const FIELDS = templateFieldIds(template).slice(0, 3)
const COMMITMENT = 'leadership'
const IDS = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(20) as ActionId)
const NOW_MS = 1_800_000_000_000

function newDoc(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, SEED)
  return doc
}

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const read = (doc: Y.Doc): Plan => readPlan(doc, template).plan
const back = (doc: Y.Doc, old: Y.Doc, part: RestoredPart = { kind: 'plan' }) =>
  restorePlan(doc, { part, then: read(old), old, template, atMs: NOW_MS })

function addAction(doc: Y.Doc, id = createId<ActionId>(randomBytes), words = 'Tiltak'): ActionId {
  const title = [
    { type: 'paragraph', content: [{ type: 'text', text: words, marks: [] }] },
  ] as const
  createAction(
    doc,
    { id, commitment: COMMITMENT, rank: 'a1' as Rank, texts: { title }, deletedAt: null },
    null,
  )
  return id
}

/** The words of a text, whether they are seen or not. */
const textsOf = (doc: Y.Doc): readonly Y.XmlFragment[] => [
  ...FIELDS.map((fieldId) => fieldText(doc, fieldId)),
  ...[...actionsMap(doc).values()].flatMap((action) =>
    action instanceof Y.Map
      ? ACTION_TEXTS.flatMap((name) => {
          const text: unknown = action.get(name)
          return text instanceof Y.XmlFragment ? text : []
        })
      : [],
  ),
]
const wordsOf = (doc: Y.Doc) =>
  textsOf(doc)
    .join(' ')
    .replace(/<[^>]*>/g, '|')

/** Types at a place of the one text that has this number, in the block with that one. */
function typeIn(doc: Y.Doc, text: number, block: number, at: number, words: string): Y.XmlText {
  const texts = textsOf(doc)
  const fragment = texts[text % texts.length]!
  const paragraph = fragment.get(block % fragment.length) as Y.XmlElement
  doc.transact(() => {
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
    const run = paragraph.get(0) as Y.XmlText
    run.insert(at % (run.length + 1), words)
  })
  return paragraph.get(0) as Y.XmlText
}

const n = fc.nat(9)
const edit = fc.oneof(
  fc.record({ do: fc.constant('type' as const), text: n, block: n, at: fc.nat(40), words: n }),
  fc.record({ do: fc.constant('erase' as const), text: n, block: n, at: fc.nat(40), length: n }),
  fc.record({ do: fc.constant('bold' as const), text: n, block: n, at: fc.nat(40), length: n }),
  fc.record({ do: fc.constant('new-block' as const), text: n, block: n }),
  fc.record({ do: fc.constant('drop-block' as const), text: n, block: n }),
  fc.record({ do: fc.constant('action' as const), id: fc.constantFrom(...IDS) }),
  fc.record({ do: fc.constant('delete' as const), id: fc.constantFrom(...IDS), at: n }),
  fc.record({ do: fc.constant('show' as const), id: fc.constantFrom(...IDS) }),
  fc.record({ do: fc.constant('facts' as const), id: fc.constantFrom(...IDS), as: n }),
  fc.record({ do: fc.constant('title' as const), as: n }),
)
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never

const WORDS = ['vi ', 'leser ', 'i ', 'lag ', 'ute', ' og', ' inne', '.', ' Elevene', ' 2027']

function apply(doc: Y.Doc, one: Edit): void {
  const texts = textsOf(doc)
  if ('text' in one) {
    const fragment = texts[one.text % texts.length]!
    if (one.do === 'new-block') {
      fragment.insert(one.block % (fragment.length + 1), [new Y.XmlElement('paragraph')])
    } else if (one.do === 'drop-block') {
      if (fragment.length > 1) fragment.delete(one.block % fragment.length, 1)
    } else if (one.do === 'type') {
      typeIn(doc, one.text, one.block, one.at, WORDS[one.words]!)
    } else {
      const run = (fragment.get(one.block % fragment.length) as Y.XmlElement).get(0)
      if (!(run instanceof Y.XmlText) || run.length === 0) return
      const at = one.at % run.length
      const length = Math.min(one.length, run.length - at)
      if (one.do === 'erase') run.delete(at, length)
      else if (length > 0) run.format(at, length, { bold: {} })
    }
    return
  }
  if (one.do === 'title') return void planMap(doc).set('title', `Plan ${one.as}`)
  if (one.do === 'action') return void (actionMap(doc, one.id) ?? addAction(doc, one.id))
  if (one.do === 'delete') return deleteAction(doc, one.id, NOW_MS + one.at, null)
  if (one.do === 'show') return showAction(doc, one.id, null)
  if (!actionMap(doc, one.id)) return
  const commitment = one.as > 5 ? 'pupils' : COMMITMENT
  placeAction(doc, one.id, { commitment, rank: `a${one.as}` as Rank }, null)
  setActionDate(doc, one.id, 'due', one.as > 3 ? ('2027-03-01' as CalendarDate) : null, null)
  setActionStatus(doc, one.id, one.as > 4 ? 'done' : 'planned', null)
  setActionOwner(doc, one.id, 'name:Kari', one.as > 2, null)
}

describe('going back', () => {
  it(
    '[P20] makes the plan say what it said, whatever was done since, and can itself be gone back from',
    () => {
      fc.assert(
        fc.property(
          fc.array(edit, { maxLength: 25 }),
          fc.array(edit, { minLength: 1, maxLength: 25 }),
          (before, since) => {
            const doc = newDoc()
            before.forEach((one) => apply(doc, one))
            const old = copyOf(doc)
            since.forEach((one) => apply(doc, one))
            const late = copyOf(doc)

            back(doc, old)
            const restored = canonicalRestorable(read(doc))
            back(doc, late)

            expect(restored).toBe(canonicalRestorable(read(old)))
            expect(canonicalRestorable(read(doc))).toBe(canonicalRestorable(read(late)))
          },
        ),
        { numRuns: propertyRuns(150) },
      )
    },
    propertyTimeoutMs(150),
  )

  it(
    '[P22] lets live what others type in the same moment in texts and blocks that there were then',
    () => {
      let typed = 0
      fc.assert(
        fc.property(
          fc.array(edit, { maxLength: 15 }),
          fc.array(edit, { minLength: 1, maxLength: 15 }),
          fc.array(fc.tuple(n, n, fc.nat(60)), { minLength: 1, maxLength: 5 }),
          fc.array(fc.tuple(fc.nat(1), fc.nat(9)), { maxLength: 10 }),
          (before, since, typing, deliveries) => {
            const doc = newDoc()
            before.forEach((one) => apply(doc, one))
            const old = copyOf(doc)
            const known = new Set(runIdsOf(old))
            since.forEach((one) => apply(doc, one))
            const peers = new Peers(3, doc)
            const [server, kari, ola] = peers.docs as [Y.Doc, Y.Doc, Y.Doc]

            back(server, old)
            const marks = typing.flatMap(([text, block, at], index) => {
              const mark = String.fromCodePoint(0x2460 + index)
              const run = typeIn(index % 2 === 0 ? kari : ola, text, block, at, mark)
              return known.has(idOf(run)) ? [mark] : []
            })
            deliveries.forEach(([to, pick]) => peers.deliver(to, pick))
            peers.deliverAll()

            typed += marks.length
            const words = peers.docs.map(wordsOf)
            for (const mark of marks) expect(words[0]).toContain(mark)
            expect(words[1]).toBe(words[0])
            expect(words[2]).toBe(words[0])
          },
        ),
        { numRuns: propertyRuns(150) },
      )
      expect(typed).toBeGreaterThan(0)
    },
    propertyTimeoutMs(150),
  )

  it('[P6] [P20] deletes softly what was made since, and brings back what was deleted', () => {
    const doc = newDoc()
    const [kept, made] = [addAction(doc), createId<ActionId>(randomBytes)]
    const old = copyOf(doc)
    deleteAction(doc, kept, NOW_MS - 1, null)
    addAction(doc, made)

    back(doc, old)

    const { actions, deletedActions } = read(doc)
    expect(actions.map(({ id }) => id)).toEqual([kept])
    expect(deletedActions).toMatchObject([{ id: made, deletedAtMs: NOW_MS }])
  })

  it('[P3] [P20] makes anew, whole and under its id, what is gone from the document', () => {
    const doc = newDoc()
    const id = addAction(doc, undefined, 'Uke 12')
    setActionOwner(doc, id, 'name:Kari', true, null)
    setActionStatus(doc, id, 'done', null)
    const old = copyOf(doc)
    actionsMap(doc).delete(id)

    back(doc, old, { kind: 'action', actionId: id })

    expect(read(doc).actions).toEqual(read(old).actions)
  })

  it('[P5] never takes a key away: an owner since then is an owner no more', () => {
    const doc = newDoc()
    const id = addAction(doc)
    setActionOwner(doc, id, 'name:Kari', true, null)
    const old = copyOf(doc)
    setActionOwner(doc, id, 'name:Kari', false, null)
    setActionOwner(doc, id, 'name:Ola', true, null)

    back(doc, old)

    expect((actionMap(doc, id)!.get('owners') as Y.Map<boolean>).toJSON()).toEqual({
      'name:Kari': true,
      'name:Ola': false,
    })
  })

  it('[P21] leaves check-ins and evidence as they are', () => {
    const doc = newDoc()
    const id = addAction(doc)
    const old = copyOf(doc)
    const checkIn = { date: '2027-01-11', status: 'done', text: 'Gjort', by: 'name:Kari' }
    const checkIns = (doc.getMap('progress').get(id) as Y.Map<unknown>).get('checkIns')
    ;(checkIns as Y.Map<unknown>).set(createId(randomBytes), new Y.Map(Object.entries(checkIn)))
    const link = { actionId: id, kind: 'note', label: 'Referat', address: null }
    evidenceMap(doc).set(createId(randomBytes), new Y.Map<unknown>(Object.entries(link)))

    back(doc, old)

    expect(read(doc).actions).toMatchObject([{ checkIns: [{ text: 'Gjort' }] }])
    expect(read(doc).evidence).toMatchObject([{ label: 'Referat' }])
  })

  it('[P20] of a section brings back its fields and its actions, and nothing else', () => {
    const doc = newDoc()
    const section = template.sections.find(({ commitment }) => commitment === COMMITMENT)!
    const [inside] = section.fieldIds
    const outside = templateFieldIds(template).find((id) => !section.fieldIds.includes(id))!
    const [moved, visitor] = [addAction(doc), addAction(doc)]
    placeAction(doc, visitor, { commitment: 'pupils', rank: 'a1' as Rank }, null)
    const old = copyOf(doc)
    for (const fieldId of [inside!, outside]) {
      ;(fieldText(doc, fieldId).get(0) as Y.XmlElement).insert(0, [new Y.XmlText('Nytt')])
    }
    placeAction(doc, moved, { commitment: 'pupils', rank: 'a2' as Rank }, null)
    placeAction(doc, visitor, { commitment: COMMITMENT, rank: 'a3' as Rank }, null)
    setActionStatus(doc, visitor, 'done', null)

    back(doc, old, { kind: 'section', sectionId: section.id })

    const plan = read(doc)
    expect([plan.texts[inside!], plan.texts[outside]]).toMatchObject([[], [{}]])
    const places = plan.actions.map(({ id, commitment, rank, status }) => [
      id,
      commitment,
      rank,
      status,
    ])
    expect(places.sort()).toEqual(
      [
        [moved, COMMITMENT, 'a1', 'planned'],
        [visitor, 'pupils', 'a1', 'done'],
      ].sort(),
    )
  })

  it('says when there was no such section or action, and changes nothing', () => {
    const doc = newDoc()
    const old = copyOf(doc)
    const id = addAction(doc)
    const before = Y.encodeStateAsUpdate(doc)

    expect(back(doc, old, { kind: 'action', actionId: id })).toBe('not-found')
    expect(back(doc, old, { kind: 'section', sectionId: 'nowhere' })).toBe('not-found')
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})

const idOf = (run: Y.XmlText) => JSON.stringify(run._item!.id)
function runIdsOf(doc: Y.Doc): readonly string[] {
  return textsOf(doc).flatMap((text) =>
    text
      .toArray()
      .flatMap((block) => (block as Y.XmlElement).toArray())
      .map((run) => idOf(run as Y.XmlText)),
  )
}
