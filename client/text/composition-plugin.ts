/** Tells the door of incoming changes while someone composes in an editor. */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { IncomingDoor } from '../open-plan/incoming-door.ts'

export function compositionPlugin(door: IncomingDoor): Plugin {
  const composing = (view: EditorView) => door.composing(view, () => endComposition(view))
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: composing,
        compositionupdate: composing,
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
