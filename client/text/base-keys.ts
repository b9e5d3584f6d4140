/**
 * Enter, Backspace and Delete: Tiptap's keys with two of their parts replaced.
 *
 * Its plugin that clears an emptied document also edits after others' edits, where
 * the binding does not see it: left out. Its splitting of blocks throws on some
 * selections when content is loose, and so does ProseMirror's on one that holds
 * the whole text: the selection is deleted first, in a step of its own.
 */
import { extensions } from '@tiptap/core'
import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  liftEmptyBlock,
  splitBlockKeepMarks,
} from '@tiptap/pm/commands'
import type { EditorView } from '@tiptap/pm/view'

const split = chainCommands(createParagraphNear, liftEmptyBlock, splitBlockKeepMarks)

function enter(view: EditorView): boolean {
  if (!view.state.selection.empty) deleteSelection(view.state, view.dispatch)
  return split(view.state, view.dispatch, view)
}

export const BaseKeys = extensions.Keymap.extend<object, object>({
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      Enter: ({ editor }) => enter(editor.view),
    }
  },

  addProseMirrorPlugins: () => [],
})
