/** Selections as positions in the Y.XmlFragment, which others' edits do not shift, and back. */
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror'
import * as Y from 'yjs'
import type { RememberedSelection } from '../open-plan/plan-undo.ts'

/** As y-prosemirror's getRelativeSelection makes it. */
export interface RelativeSelection {
  readonly anchor: Y.RelativePosition | null
  readonly head: Y.RelativePosition | null
}

/**
 * The place of a caret, held to the letter before it. y-prosemirror holds it to
 * what comes after: then two people who write at one spot are each pushed behind
 * the other's letter, and their words come out letter by letter in turn.
 */
function caretPosition(at: number, { doc, type, mapping }: ProsemirrorBinding) {
  const position = absolutePositionToRelativePosition(at, type, mapping) as Y.RelativePosition
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc)
  return found !== null && found.index > 0 && found.type instanceof Y.XmlText
    ? Y.createRelativePositionFromTypeIndex(found.type, found.index, -1)
    : position
}

/**
 * A selection held to the letters in it, so that what others write at its edges
 * stays outside; a mere caret as `caretPosition` says.
 */
export function heldSelection(
  { anchor, head, from, empty }: Selection,
  binding: ProsemirrorBinding,
): { readonly anchor: Y.RelativePosition; readonly head: Y.RelativePosition } {
  const { type, mapping } = binding
  const hold = (at: number): Y.RelativePosition =>
    at === from && !empty
      ? absolutePositionToRelativePosition(at, type, mapping)
      : caretPosition(at, binding)
  return { anchor: hold(anchor), head: hold(head) }
}

/** The selection of an editor, as undo remembers them too. */
export function selectionOf(
  { state }: { readonly state: EditorState },
  fragment: Y.XmlFragment,
): RememberedSelection {
  const { binding } = ySyncPluginKey.getState(state) as { readonly binding: ProsemirrorBinding }
  return { fragment, ...heldSelection(state.selection, binding) }
}

/** The place in the editor's document, or null when it is not there (any more). */
export function absolutePosition(
  position: Y.RelativePosition | null,
  binding: ProsemirrorBinding,
  size: number,
): number | null {
  if (position === null) return null
  const { doc, type, mapping } = binding
  const found = relativePositionToAbsolutePosition(doc, type, position, mapping)
  return found === null ? null : Math.max(0, Math.min(found, size))
}

/** Sets the selection of a transaction, as near as it can still be. */
export function restoreSelection(
  transaction: Transaction,
  selection: RelativeSelection,
  binding: ProsemirrorBinding,
): void {
  const { doc } = transaction
  const anchor = absolutePosition(selection.anchor, binding, doc.content.size)
  const head = absolutePosition(selection.head, binding, doc.content.size)
  if (anchor === null || head === null) return
  transaction.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)))
}
