/**
 * The shape of a plan's Y.Doc: its root types by name, and the keys inside them.
 *
 * Whoever reads or writes plans has these names from here; only
 * client/open-plan/place-of.ts spells them once more, to say where an undo was.
 *
 * No shared type is ever made lazily under a known key: two people offline would
 * each make it, and one side's content would vanish. Root types exist by being
 * asked for; everything below them is made whole, once, under a random id
 * (SPEC.md, P1-P4).
 */
import * as Y from 'yjs'
import type { FieldId } from '../templates/template.ts'

/** The newest shape this code reads and writes; see upgrade-plan. */
export const PLAN_SCHEMA = 1

/** The root types that are maps. */
export const MAP_ROOTS = ['plan', 'actions', 'progress', 'evidence'] as const

/** The root types that are texts begin with this; the field's id follows. */
export const TEXT_ROOT = 'text:'
const ACTIONS_ROOT = 'actions'
const PROGRESS_ROOT = 'progress'

/**
 * What a root type of the document holds, by its name: one text, or all actions; null for others.
 */
export function readRootName(
  name: string,
):
  | { readonly kind: 'text'; readonly fieldId: string }
  | { readonly kind: 'actions' | 'progress' }
  | null {
  if (name.startsWith(TEXT_ROOT)) return { kind: 'text', fieldId: name.slice(TEXT_ROOT.length) }
  if (name === ACTIONS_ROOT) return { kind: 'actions' }
  return name === PROGRESS_ROOT ? { kind: 'progress' } : null
}

/** Title, language, period, template, schema. */
export function planMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('plan')
}

/** The rich text of a field. */
export function fieldText(doc: Y.Doc, fieldId: FieldId): Y.XmlFragment {
  return doc.getXmlFragment(`${TEXT_ROOT}${fieldId}`)
}

/** `<actionId>` -> Y.Map of what was decided: texts, owners, dates, place. */
export function actionsMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(ACTIONS_ROOT)
}

/** `<actionId>` -> Y.Map of how it goes: status and check-ins. Not part of what is approved. */
export function progressMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(PROGRESS_ROOT)
}

/** Random id -> Y.Map: what shows that a field or an action is so. */
export function evidenceMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('evidence')
}

/** The root types as a reader finds them. */
export interface PlanRoots {
  readonly plan: Y.Map<unknown> | null
  readonly actions: Y.Map<unknown> | null
  readonly progress: Y.Map<unknown> | null
  readonly evidence: Y.Map<unknown> | null
}

/**
 * The root maps for reading. Makes nothing: null where the document has no such
 * root, or one that this program has already asked for as another kind.
 */
export function findPlanRoots(doc: Y.Doc): PlanRoots {
  const find = (name: string) => findRoot(doc, name, Y.Map, () => doc.getMap<unknown>(name))
  return {
    plan: find('plan'),
    actions: find(ACTIONS_ROOT),
    progress: find(PROGRESS_ROOT),
    evidence: find('evidence'),
  }
}

/** The rich text of a field for reading; null as in findPlanRoots. */
export function findFieldText(doc: Y.Doc, fieldId: FieldId): Y.XmlFragment | null {
  const name = `${TEXT_ROOT}${fieldId}`
  return findRoot(doc, name, Y.XmlFragment, () => doc.getXmlFragment(name))
}

/** A root that came over the wire has no kind until it is asked for; asking then cannot fail. */
function findRoot<Root>(
  doc: Y.Doc,
  name: string,
  Kind: abstract new () => Root,
  ask: () => Root,
): Root | null {
  const root: unknown = doc.share.get(name)
  if (root instanceof Kind) return root
  const isUntyped = root instanceof Y.AbstractType && root.constructor === Y.AbstractType
  return isUntyped ? ask() : null
}

/** The Y.Map of one action, or null when there is none. */
export function actionMap(doc: Y.Doc, actionId: string): Y.Map<unknown> | null {
  const value = actionsMap(doc).get(actionId)
  return value instanceof Y.Map ? value : null
}

/** The Y.Map of one action's progress, or null when there is none. */
export function actionProgress(doc: Y.Doc, actionId: string): Y.Map<unknown> | null {
  const value = progressMap(doc).get(actionId)
  return value instanceof Y.Map ? value : null
}
