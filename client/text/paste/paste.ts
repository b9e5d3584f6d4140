/**
 * Pasting into a text: everything that comes from elsewhere is read into a text of
 * ours, and only that goes in. What was copied here comes back as it was.
 *
 * What reads is loaded while nobody waits (paste-props.ts). A paste before that waits
 * for it and keeps its place; what cannot go in is told to `onPaste`, which has the
 * words for it.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { XmlFragment } from 'yjs'
import type { PlanUndo, RememberedSelection } from '../../open-plan/plan-undo.ts'
import { selectionOf } from '../relative-selection.ts'
import type { PastedTable } from './pasted.ts'
import type * as PasteProps from './paste-props.ts'

/** What there is to tell about a paste. */
export type PasteNews =
  /** Nothing went in. */
  | { readonly kind: 'too-large' }
  /** Nothing went in: what reads it was not there, or came when the text had been left. */
  | { readonly kind: 'not-pasted' }
  /** What words there were went in, without these. */
  | { readonly kind: 'pictures'; readonly hasWords: boolean }
  /** It went in as words; `takeWords` takes those of the table out again, if they are as they were. */
  | { readonly kind: 'table'; readonly table: PastedTable; readonly takeWords: () => void }

export interface PasteOptions {
  readonly kind: 'rich' | 'line'
  readonly fragment: XmlFragment
  readonly undo: PlanUndo
  readonly onPaste: (news: PasteNews) => void
}

/** A paste that came before what reads it. */
export interface WaitingPaste {
  readonly html: string
  readonly words: string
  readonly files: readonly File[]
  /** What was selected then. */
  readonly place: RememberedSelection
  /** Was it at the start of a paragraph, where there is no letter to hold to? */
  readonly isAtStart: boolean
}

/** Loaded once for the page. */
let reader: typeof PasteProps | null = null

/** Loads what reads a paste; until then a paste waits for it. */
export async function preparePasting(): Promise<void> {
  reader ??= await import('./paste-props.ts')
}

export const Paste = Extension.create<PasteOptions>({
  // Tiptap has a 'paste' of its own.
  name: 'planPaste',
  priority: 1000,

  addProseMirrorPlugins() {
    const { options } = this
    const { schema } = this.editor
    const plugin: Plugin = new Plugin({
      props: {
        handleDOMEvents: {
          paste(view, event) {
            if (!view.editable) return false
            event.preventDefault()
            void pasteWhenPrepared(view, event.clipboardData)
            return true
          },
          drop(view, event) {
            if (!view.editable || view.dragging) return false
            event.preventDefault()
            options.onPaste({ kind: 'not-pasted' })
            return true
          },
        },
      },
    })
    // In place of those above: another plugin would make all plugins of the view anew.
    const makeReady = () => {
      if (reader) Object.assign(plugin.props, reader.createPasteProps(options, schema))
    }
    const pasteWhenPrepared = async (view: EditorView, clipboard: DataTransfer | null) => {
      // The browser's own clipboard is gone after the event.
      const waiting: WaitingPaste = {
        html: clipboard?.getData('text/html') ?? '',
        words: clipboard?.getData('text/plain') ?? '',
        files: [...(clipboard?.files ?? [])],
        place: selectionOf(view, options.fragment),
        isAtStart: view.state.selection.$from.parentOffset === 0,
      }
      await preparePasting().catch(() => undefined)
      makeReady()
      if (!reader || view.isDestroyed || !view.editable) options.onPaste({ kind: 'not-pasted' })
      else reader.pasteWaiting(view, waiting)
    }
    makeReady()
    if (!reader) preparePasting().then(makeReady, () => undefined)
    return [plugin]
  },
})
