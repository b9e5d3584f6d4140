/**
 * Joins an editor with its Y.XmlFragment: y-prosemirror's sync plugin in a
 * wrapper that mends three things of it (design: 3b, measured).
 *
 * - The first change in a freshly opened text may be one that empties it; the
 *   stock plugin would write nothing. So: one update at mount when there is content.
 * - A mere click after undo would clear redo. So: only when the document changed.
 * - Unknown content that arrives would be deleted for everybody. So: the binding is
 *   let go before it sees it, and `onUnknown` is told.
 */
import type { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { isKnownContent } from './known-content.ts'

export interface FieldSyncOptions {
  readonly fragment: Y.XmlFragment
  /** Which type became which node, from initProseMirrorDoc; the editor begins with that document. */
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
