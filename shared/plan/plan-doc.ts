/**
 * The shape of a plan's Y.Doc: its root types by name, and the keys inside them.
 *
 * The only place that knows these names. No shared type is ever made lazily
 * under a known key: two people offline would each make it, and one side's
 * content would vanish. Root types exist by being asked for; everything below
 * them is made whole, once, under a random id (SPEC.md, P1-P4).
 */
import * as Y from 'yjs'
import type { FieldId } from '../templates/template.ts'

/** The newest shape this code reads and writes; see upgrade-plan. */
export const PLAN_SCHEMA = 1

const TEXT_ROOT = 'text:'

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
  return doc.getMap('actions')
}

/** `<actionId>` -> Y.Map of how it goes: status and check-ins. Not part of what is approved. */
export function progressMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('progress')
}

/** Random id -> Y.Map: what shows that a field or an action is so. */
export function evidenceMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('evidence')
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
