/**
 * Makes an empty Y.Doc a plan: once, by the server, before anyone connects.
 *
 * Every text of the template is seeded with one paragraph, so that the first
 * words of two people share it.
 */
import * as Y from 'yjs'
import type { CalendarDate } from '../calendar-date.ts'
import { type ActionId, createId, type RandomBytes } from '../ids.ts'
import type { Language } from '../languages.ts'
import { type Template, templateFieldIds } from '../templates/template.ts'
import { createAction } from './create-action.ts'
import type { ActionContent, EvidenceContent, PlanContent } from './plan-content.ts'
import { actionProgress, evidenceMap, fieldText, PLAN_SCHEMA, planMap } from './plan-doc.ts'
import { type Rank, rankBetween } from './rank.ts'
import { textNodes } from './write-text.ts'

export interface PlanSeed {
  readonly title: string
  readonly language: Language
  readonly periodStart: CalendarDate | null
  readonly periodEnd: CalendarDate | null
  readonly content: PlanContent
}

/** Origin of everything the server writes into a fresh plan. */
export const SEED_ORIGIN = 'init'

/** @throws Error when the document already is a plan: seeding twice would double its texts. */
export function seedPlan(
  doc: Y.Doc,
  template: Template,
  seed: PlanSeed,
  random: RandomBytes,
): void {
  if (planMap(doc).has('schema')) throw new Error('seedPlan: the document already is a plan')
  doc.transact(() => {
    const meta = planMap(doc)
    meta.set('title', seed.title)
    meta.set('language', seed.language)
    meta.set('periodStart', seed.periodStart)
    meta.set('periodEnd', seed.periodEnd)
    meta.set('template', { id: template.id, version: template.version })
    for (const fieldId of templateFieldIds(template)) {
      fieldText(doc, fieldId).insert(0, textNodes(seed.content.texts[fieldId] ?? []))
    }
    for (const { fieldId, ...evidence } of seed.content.fieldEvidence) {
      addEvidence(doc, { fieldId }, evidence, random)
    }
    seedActions(doc, seed.content.actions, random)
    // Last: whoever sees the schema sees the rest as well.
    meta.set('schema', PLAN_SCHEMA)
  }, SEED_ORIGIN)
}

function seedActions(doc: Y.Doc, actions: readonly ActionContent[], random: RandomBytes): void {
  let rank: Rank | null = null
  for (const action of actions) {
    const id = createId<ActionId>(random)
    rank = rankBetween(rank, null)
    createAction(doc, { ...action, id, rank, deletedAt: null }, SEED_ORIGIN)
    seedCheckIns(doc, id, action, random)
    for (const evidence of action.evidence) addEvidence(doc, { actionId: id }, evidence, random)
  }
}

function seedCheckIns(
  doc: Y.Doc,
  actionId: ActionId,
  action: ActionContent,
  random: RandomBytes,
): void {
  const checkIns = actionProgress(doc, actionId)?.get('checkIns')
  if (!(checkIns instanceof Y.Map)) return
  for (const checkIn of action.checkIns) {
    checkIns.set(createId(random), new Y.Map<unknown>(Object.entries(checkIn)))
  }
}

function addEvidence(
  doc: Y.Doc,
  target: { readonly fieldId: string } | { readonly actionId: string },
  evidence: EvidenceContent,
  random: RandomBytes,
): void {
  const entry = new Y.Map<unknown>(Object.entries({ ...target, ...evidence }))
  evidenceMap(doc).set(createId(random), entry)
}
