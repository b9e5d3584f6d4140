/**
 * Keys that go beyond one text: undo and redo of the whole plan, the arrows that
 * leave a text at its edges, Escape and the way to the toolbar.
 *
 * Tab is not among them: it leaves a text as it leaves any other field, so that
 * nobody is caught.
 */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { PlanUndo } from '../open-plan/plan-undo.ts'
import { TEXT_KEYS } from './text-keys.ts'

/** Where the keys lead. Each says whether there was somewhere to go. */
export interface FieldExits {
  leave(direction: 'previous' | 'next'): boolean
  escape(): boolean
  toToolbar(): boolean
  /** Asks for the address of a link. */
  toLink(): boolean
}

export interface FieldKeysOptions {
  readonly kind: 'rich' | 'line'
  readonly undo: PlanUndo
  readonly exits: FieldExits
}

export const FieldKeys = Extension.create<FieldKeysOptions>({
  name: 'fieldKeys',
  priority: 2000,

  addKeyboardShortcuts() {
    const { kind, undo, exits } = this.options
    const takeBack = () => whole(this.editor, () => undo.undo())
    const takeForward = () => whole(this.editor, () => undo.redo())
    const lineOnly = (key: () => boolean) => (kind === 'line' ? key() : false)
    return {
      'Mod-z': takeBack,
      'Mod-y': takeForward,
      'Shift-Mod-z': takeForward,
      ArrowUp: () => isAtEdge(this.editor, 'up') && exits.leave('previous'),
      ArrowLeft: () => isAtEdge(this.editor, 'left') && exits.leave('previous'),
      ArrowDown: () => isAtEdge(this.editor, 'down') && exits.leave('next'),
      ArrowRight: () => isAtEdge(this.editor, 'right') && exits.leave('next'),
      [TEXT_KEYS.leave]: () => exits.escape(),
      [TEXT_KEYS.toolbar]: () => exits.toToolbar(),
      [TEXT_KEYS.link]: () => kind === 'rich' && exits.toLink(),
      Enter: () => lineOnly(() => exits.leave('next') || true),
      'Shift-Enter': () => lineOnly(() => true),
      'Mod-Enter': () => lineOnly(() => true),
    }
  },

  addProseMirrorPlugins() {
    const { undo } = this.options
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // The browser's own undo (its menu, a shaken phone) knows nothing of others' edits.
            beforeinput(_view, event) {
              if (event.inputType === 'historyUndo') undo.undo()
              else if (event.inputType === 'historyRedo') undo.redo()
              else return false
              event.preventDefault()
              return true
            },
          },
        },
      }),
    ]
  },
})

/** A step back in the middle of a composition would tear it. The key is taken all the same. */
function whole(editor: Editor, step: () => void): boolean {
  if (!editor.view.composing) step()
  return true
}

/** Does this arrow have nowhere to go inside the text? */
function isAtEdge({ view, state }: Editor, arrow: 'up' | 'down' | 'left' | 'right'): boolean {
  const { selection, doc } = state
  if (!selection.empty || view.composing) return false
  const isBackwards = arrow === 'up' || arrow === 'left'
  const edge = isBackwards ? Selection.atStart(doc) : Selection.atEnd(doc)
  if (arrow === 'left' || arrow === 'right') return edge.head === selection.head
  return edge.$head.sameParent(selection.$head) && view.endOfTextblock(arrow)
}
