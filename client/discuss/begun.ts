/** Something that was begun at a place, and where that place is when one goes on with it. */
import type * as Y from 'yjs'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import { resolveAnchor } from '../../shared/discuss/resolve-anchor.ts'
import { anchorOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { placeName, textIdOf } from './place-name.ts'
import { fragmentOf } from './word-places.ts'

export interface Begun {
  /** What its words are kept by (unfinished.ts). */
  readonly key: string
  readonly place: ThreadPlace
  /** The name of what it is written beside; null: of its place. */
  readonly beside: string | null
  /** The words it is on; null: on none. */
  readonly quote: string | null
  /** What it begins as. */
  readonly mode: 'comment' | 'suggest'
  /** Of the plan that it was begun on. */
  readonly epoch: number
}

export function beginAt(begun: Pick<Begun, 'place' | 'beside' | 'mode' | 'epoch'>): Begun {
  const { place } = begun
  return { ...begun, key: keyOf(place), quote: anchorOf(place)?.quote ?? null }
}

/**
 * The same, on its words where they are by now. Of an earlier writing of the plan the quote may
 * hold what was taken out of it: where those words are nowhere, it is on none.
 */
export function goOnAt(begun: Begun, doc: Y.Doc, epoch: number): Begun {
  const { place } = begun
  const [anchor, textId] = [anchorOf(place), textIdOf(place)]
  const fragment = textId === null ? null : fragmentOf(doc, textId)
  if (!anchor || !('anchor' in place)) return { ...begun, epoch }
  const found = fragment && resolveAnchor(fragment, anchor)
  const moved = found && makeAnchor(fragment, found)
  const now = moved ?? (begun.epoch === epoch ? anchor : null)
  return { ...begun, place: { ...place, anchor: now }, quote: now?.quote ?? null, epoch }
}

/** The same when the plan is opened afresh, and its positions are others. */
function keyOf(place: ThreadPlace): string {
  const anchor = anchorOf(place)
  return JSON.stringify([placeName(place), anchor?.quote, anchor?.before, anchor?.after])
}
