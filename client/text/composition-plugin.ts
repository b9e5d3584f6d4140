/**
 * Tells the door of incoming changes while someone composes in an editor, and makes
 * what is composed at a stretch one step of undo, however slowly.
 */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { IncomingDoor } from '../open-plan/incoming-door.ts'
import type { PlanUndo } from '../open-plan/plan-undo.ts'

export function compositionPlugin(
  door: IncomingDoor,
  undo: Pick<PlanUndo, 'keepCapturing'>,
): Plugin {
  let isBegun = false
  const composing = (view: EditorView) => door.composing(view, () => endComposition(view))
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart(view) {
          isBegun = false
          composing(view)
        },
        compositionupdate(view) {
          // The first letter may well begin a step.
          if (isBegun) undo.keepCapturing()
          isBegun = true
          composing(view)
        },
        compositionend: (view) => door.composed(view),
      },
    },
    view: (view) => ({ destroy: () => door.composed(view) }),
  })
}

/** The one way that browsers have: whoever loses the focus has finished. */
function endComposition(view: EditorView): void {
  if (!view.hasFocus()) return
  view.dom.blur()
  view.focus()
}
