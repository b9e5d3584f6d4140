/** Selections as positions in the Y.XmlFragment, which others' edits do not shift, and back. */
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { type ProsemirrorBinding, relativePositionToAbsolutePosition } from 'y-prosemirror'
import type * as Y from 'yjs'

/** As y-prosemirror's getRelativeSelection makes it. */
export interface RelativeSelection {
  readonly anchor: Y.RelativePosition | null
  readonly head: Y.RelativePosition | null
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
