/** Where a held selection is by now (relative-selection.ts). */
import { type EditorState, type Selection, TextSelection } from '@tiptap/pm/state'
import { bindingOf } from './field-sync-plugin.ts'
import { absolutePosition, type RelativeSelection } from './relative-selection.ts'

/** null when it is not there any more. */
export function placeNow(held: RelativeSelection, state: EditorState): Selection | null {
  const binding = bindingOf(state)
  const { doc } = state
  const anchor = absolutePosition(held.anchor, binding, doc.content.size)
  const head = absolutePosition(held.head, binding, doc.content.size)
  if (anchor === null || head === null) return null
  return TextSelection.between(doc.resolve(anchor), doc.resolve(head))
}
