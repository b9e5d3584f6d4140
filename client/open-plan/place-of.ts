/**
 * Where in the plan a Yjs type belongs: to a text, by its field id, or to an
 * action. Used by undo, which must say where it changed something.
 */
import * as Y from 'yjs'
import { itemOf } from './item-of.ts'

export type Place =
  /** A field of the template ('leadership.today') or a text of an action ('<actionId>.title'). */
  | { readonly kind: 'text'; readonly fieldId: string }
  | { readonly kind: 'action'; readonly actionId: string }

const TEXT_ROOT = 'text:'

/** The place of a Yjs type, or null when it is not below a text or an action. */
export function placeOf(type: unknown): Place | null {
  const path = pathOf(type)
  const [root, actionId, textName] = path
  if (root === undefined) return null
  if (root.startsWith(TEXT_ROOT)) return { kind: 'text', fieldId: root.slice(TEXT_ROOT.length) }
  if (root !== 'actions' && root !== 'progress') return null
  if (actionId === undefined) return null
  return root === 'actions' && textName !== undefined && textName !== 'owners'
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
