/**
 * The editor's side of the plan's one undo: remembers the selection before a
 * change and brings it back when the change is undone.
 *
 * Holds no UndoManager of its own and never destroys the plan's, as the stock
 * plugin does at every unmount. It carries the stock plugin's key, because the sync
 * plugin looks for the manager under it.
 */
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { type PlanUndo, type RememberedSelection, SELECTION } from '../open-plan/plan-undo.ts'
import { restoreSelection, type RelativeSelection } from './relative-selection.ts'
import { bindingOf } from './field-sync-plugin.ts'

interface FieldUndoState {
  readonly undoManager: Y.UndoManager
  /** Where the selection was before the latest change of the state. */
  readonly prevSel: RelativeSelection | null
}

export function fieldUndoPlugin(fragment: Y.XmlFragment, undo: PlanUndo): Plugin {
  return new Plugin<FieldUndoState>({
    key: yUndoPluginKey,
    state: {
      init: () => ({ undoManager: undo.manager, prevSel: null }),
      apply: (transaction, value, before) => ({
        ...value,
        prevSel: selectionBefore(transaction, before) ?? value.prevSel,
      }),
    },
    view: (view) => rememberSelections(view, fragment, undo),
    props: {
      handleDOMEvents: {
        focus: () => undo.stopCapturing(),
        blur: () => undo.stopCapturing(),
      },
    },
  })
}

function selectionBefore(transaction: Transaction, before: EditorState): RelativeSelection | null {
  // An appended transaction starts from a document that the fragment does not hold yet.
  if (transaction.getMeta('appendedTransaction') !== undefined) return null
  const binding = bindingOf(before)
  // A change from Yjs: the fragment is ahead of the state; the binding asked in time.
  return transaction.getMeta(ySyncPluginKey)?.isChangeOrigin
    ? binding.beforeTransactionSelection
    : getRelativeSelection(binding, before)
}

function rememberSelections(view: EditorView, fragment: Y.XmlFragment, undo: PlanUndo) {
  const onAdded = ({ stackItem, changedParentTypes }: StackEvent) => {
    if (!isChanged(changedParentTypes, fragment)) return
    const selection: RelativeSelection | null = yUndoPluginKey.getState(view.state)?.prevSel ?? null
    if (selection) {
      const { anchor, head } = selection
      stackItem.meta.set(SELECTION, { fragment, anchor, head } satisfies RememberedSelection)
    }
  }
  const onPopped = ({ stackItem }: StackEvent) => {
    const remembered: RememberedSelection | undefined = stackItem.meta.get(SELECTION)
    if (remembered?.fragment !== fragment) return
    const transaction = view.state.tr.setMeta('addToHistory', false)
    restoreSelection(transaction, remembered, bindingOf(view.state))
    view.dispatch(transaction.scrollIntoView())
  }
  undo.manager.on('stack-item-added', onAdded)
  undo.manager.on('stack-item-popped', onPopped)
  return {
    destroy() {
      undo.manager.off('stack-item-added', onAdded)
      undo.manager.off('stack-item-popped', onPopped)
    },
  }
}

/** By identity: the types of Yjs do not let a fragment be looked up in this map. */
function isChanged(changed: StackEvent['changedParentTypes'], fragment: Y.XmlFragment): boolean {
  return [...changed.keys()].some((type: unknown) => type === fragment)
}

interface StackEvent {
  readonly stackItem: Y.UndoManager['undoStack'][number]
  readonly changedParentTypes: Y.Transaction['changedParentTypes']
}
