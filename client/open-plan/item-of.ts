/**
 * The item that holds a shared type: its key in a map, whether it is deleted.
 * Yjs tells neither in public; this is the only place that looks inside.
 */
import * as Y from 'yjs'

/** null for a root type, and for what is no shared type. */
export function itemOf(type: unknown): Y.Item | null {
  // oxlint-disable-next-line no-underscore-dangle -- there is no public name for it
  return type instanceof Y.AbstractType ? type._item : null
}
