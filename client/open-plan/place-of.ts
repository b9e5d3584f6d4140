/**
 * Where in the plan a Yjs type belongs: to a text, by its field id, or to an
 * action. Used by undo, which must say where it changed something.
 */
import * as Y from 'yjs'
import { readRootName } from '../../shared/plan/plan-doc.ts'
import { itemOf } from './item-of.ts'

export type Place =
  /** A field of the template ('leadership.today') or a text of an action ('<actionId>.title'). */
  | { readonly kind: 'text'; readonly fieldId: string }
  | { readonly kind: 'action'; readonly actionId: string }

/** The place of a Yjs type, or null when it is not below a text or an action. */
export function placeOf(type: unknown): Place | null {
  const [rootName, actionId, textName] = pathOf(type)
  const root = rootName === undefined ? null : readRootName(rootName)
  if (root === null || root.kind === 'text') return root
  if (actionId === undefined) return null
  return root.kind === 'actions' && textName !== undefined && textName !== 'owners'
    ? { kind: 'text', fieldId: actionTextId(actionId, textName) }
    : { kind: 'action', actionId }
}

/** The field id of one text of an action. */
export function actionTextId(actionId: string, textName: string): string {
  return `${actionId}.${textName}`
}

/** Root name, then map keys down to the type; inside a text there are none. */
function pathOf(type: unknown): readonly string[] {
  const keys: string[] = []
  let current = type
  for (let item = itemOf(current); item !== null; item = itemOf(current)) {
    if (item.parentSub !== null) keys.unshift(item.parentSub)
    current = item.parent
  }
  return current instanceof Y.AbstractType && current.doc
    ? [Y.findRootTypeKey(current), ...keys]
    : []
}
