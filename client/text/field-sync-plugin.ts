/**
 * Joins an editor with its Y.XmlFragment: y-prosemirror's sync plugin in a
 * wrapper that mends four things of it (the first three: design 3b, measured).
 *
 * - The first change in a freshly opened text may be one that empties it; the
 *   stock plugin would write nothing. So: one update at mount when there is content.
 * - A mere click after undo would clear redo. So: only when the document changed.
 * - Unknown content that arrives would be deleted for everybody. So: the binding is
 *   let go before it sees it, and `onUnknown` is told.
 * - Others' letters at the caret would push it behind them: see heldSelection.
 */
import { type Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { isKnownContent } from './known-content.ts'
import { heldSelection } from './relative-selection.ts'

export interface FieldSyncOptions {
  readonly fragment: Y.XmlFragment
  /**
   * Which type became which node, from initProseMirrorDoc; the editor begins with that document.
   */
  readonly mapping: ProsemirrorBinding['mapping']
  /** Content arrived that this program does not know. */
  readonly onUnknown: () => void
}

export function fieldSyncPlugin({ fragment, mapping, onUnknown }: FieldSyncOptions): Plugin {
  const plugin: Plugin = ySyncPlugin(fragment, { mapping })
  const createStockView = plugin.spec.view
  if (!createStockView) throw new Error('y-prosemirror: the sync plugin has no view')

  plugin.spec.view = (view) => {
    let isBound = true
    const guard = (_events: unknown, { local }: Y.Transaction) => {
      if (local || !isBound || isKnownContent(fragment)) return
      isBound = false
      bindingOf(view.state).destroy()
      onUnknown()
    }
    // Before the binding's own observer, which is set by the stock view.
    fragment.observeDeep(guard)
    holdCaret(view)
    const stock = createStockView(view)
    if (fragment.length > 0) updateWithoutHistory(view, () => stock.update?.(view, view.state))

    return {
      update(_view, before) {
        if (isBound && view.state.doc !== before.doc) stock.update?.(view, before)
      },
      destroy() {
        fragment.unobserveDeep(guard)
        stock.destroy?.()
      },
    }
  }
  return plugin
}

/** Before others' edits the binding notes where the selection is; here as `heldSelection` says. */
function holdCaret(view: EditorView): void {
  const binding = bindingOf(view.state)
  const noteStock = binding.beforeAllTransactions
  binding.beforeAllTransactions = () => {
    const isNoted = binding.beforeTransactionSelection !== null
    noteStock()
    const { selection } = view.state
    const noted = binding.beforeTransactionSelection
    if (isNoted || noted === null || !(selection instanceof TextSelection)) return
    binding.beforeTransactionSelection = {
      ...noted,
      ...heldSelection(selection, binding),
    }
  }
}

/** So that an update which changes nothing is not a step of undo. */
function updateWithoutHistory(view: EditorView, update: () => void): void {
  view.dispatch(view.state.tr.setMeta('addToHistory', false))
  update()
}

/** The binding of an editor's state. */
export function bindingOf(
  state: Parameters<typeof ySyncPluginKey.getState>[0],
): ProsemirrorBinding {
  return ySyncPluginKey.getState(state).binding
}
