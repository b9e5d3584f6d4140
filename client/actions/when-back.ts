/** Calls back once, when a deleted action is there again, whoever brought it back and however. */
import type * as Y from 'yjs'
import type { ActionId } from '../../shared/ids.ts'
import { actionMap } from '../../shared/plan/plan-doc.ts'

/** @returns stop. */
export function whenBack(doc: Y.Doc, actionId: ActionId, onBack: () => void): () => void {
  const stop = () => doc.off('afterTransaction', look)
  const look = () => {
    const action = actionMap(doc, actionId)
    // As the plan's reader takes it: absent means that it is there.
    if (!action || (action.get('deletedAt') ?? null) !== null) return
    stop()
    onBack()
  }
  doc.on('afterTransaction', look)
  return stop
}
