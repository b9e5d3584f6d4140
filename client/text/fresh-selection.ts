/**
 * The caret is where it is seen, however busy the page is.
 *
 * End, an arrow or a click moves the browser's own selection at once; ProseMirror hears
 * of it by a *selectionchange* that comes later. Keys and pastes that waited while the
 * page was busy come before that, and would be put where the caret was. So whatever
 * writes first tells of a selection that nobody has been told of yet.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

type Ends = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>

export const FreshSelection = Extension.create({
  name: 'freshSelection',
  // Before all that handles keys.
  priority: 2000,

  addProseMirrorPlugins() {
    let told: Ends | null = null
    const note = () => (told = endsOf(getSelection()))
    const catchUp = (view: EditorView) => {
      if (view.composing || isSame(told, endsOf(getSelection()))) return false
      document.dispatchEvent(new Event('selectionchange'))
      return false
    }
    return [
      new Plugin({
        props: { handleDOMEvents: { keydown: catchUp, beforeinput: catchUp, paste: catchUp } },
        view() {
          document.addEventListener('selectionchange', note)
          return { destroy: () => document.removeEventListener('selectionchange', note) }
        },
      }),
    ]
  },
})

function endsOf(selection: Selection | null): Ends | null {
  if (!selection) return null
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  return { anchorNode, anchorOffset, focusNode, focusOffset }
}

function isSame(one: Ends | null, other: Ends | null): boolean {
  return (
    one?.anchorNode === other?.anchorNode &&
    one?.anchorOffset === other?.anchorOffset &&
    one?.focusNode === other?.focusNode &&
    one?.focusOffset === other?.focusOffset
  )
}
