/**
 * The caret is where it is seen, however busy the page is.
 *
 * End, an arrow or a click moves the browser's own selection at once; ProseMirror hears
 * of it by a *selectionchange* that comes later. Keys and pastes that waited while the
 * page was busy come before that, and would be put where the caret was; what a colleague
 * writes comes before it too, and would draw the caret back to where it was. So whatever
 * writes or draws first tells of a selection that nobody has been told of yet.
 */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { IncomingDoor } from '../open-plan/incoming-door.ts'

type Ends = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>

interface FreshSelectionOptions {
  readonly door: Pick<IncomingDoor, 'beforeChanges'>
}

/** Tells an editor of a selection that it has not been told of yet. */
type CatchUp = (view: EditorView) => void

const catchUpKey = new PluginKey<CatchUp>('samplan-catch-up')

/** To be called before an editor is drawn for another reason than its own user's. */
export function catchUpSelection(view: EditorView): void {
  catchUpKey.getState(view.state)?.(view)
}

export const FreshSelection = Extension.create<FreshSelectionOptions>({
  name: 'freshSelection',
  // Before all that handles keys.
  priority: 2000,

  addProseMirrorPlugins() {
    const { door } = this.options
    let told: Ends | null = null
    const note = () => (told = endsOf(getSelection()))
    const catchUp: CatchUp = (view) => {
      if (view.composing || isSame(told, endsOf(getSelection()))) return
      document.dispatchEvent(new Event('selectionchange'))
    }
    const beforeEvent = (view: EditorView) => {
      catchUp(view)
      return false
    }
    return [
      new Plugin<CatchUp>({
        key: catchUpKey,
        state: { init: () => catchUp, apply: (_transaction, same) => same },
        props: {
          handleDOMEvents: { keydown: beforeEvent, beforeinput: beforeEvent, paste: beforeEvent },
        },
        view(view) {
          document.addEventListener('selectionchange', note)
          const stop = door.beforeChanges(() => catchUp(view))
          return {
            destroy() {
              document.removeEventListener('selectionchange', note)
              stop()
            },
          }
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
