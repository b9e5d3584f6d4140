import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { parseCalendarDate } from '../../../shared/calendar-date.ts'
import type { ActionId } from '../../../shared/ids.ts'
import { canonicalPlan } from '../../../shared/plan/canonical-plan.ts'
import {
  deleteAction,
  placeAction,
  setActionDate,
  setActionOwner,
  setActionStatus,
  showAction,
} from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { actionMap, fieldText, planMap } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { seedPlan } from '../../../shared/plan/seed-plan.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { Peers } from '../../support/peers.ts'
import { countedBytes } from '../../support/plan-documents.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const IDS = ['1', '2', '3', '4'].map((digit) => digit.repeat(20) as ActionId)

describe('[P12] [P18] three peers', () => {
  /** Few of everything, so that they meet often. */
  const edit = fc.record({
    do: fc.constantFrom('type', 'bold', 'split', 'place', 'status', 'due', 'owner', 'delete', 'show', 'make', 'title'),
    peer: fc.nat(2),
    id: fc.constantFrom(...IDS),
    at: fc.nat(6),
    some: fc.nat(2),
  }) // prettier-ignore
  const delivery = fc.record({ do: fc.constant('deliver'), peer: fc.nat(2), at: fc.nat(9) })
  const step = fc.oneof({ weight: 3, arbitrary: edit }, { weight: 1, arbitrary: delivery })

  it('read one content when all has arrived, in whatever order it did', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 50 }), (steps) => {
        const peers = new Peers(3, seeded())

        for (const one of steps) {
          if (one.do === 'deliver') peers.deliver(one.peer, one.at)
          else if ('id' in one) change(peers.docs[one.peer]!, one)
        }
        peers.deliverAll()

        const [first, ...others] = peers.docs.map(canonicalOf)
        expect(others).toEqual([first, first])
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})

describe('[P18] the canonical form', () => {
  it('is the same for the same content made in another order', () => {
    const one = seeded()
    setActionOwner(one, IDS[0]!, 'name:Kari', true, null)
    setActionOwner(one, IDS[0]!, 'name:Ola', true, null)
    firstText(one).insert(0, 'fet kursiv')
    firstText(one).format(0, 3, { bold: {} })
    firstText(one).format(0, 3, { italic: {} })

    const other = seeded()
    firstText(other).insert(0, ' kursiv')
    firstText(other).insert(0, 't', { italic: {}, bold: {} })
    firstText(other).insert(0, 'fe', { bold: {}, italic: {} })
    setActionOwner(other, IDS[0]!, 'name:Ola', true, null)
    setActionOwner(other, IDS[0]!, 'name:Per', true, null)
    setActionOwner(other, IDS[0]!, 'name:Per', false, null)
    setActionOwner(other, IDS[0]!, 'name:Kari', true, null)

    expect(canonicalOf(other)).toBe(canonicalOf(one))
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['a letter', (doc) => firstText(doc).insert(0, 'x')],
    ['a title', (doc) => planMap(doc).set('title', 'En annen')],
    ['a status', (doc) => setActionStatus(doc, IDS[0]!, 'done', null)],
    ['a date', (doc) => setActionDate(doc, IDS[0]!, 'due', parseCalendarDate('2027-02-02'), null)],
    [
      'a place',
      (doc) => placeAction(doc, IDS[0]!, { commitment: 'models', rank: 'a0' as Rank }, null),
    ],
    ['a deletion', (doc) => deleteAction(doc, IDS[0]!, 5, null)],
  ])('is another after %s', (_what, write) => {
    const before = canonicalOf(seeded())
    const doc = seeded()

    write(doc)

    expect(canonicalOf(doc)).not.toBe(before)
  })

  it('sorts keys at every depth and keeps lists in order', () => {
    const { plan } = readPlan(seeded(), CURRENT_TEMPLATE)
    const canonical = canonicalPlan(plan)

    expect(canonical).toMatch(
      /^\{"actions":\[\{"checkIns":\[\],"commitment":"pupils","deletedAtMs":null,/,
    )
    expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(plan)))
  })
})

interface Edit {
  readonly do: string
  readonly id: ActionId
  readonly at: number
  readonly some: number
}

function change(doc: Y.Doc, { do: what, id, at, some }: Edit): void {
  const text = firstText(doc)
  switch (what) {
    case 'type':
      return text.insert(Math.min(at, text.length), ['a', 'é', ' '][some]!)
    case 'bold':
      return text.length > 0
        ? text.format(0, Math.min(at, text.length), { bold: some ? {} : null })
        : undefined
    case 'split':
      return fieldText(doc, 'school.about').insert(1, [new Y.XmlElement('paragraph')])
    case 'place':
      return placeAction(
        doc,
        id,
        { commitment: some ? 'models' : 'pupils', rank: (at % 2 ? 'a0' : 'a1') as Rank },
        null,
      )
    case 'status':
      return setActionStatus(doc, id, some ? 'done' : 'started', null)
    case 'due':
      return setActionDate(doc, id, 'due', some ? parseCalendarDate('2027-01-19') : null, null)
    case 'owner':
      return setActionOwner(doc, id, at % 2 ? 'name:Kari' : IDS[0]!, some > 0, null)
    case 'delete':
      return deleteAction(doc, id, at, null)
    case 'show':
      return showAction(doc, id, null)
    case 'make':
      // Two who make the same id are two who would never be: an id is made once.
      if (!actionMap(doc, `${at}`.repeat(20))) make(doc, `${at}`.repeat(20) as ActionId)
      return undefined
    default:
      planMap(doc).set('title', ['A', 'B', 'C'][some])
  }
}

function seeded(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1000
  const seed = {
    title: 'Plan',
    language: 'nb',
    periodStart: null,
    periodEnd: null,
    content: NO_CONTENT,
  } as const
  seedPlan(doc, CURRENT_TEMPLATE, seed, countedBytes())
  for (const id of IDS) make(doc, id)
  const paragraph = fieldText(doc, 'school.about').get(0) as Y.XmlElement
  paragraph.insert(0, [new Y.XmlText()])
  return doc
}

function make(doc: Y.Doc, id: ActionId): void {
  createAction(doc, { id, commitment: 'pupils', rank: 'a0' as Rank, deletedAt: null }, null)
}

function firstText(doc: Y.Doc): Y.XmlText {
  return (fieldText(doc, 'school.about').get(0) as Y.XmlElement).get(0) as Y.XmlText
}

function canonicalOf(doc: Y.Doc): string {
  return canonicalPlan(readPlan(doc, CURRENT_TEMPLATE).plan)
}
