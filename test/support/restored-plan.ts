/** A plan's document as the tests of going back make, change and read it. */
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { type ActionId, createId } from '../../shared/ids.ts'
import { createAction } from '../../shared/plan/create-action.ts'
import { ACTION_TEXTS, type Plan } from '../../shared/plan/plan.ts'
import { actionsMap, fieldText } from '../../shared/plan/plan-doc.ts'
import type { Rank } from '../../shared/plan/rank.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { type RestoredPart, restorePlan } from '../../shared/plan/restore-plan.ts'
import { templateFieldIds } from '../../shared/templates/template.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import { seededPlanUpdate } from './seeded-plan.ts'

const template = CURRENT_TEMPLATE
const SEED = seededPlanUpdate('Handlingsplan')
export const FIELDS = templateFieldIds(template).slice(0, 3)
export const COMMITMENT = 'leadership'
export const NOW_MS = 1_800_000_000_000

export function newDoc(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, SEED)
  return doc
}

export const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
export const read = (doc: Y.Doc): Plan => readPlan(doc, template).plan
export const back = (doc: Y.Doc, old: Y.Doc, part: RestoredPart = { kind: 'plan' }) =>
  restorePlan(doc, { part, was: read(old), old, template, atMs: NOW_MS })

export function addAction(
  doc: Y.Doc,
  id = createId<ActionId>(randomBytes),
  words = 'Tiltak',
): ActionId {
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
export const textsOf = (doc: Y.Doc): readonly Y.XmlFragment[] => [
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
export const wordsOf = (doc: Y.Doc) =>
  textsOf(doc)
    .map((text) => text.toJSON())
    .join(' ')
    .replace(/<[^>]*>/g, '|')

/** Types at a place of the one text that has this number, in the block with that one. */
export function typeIn(
  doc: Y.Doc,
  text: number,
  block: number,
  at: number,
  words: string,
): Y.XmlText {
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
