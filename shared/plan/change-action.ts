/**
 * The changes people make to an action apart from its texts. Each is one
 * transaction with the caller's origin, and never deletes a key: undo of a
 * raced map value would lose it (SPEC.md, P5). An action that is not there is
 * left alone: it may have been taken back by its maker in the same moment.
 */
import * as Y from 'yjs'
import type { CalendarDate } from '../calendar-date.ts'
import type { Commitment } from './commitments.ts'
import type { Action } from './plan.ts'
import { actionMap, actionProgress } from './plan-doc.ts'
import { type Rank, rankBetween } from './rank.ts'
import type { Status } from './status.ts'

/** Puts an action into a commitment at a rank. Two keys, so a move and a reorder both survive. */
export function placeAction(
  doc: Y.Doc,
  actionId: string,
  place: { readonly commitment: Commitment; readonly rank: Rank },
  origin: unknown,
): void {
  change(doc, actionId, origin, (action) => {
    if (action.get('commitment') !== place.commitment) action.set('commitment', place.commitment)
    action.set('rank', place.rank)
  })
}

export function setActionStatus(
  doc: Y.Doc,
  actionId: string,
  status: Status,
  origin: unknown,
): void {
  doc.transact(() => actionProgress(doc, actionId)?.set('status', status), origin)
}

export function setActionDate(
  doc: Y.Doc,
  actionId: string,
  key: 'start' | 'due',
  date: CalendarDate | null,
  origin: unknown,
): void {
  change(doc, actionId, origin, (action) => action.set(key, date))
}

/** Adds or removes one owner; `ownerKey` is a member's id or `name:<text>`. */
export function setActionOwner(
  doc: Y.Doc,
  actionId: string,
  ownerKey: string,
  isOwner: boolean,
  origin: unknown,
): void {
  change(doc, actionId, origin, (action) => {
    const owners = action.get('owners')
    if (owners instanceof Y.Map) owners.set(ownerKey, isOwner)
  })
}

/** Softly: it can be brought back, and an edit made in the same moment is not lost. */
export function deleteAction(doc: Y.Doc, actionId: string, nowMs: number, origin: unknown): void {
  change(doc, actionId, origin, (action) => action.set('deletedAt', nowMs))
}

/** Brings a deleted action back, or shows one that was made hidden. */
export function showAction(doc: Y.Doc, actionId: string, origin: unknown): void {
  change(doc, actionId, origin, (action) => action.set('deletedAt', null))
}

/**
 * The rank that puts an action at a place among the actions of a commitment.
 *
 * @param index 0 = first, among those that are there without the action itself.
 */
export function rankAt(
  actions: readonly Action[],
  commitment: Commitment,
  index: number,
  movedId: string | null,
): Rank {
  const others = actions.filter(
    (action) => action.commitment === commitment && action.id !== movedId,
  )
  const at = Math.max(0, Math.min(index, others.length))
  return rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null)
}

function change(
  doc: Y.Doc,
  actionId: string,
  origin: unknown,
  write: (action: Y.Map<unknown>) => void,
): void {
  const action = actionMap(doc, actionId)
  if (action) doc.transact(() => write(action), origin)
}
