/**
 * The items of Yjs behind shared types and keys: which key holds a type, whether it
 * is deleted, what was written to a key before. Yjs tells none of it in public;
 * this is the only place that looks inside.
 */
import * as Y from 'yjs'

/** null for a root type, and for what is no shared type. */
export function itemOf(type: unknown): Y.Item | null {
  // oxlint-disable-next-line no-underscore-dangle -- there is no public name for it
  return type instanceof Y.AbstractType ? type._item : null
}

/** What holds a key now, or did before it was deleted; older ones are to its left. */
export function newestItem(map: Y.Map<unknown>, key: string): Y.Item | null {
  // oxlint-disable-next-line no-underscore-dangle -- there is no public name for it
  return map._map.get(key) ?? null
}
