/** The way back to where the focus is now, for when it has been among the notes. */
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { selectionOf } from '../text/relative-selection.ts'
import { textEditingOf } from '../text/text-editing.ts'
import { fragmentOf } from './word-places.ts'

/**
 * To the caret of a live text, which is closed meanwhile; else to the element.
 *
 * @param textId the text that was meant; null: whichever is live.
 */
export function wayBack(plan: OpenPlan, textId: string | null): () => void {
  const editing = textEditingOf(plan)
  const live = editing.live.get()
  const fragment = live && fragmentOf(plan.doc, live.fieldId)
  if (live && fragment && (textId === null || live.fieldId === textId)) {
    const selection = selectionOf(live.editor, fragment)
    return () => editing.enter(live.fieldId, { at: 'selection', selection })
  }
  const focused = document.activeElement
  return () => {
    const target = focused instanceof HTMLElement && focused.isConnected ? focused : null
    const isSomewhere = target !== null && target !== document.body
    ;(isSomewhere ? target : document.getElementById('main'))?.focus({ preventScroll: true })
  }
}
