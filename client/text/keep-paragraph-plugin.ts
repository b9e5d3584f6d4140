/**
 * A text that holds nothing at all gets one empty paragraph while someone is in
 * it: phones cannot compose into an empty box, and two people who type next share
 * the paragraph. Never done by merely looking.
 *
 * When one's own edit emptied it the paragraph is part of that edit; when others
 * did, it comes a moment later and is no step of undo.
 */
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from 'y-prosemirror'

export function keepParagraphPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      const isOthers = transactions.some((each) => each.getMeta(ySyncPluginKey))
      const isEdit = transactions.some((each) => each.docChanged)
      return isEdit && !isOthers && state.doc.childCount === 0 ? withParagraph(state) : null
    },
    view: () => ({ update: keep }),
    props: { handleDOMEvents: { focus: keep } },
  })
}

function keep(view: EditorView): void {
  if (view.state.doc.childCount > 0 || !view.editable || !view.hasFocus()) return
  // Not inside the change that emptied it: the binding would not see this one.
  queueMicrotask(() => addLater(view))
}

function addLater(view: EditorView): void {
  if (view.isDestroyed || view.composing || view.state.doc.childCount > 0) return
  view.dispatch(withParagraph(view.state).setMeta('addToHistory', false))
}

function withParagraph({ tr, schema }: EditorState): Transaction {
  const paragraph = schema.nodes['paragraph']?.create()
  return paragraph ? tr.insert(0, paragraph) : tr
}
