/** The Yjs text that a name means. Makes nothing, and is total for any document. */
import * as Y from 'yjs'
import { findFieldText, findPlanRoots } from '../plan/plan-doc.ts'
import type { TextName } from './thread-place.ts'

/** null: the document has no such text; that of a deleted action is still there. */
export function findText(doc: Y.Doc, name: TextName): Y.XmlFragment | null {
  if ('fieldId' in name) return findFieldText(doc, name.fieldId)
  const action = findPlanRoots(doc).actions?.get(name.actionId)
  const text = action instanceof Y.Map ? action.get(name.text) : null
  return text instanceof Y.XmlFragment ? text : null
}
