import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { canPutBack, putBack } from '../../../client/open-plan/put-back.ts'
import { differences } from '../../../client/open-plan/set-aside-difference.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import { type ActionId, createId } from '../../../shared/ids.ts'
import {
  deleteAction,
  placeAction,
  setActionDate,
  setActionOwner,
  setActionStatus,
} from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { actionMap, fieldText, planMap } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import { etwinningSchoolV1 } from '../../../shared/templates/etwinning-school-v1.ts'
import { oneLine, plainText } from '../../../shared/text/plain-text.ts'
import { createHandDrivenSchool } from '../../support/hand-driven-school.ts'

const idOf = (byte: number) => createId<ActionId>((count) => new Uint8Array(count).fill(byte))
const ACTION = idOf(7)
const paragraph = (text: string) =>
  ({ type: 'paragraph', content: [{ type: 'text', text, marks: [] }] }) as const

const addAction = (doc: Y.Doc, id: ActionId, title: string) =>
  createAction(
    doc,
    {
      id,
      commitment: 'pupils',
      rank: 'a0' as Rank,
      texts: { title: [paragraph(title)] },
      deletedAt: null,
    },
    'init',
  )

const read = (doc: Y.Doc) => readPlan(doc, etwinningSchoolV1).plan

/** Two copies of one plan with one action: the one set aside, and the plan now. */
function twoCopies() {
  const { doc: now } = createHandDrivenSchool()
  addAction(now, ACTION, 'Møte')
  const aside = new Y.Doc()
  Y.applyUpdate(aside, Y.encodeStateAsUpdate(now))
  return { aside, now, compare: () => differences(read(aside), read(now)) }
}

it('two equal plans have none, nor has a plan to which others have added', () => {
  const { now, compare } = twoCopies()
  const before = compare()
  addAction(now, idOf(8), 'Ny')

  expect([before, compare()]).toEqual([[], []])
})

it('every fact that was changed is one', () => {
  const { aside, compare } = twoCopies()
  planMap(aside).set('title', 'Vår plan')
  planMap(aside).set('periodStart', '2026-08-01')
  setActionStatus(aside, ACTION, 'done', 'ui')
  setActionDate(aside, ACTION, 'due', '2027-01-31' as CalendarDate, 'ui')
  setActionOwner(aside, ACTION, 'name:Kari', true, 'ui')
  placeAction(aside, ACTION, { commitment: 'models', rank: 'a0' as Rank }, 'ui')
  deleteAction(aside, ACTION, 5, 'ui')

  const found = compare()

  expect(found.map(({ kind }) => kind)).toEqual(['title', 'period', 'action'])
  expect(found.flatMap((each) => (each.kind === 'action' ? each.changes : []))).toEqual([
    { kind: 'deleted' },
    { kind: 'status', status: 'done' },
    { kind: 'due', date: '2027-01-31' },
    { kind: 'owners', owners: [{ kind: 'name', name: 'Kari' }] },
    { kind: 'moved', commitment: 'models' },
  ])
  expect(found.some(canPutBack)).toBe(false)
})

it('so is what has no words of its own: a place among the others', () => {
  const { aside, compare } = twoCopies()
  placeAction(aside, ACTION, { commitment: 'pupils', rank: 'a5' as Rank }, 'ui')

  expect(compare()).toEqual([{ kind: 'other' }])
})

it('what is put back comes after the words that are there, in one step, and facts stay', () => {
  const { aside, now, compare } = twoCopies()
  const field = 'leadership.today'
  fieldText(now, field).insert(0, textNodes([paragraph('Deres')]))
  fieldText(aside, field).insert(0, textNodes([paragraph('Mitt')]))
  const title = actionMap(aside, ACTION)!.get('title') as Y.XmlFragment
  ;((title.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ' med alle')
  addAction(aside, idOf(9), 'Bare her')
  planMap(aside).set('title', 'Min tittel')
  let steps = 0
  now.on('afterTransaction', ({ origin, changed }) => {
    if (origin === 'ui' && changed.size > 0) steps += 1
  })

  putBack(now, compare())

  const plan = read(now)
  expect(plainText(plan.texts[field]!).split('\n').filter(Boolean)).toEqual(['Deres', 'Mitt'])
  expect(plan.actions.map(({ texts }) => oneLine(texts.title)).sort()).toEqual([
    'Bare her',
    'Møte / Møte med alle',
  ])
  expect([plan.title, steps]).toEqual(['Plan', 1])
})
