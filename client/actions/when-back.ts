/** Whether a deleted action is there again, whoever brought it back and however. */
import type * as Y from 'yjs'
import type { ActionId } from '../../shared/ids.ts'
import { actionMap } from '../../shared/plan/plan-doc.ts'

/** Calls back once. @returns stop. */
export function whenBack(doc: Y.Doc, actionId: ActionId, onBack: () => void): () => void {
  const stop = () => doc.off('afterTransaction', look)
  const look = () => {
    if (!isBack(doc, actionId)) return
    stop()
    onBack()
  }
  doc.on('afterTransaction', look)
  return stop
}

export function isBack(doc: Y.Doc, actionId: ActionId): boolean {
  const action = actionMap(doc, actionId)
  // As the plan's reader takes it: absent means that it is there.
  return action !== null && (action.get('deletedAt') ?? null) === null
}
