/** Puts the caret where one came into a text, and the focus with it. */
import type { Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { bindingOf } from './field-sync-plugin.ts'
import { restoreSelection } from './relative-selection.ts'
import type { Entrance } from './text-editing.ts'

/** Inside the gesture that asked for it, or a phone will not show its keyboard. */
export function enterEditor({ view }: Editor, entrance: Entrance): void {
  const transaction = view.state.tr.setMeta('addToHistory', false)
  if (entrance.at === 'selection') {
    restoreSelection(transaction, entrance.selection, bindingOf(view.state))
  } else {
    transaction.setSelection(
      entrance.at === 'point'
        ? selectionAtPoint(view, entrance)
        : selectionAtEdge(view, entrance.at),
    )
  }
  view.dispatch(entrance.at === 'point' ? transaction : transaction.scrollIntoView())
  view.focus()
}

function selectionAtEdge({ state: { doc } }: EditorView, edge: 'start' | 'end'): Selection {
  return edge === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
}

function selectionAtPoint(
  view: EditorView,
  point: { readonly left: number; readonly top: number },
): Selection {
  const { doc } = view.state
  const found = view.posAtCoords(point)
  return found ? TextSelection.near(doc.resolve(found.pos)) : Selection.atEnd(doc)
}
