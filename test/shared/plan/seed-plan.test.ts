import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { TERNVAG, ternvagContent } from '../../../server/example/ternvag.ts'
import { NO_CONTENT, type PlanContent } from '../../../shared/plan/plan-content.ts'
import { planDocument } from '../../../shared/plan/plan-document.ts'
import { fieldText } from '../../../shared/plan/plan-doc.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { SEED_ORIGIN, seedPlan } from '../../../shared/plan/seed-plan.ts'
import { templateFieldIds } from '../../../shared/templates/template.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { countedBytes } from '../../support/plan-documents.ts'

it('[P2] makes a plan in one transaction of its own origin', () => {
  const doc = new Y.Doc()
  const origins: unknown[] = []
  doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))

  seed(doc, NO_CONTENT)

  expect(origins).toEqual([SEED_ORIGIN])
  expect(readPlan(doc, CURRENT_TEMPLATE)).toMatchObject({
    plan: {
      schema: 1,
      title: TERNVAG.plan.title,
      language: 'nb',
      periodStart: '2026-01-01',
      periodEnd: '2027-12-31',
      actions: [],
    },
    repairs: [],
  })
})

it('[P2] refuses a document that already is a plan, and leaves it alone', () => {
  const doc = new Y.Doc()
  seed(doc, NO_CONTENT)
  const before = Y.encodeStateAsUpdate(doc)

  expect(() => seed(doc, NO_CONTENT)).toThrow(/already is a plan/)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

it('[P1] [P4] gives every field of the template a text with one paragraph', () => {
  const doc = new Y.Doc()
  seed(doc, NO_CONTENT)

  const fieldIds = templateFieldIds(CURRENT_TEMPLATE)
  expect([...doc.share.keys()].sort()).toEqual(
    ['plan', ...fieldIds.map((fieldId) => `text:${fieldId}`)].sort(),
  )
  expect(fieldIds.every((fieldId) => fieldText(doc, fieldId).length === 1)).toBe(true)
})

it('[P14] keeps all of the example school: texts, actions in order, check-ins, evidence', () => {
  const content = ternvagContent((key) => `name:${key}`)
  const doc = new Y.Doc()
  seed(doc, content)

  const { plan, repairs } = readPlan(doc, CURRENT_TEMPLATE)

  expect(repairs).toEqual([])
  expect(plan.texts).toEqual(content.texts)
  expect(
    plan.actions.map(({ texts, commitment, status, start, due }) => ({
      texts,
      commitment,
      status,
      start,
      due,
    })),
  ).toEqual(
    content.actions.map(({ texts, commitment, status, start, due }) => ({
      texts,
      commitment,
      status,
      start,
      due,
    })),
  )
  expect(
    plan.actions.map(({ checkIns }) => checkIns.map(({ date, text }) => ({ date, text }))),
  ).toEqual(
    content.actions.map(({ checkIns }) => checkIns.map(({ date, text }) => ({ date, text }))),
  )
  expect(plan.evidence).toHaveLength(
    content.fieldEvidence.length + content.actions.flatMap(({ evidence }) => evidence).length,
  )
})

it('becomes a document with every word in it: numbers, names, lateness', () => {
  const doc = new Y.Doc()
  seed(
    doc,
    ternvagContent((key) => `name:${key}`),
  )

  const document = planDocument(readPlan(doc, CURRENT_TEMPLATE).plan, CURRENT_TEMPLATE, {
    planId: '1'.repeat(20),
    seq: 7,
    contentHash: 'abc',
    language: 'en',
    school: 'Ternvåg skole',
    today: TERNVAG.today,
    memberName: () => null,
  })

  expect(document.sections.map(({ id, number }) => [id, number])).toEqual([
    ['school', null],
    ['safety', null],
    ['leadership', 1],
    ['collaboration', 2],
    ['pupils', 3],
    ['models', 4],
    ['inclusion', 5],
    ['follow-up', null],
  ])
  const actions = document.sections.flatMap((section) => section.actions)
  expect(actions.map(({ number }) => number)).toEqual(
    [1, 2, 3, 4, 5].flatMap((part) => [1, 2, 3].map((place) => `${part}.${place}`)),
  )
  expect(
    actions
      .filter(({ daysLate }) => daysLate > 0)
      .map(({ number, daysLate }) => [number, daysLate]),
  ).toEqual([['2.2', 39]])
  expect(actions[0]!.owners).toEqual(['elle', 'sigrid'])
  expect(document.sections[2]!.title).toBe('Shared leadership')
})

it('names a member who has left with a question mark', () => {
  const doc = new Y.Doc()
  seed(
    doc,
    ternvagContent(() => '9'.repeat(20)),
  )

  const document = planDocument(readPlan(doc, CURRENT_TEMPLATE).plan, CURRENT_TEMPLATE, {
    planId: '1'.repeat(20),
    seq: 1,
    contentHash: '',
    language: 'nb',
    school: '',
    today: TERNVAG.today,
    memberName: () => null,
  })

  expect(document.sections[2]!.actions[0]!.owners).toEqual(['?'])
})

function seed(doc: Y.Doc, content: PlanContent): void {
  seedPlan(doc, CURRENT_TEMPLATE, { ...TERNVAG.plan, language: 'nb', content }, countedBytes())
}
