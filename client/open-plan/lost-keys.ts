/**
 * Puts back the keys of maps that an undo lost.
 *
 * Undoing a value that raced with someone else's deletes the key: the own value
 * goes, and the older one may not come back over the other's. No key of a plan is
 * ever deleted, so a key that is gone after an undo gets the value it should have
 * gone back to.
 */
import * as Y from 'yjs'
import { itemOf } from './item-of.ts'

/** A key of a map, and what it held. */
export interface LostKey {
  readonly map: Y.Map<unknown>
  readonly key: string
  readonly value: unknown
}

/** The keys that a change overwrote, with their values before it. Only while its events are handled. */
export function overwrittenKeys(changed: Y.Transaction['changedParentTypes']): readonly LostKey[] {
  const keys: LostKey[] = []
  for (const [map, events] of changed) {
    if (!(map instanceof Y.Map)) continue
    for (const event of events) {
      if (event.target !== map) continue
      for (const [key, change] of event.changes.keys) {
        // oldValue is undefined when the old one lost a race and is forgotten already.
        if (change.action === 'update' && isPlain(change.oldValue)) {
          keys.push({ map: map as Y.Map<unknown>, key, value: change.oldValue })
        }
      }
    }
  }
  return keys
}

/** Writes those of the keys that are not there any more. */
export function putBack(doc: Y.Doc, keys: readonly LostKey[], origin: unknown): void {
  const lost = keys.filter(({ map, key }) => map.doc === doc && !isGone(map) && !map.has(key))
  if (lost.length === 0) return
  doc.transact(() => {
    for (const { map, key, value } of lost) map.set(key, value)
  }, origin)
}

function isGone(map: Y.Map<unknown>): boolean {
  return itemOf(map)?.deleted === true
}

function isPlain(value: unknown): boolean {
  return value !== undefined && !(value instanceof Y.AbstractType)
}
