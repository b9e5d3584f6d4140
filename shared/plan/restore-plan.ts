/**
 * Makes a plan, or a part of it, say again what it said at an earlier moment: a change like any
 * other, forward, on top of all that was written since (SPEC.md, P20-P22).
 *
 * What was made since is deleted softly, what was deleted comes back, what is gone is made anew
 * under its id. Check-ins and evidence stay: they tell what was done.
 */
import * as Y from 'yjs'
import { type FieldId, type Template, templateFieldIds } from '../templates/template.ts'
import { createAction } from './create-action.ts'
import { matchText } from './match-text.ts'
import { ACTION_TEXTS, type Action, type Owner, type Plan } from './plan.ts'
import { actionMap, actionProgress, fieldText, findFieldText, planMap } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { readOwner } from './read-value.ts'

export type RestoredPart =
  | { readonly kind: 'plan' }
  | { readonly kind: 'section'; readonly sectionId: string }
  | { readonly kind: 'action'; readonly actionId: string }

export interface Restoring {
  readonly part: RestoredPart
  /** The plan as it was, and the document that says so. */
  readonly was: Plan
  readonly old: Y.Doc
  /** Of the document that is changed. */
  readonly template: Template
  /** When what was made since is deleted; milliseconds since the epoch. */
  readonly atMs: number
}

/**
 * @returns 'not-found', and nothing is changed, when there was no such section or action then.
 */
export function restorePlan(doc: Y.Doc, restoring: Restoring): 'restored' | 'not-found' {
  return doc.transact(() => restorePart(doc, restoring))
}

function restorePart(doc: Y.Doc, restoring: Restoring): 'restored' | 'not-found' {
  const { part, was, old, template } = restoring
  if (part.kind === 'plan') {
    restorePlanFacts(doc, was)
    restoreFields(doc, restoring, templateFieldIds(template))
    restoreActions(doc, restoring, () => true)
    return 'restored'
  }
  if (part.kind === 'section') {
    const section = template.sections.find(({ id }) => id === part.sectionId)
    if (!section || section.fieldIds.some((fieldId) => !was.texts[fieldId])) return 'not-found'
    restoreFields(doc, restoring, section.fieldIds)
    const { commitment } = section
    if (commitment !== null) {
      restoreActions(doc, restoring, (action) => action.commitment === commitment)
    }
    return 'restored'
  }
  const action = was.actions.find(({ id }) => id === part.actionId)
  if (!action) return 'not-found'
  restoreAction(doc, action, old)
  return 'restored'
}

function restorePlanFacts(doc: Y.Doc, was: Plan): void {
  const now = planMap(doc)
  for (const key of ['title', 'language', 'periodStart', 'periodEnd'] as const) {
    setFact(now, key, was[key])
  }
}

function restoreFields(doc: Y.Doc, { was, old }: Restoring, fieldIds: readonly FieldId[]): void {
  for (const fieldId of fieldIds) {
    const text = was.texts[fieldId]
    if (text) matchText(fieldText(doc, fieldId), text, findFieldText(old, fieldId))
  }
}

/** @param isMeant is an action with these facts, then or now, in what is restored? */
function restoreActions(
  doc: Y.Doc,
  { was, old, template, atMs }: Restoring,
  isMeant: (action: Action) => boolean,
): void {
  const before = new Map(was.actions.map((action) => [action.id, action]))
  for (const now of readPlan(doc, template).plan.actions.filter(isMeant)) {
    const then = before.get(now.id)
    const map = actionMap(doc, now.id)
    if (!map) continue
    if (!then) map.set('deletedAt', atMs)
    // It came here from a section that is not restored, and goes back there.
    else if (!isMeant(then)) restorePlace(map, then)
  }
  for (const action of was.actions.filter(isMeant)) restoreAction(doc, action, old)
}

function restoreAction(doc: Y.Doc, then: Action, old: Y.Doc): void {
  const map = actionMap(doc, then.id)
  const progress = actionProgress(doc, then.id)
  const owners = map?.get('owners')
  if (!map || !progress || !(owners instanceof Y.Map) || !hasItsTexts(map)) {
    makeAnew(doc, then)
    return
  }
  restorePlace(map, then)
  for (const key of ['start', 'due'] as const) setFact(map, key, then[key])
  setFact(map, 'deletedAt', null)
  setFact(progress, 'status', then.status)
  restoreOwners(owners as Y.Map<unknown>, then.owners)
  for (const name of ACTION_TEXTS) {
    const text: unknown = map.get(name)
    const before: unknown = actionMap(old, then.id)?.get(name)
    if (!(text instanceof Y.XmlFragment)) continue
    matchText(text, then.texts[name], before instanceof Y.XmlFragment ? before : null)
  }
}

function hasItsTexts(map: Y.Map<unknown>): boolean {
  return ACTION_TEXTS.every((name) => map.get(name) instanceof Y.XmlFragment)
}

function restorePlace(map: Y.Map<unknown>, { commitment, rank }: Action): void {
  setFact(map, 'commitment', commitment)
  setFact(map, 'rank', rank)
}

/** Nobody is taken out of the set: who owns it no more is set to false (P5). */
function restoreOwners(owners: Y.Map<unknown>, then: readonly Owner[]): void {
  const wanted = new Set(then.map(ownerKey))
  const found = new Set<string>()
  for (const [key, isOwner] of owners.entries()) {
    if (isOwner !== true) continue
    const owner = readOwner(key)
    const isWanted = owner !== null && wanted.has(ownerKey(owner))
    if (owner && isWanted) found.add(ownerKey(owner))
    else owners.set(key, false)
  }
  for (const key of wanted) if (!found.has(key)) owners.set(key, true)
}

function ownerKey(owner: Owner): string {
  return owner.kind === 'member' ? owner.memberId : `name:${owner.name}`
}

/** Under the id that it had: only the server does so, one change after the other. */
function makeAnew(doc: Y.Doc, then: Action): void {
  createAction(doc, { ...then, owners: then.owners.map(ownerKey), deletedAt: null }, null)
  const checkIns = actionProgress(doc, then.id)?.get('checkIns')
  if (!(checkIns instanceof Y.Map)) return
  for (const { id, by, ...checkIn } of then.checkIns) {
    checkIns.set(id, new Y.Map<unknown>(Object.entries({ ...checkIn, by: ownerKey(by) })))
  }
}

/** What is so already is not said again: nobody else's change of it is overwritten. */
function setFact(map: Y.Map<unknown>, key: string, value: unknown): void {
  if ((map.get(key) ?? null) !== value) map.set(key, value)
}
