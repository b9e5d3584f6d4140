/**
 * Puts back the keys of maps that an undo lost.
 *
 * Undoing a value that raced with someone else's deletes the key: the own value
 * goes, and no older one may come back over the other's. No key of a plan is ever
 * deleted, so a key that is gone after an undo gets the newest value that is not
 * of the step that was undone: what someone else wrote in the race, or else what
 * was there before the step. A key that is there is left alone: it is someone's.
 */
import * as Y from 'yjs'
import { itemOf, newestItem } from './item-of.ts'

/** A key that a step of undo wrote. */
export interface LostKey {
  readonly map: Y.Map<unknown>
  readonly key: string
  /** The newest value of it that is not of this step; undefined: there was none. */
  readonly value: unknown
  /** What the step wrote last. */
  readonly own: unknown
}

/**
 * The keys a step wrote, after one more change of it. Only while the change's events are handled.
 */
export function withOverwritten(
  known: readonly LostKey[],
  changed: Y.Transaction['changedParentTypes'],
): readonly LostKey[] {
  return overwrittenKeys(changed).reduce((keys, now) => {
    const before = keys.find((each) => isSameKey(each, now))
    if (!before) return [...keys, now]
    // A value that the step itself wrote a moment ago is nothing to go back to.
    const isOwn = now.value === undefined || now.value === before.own
    const value = isOwn ? before.value : now.value
    return keys.map((each) => (each === before ? { ...now, value } : each))
  }, known)
}

/** The keys a step wrote, after someone else's change. Only while its events are handled. */
export function withOvertaken(
  known: readonly LostKey[],
  transaction: Y.Transaction,
): readonly LostKey[] {
  return known.map((each) => {
    const lost = lostInRace(each, transaction)
    return lost ? { ...each, value: lost.value } : each
  })
}

/** Writes those of the keys that are not there any more. @returns them, as written. */
export function putBack(doc: Y.Doc, keys: readonly LostKey[], origin: unknown): readonly LostKey[] {
  return write(
    doc,
    keys.filter(
      ({ map, key, value }) =>
        value !== undefined && map.doc === doc && !isGone(map) && !map.has(key),
    ),
    origin,
  )
}

/**
 * Keys that were put back, after someone else's change: the rest of a word whose beginning was put
 * back is written too, for it lost against that. Only while the change's events are handled.
 *
 * @returns those that still hold what was put back.
 */
export function putNewer(
  transaction: Y.Transaction,
  keys: readonly LostKey[],
  origin: unknown,
): readonly LostKey[] {
  const held = keys.filter(({ map, key, own }) => !isGone(map) && map.get(key) === own)
  const known = withOvertaken(held, transaction)
  const newer = known.filter(({ value, own }) => value !== own)
  const written = write(transaction.doc, newer, origin)
  return [...known.filter((each) => !newer.includes(each)), ...written]
}

function write(doc: Y.Doc, keys: readonly LostKey[], origin: unknown): readonly LostKey[] {
  if (keys.length === 0) return keys
  doc.transact(() => {
    for (const { map, key, value } of keys) map.set(key, value)
  }, origin)
  return keys.map((each) => ({ ...each, own: each.value }))
}

function overwrittenKeys(changed: Y.Transaction['changedParentTypes']): readonly LostKey[] {
  const keys: LostKey[] = []
  for (const [type, events] of changed) {
    if (!(type instanceof Y.Map)) continue
    const map = type as Y.Map<unknown>
    for (const event of events) {
      if (event.target !== map) continue
      for (const [key, change] of event.changes.keys) {
        const own = map.get(key)
        if (change.action === 'delete' || !isPlain(own)) continue
        // oldValue is undefined too when the old one lost a race and is forgotten already.
        keys.push({ map, key, value: isPlain(change.oldValue) ? change.oldValue : undefined, own })
      }
    }
  }
  return keys
}

/**
 * The newest value that arrived for this key and lost at once; Yjs forgets it after the
 * transaction.
 */
function lostInRace({ map, key }: LostKey, { changed, beforeState }: Y.Transaction) {
  const keysOf = [...changed].find(([type]: readonly unknown[]) => type === map)?.[1]
  if (!keysOf?.has(key)) return null
  for (let item = newestItem(map, key); item !== null; item = item.left) {
    const isArrived = item.id.clock >= (beforeState.get(item.id.client) ?? 0)
    const value: unknown = item.content.getContent().at(-1)
    if (isArrived && item.deleted && isPlain(value)) return { value }
  }
  return null
}

function isSameKey(a: LostKey, b: LostKey): boolean {
  return a.map === b.map && a.key === b.key
}

function isGone(map: Y.Map<unknown>): boolean {
  return itemOf(map)?.deleted === true
}

function isPlain(value: unknown): boolean {
  return value !== undefined && !(value instanceof Y.AbstractType)
}
