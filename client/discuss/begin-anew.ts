/**
 * A thread that the school did not take because the plan was written anew meanwhile, as it would
 * be begun now: for whoever has seen their words and sends them again. Pure.
 *
 * What was copied from the plan by itself is copied from it as it is by now, for it may hold what
 * was taken out of the plan: the words it is on with what stands round them, and who owned an
 * action. On words that are gone, it is on their text as a whole. What somebody wrote is theirs;
 * but other words for words that are gone are mostly those very words, and are not sent.
 */
import type * as Y from 'yjs'
import type { NewThread } from '../../shared/api/threads.ts'
import { findText } from '../../shared/discuss/find-text.ts'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import { resolveAnchor } from '../../shared/discuss/resolve-anchor.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import { anchorOf, textOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { factOf } from './fact-words.ts'

/** The plan as it is by now. */
export interface PlanNow {
  readonly doc: Y.Doc
  readonly epoch: number
  readonly actionOf: (actionId: string) => Action | null
}

/** @returns null: it suggests other words for some that are gone. */
export function begunAnew(thread: NewThread, now: PlanNow): NewThread | null {
  const { suggestion } = thread
  const place = placeNow(thread.place, now.doc)
  if (suggestion?.kind === 'words' && anchorOf(thread.place) && !anchorOf(place)) return null
  return {
    ...thread,
    place,
    suggestion: suggestion && changeNow(suggestion, place, now),
    epoch: now.epoch,
  }
}

function placeNow(place: ThreadPlace, doc: Y.Doc): ThreadPlace {
  const name = textOf(place)
  if (!name || (place.kind !== 'field' && place.kind !== 'action') || !place.anchor) return place
  const text = findText(doc, name)
  const range = text && resolveAnchor(text, place.anchor)
  return { ...place, anchor: range && makeAnchor(text, range) }
}

/** Names of owners are words, too: those that nobody chose are as they stand there now. */
function changeNow(
  change: SuggestedChange,
  place: ThreadPlace,
  { actionOf }: PlanNow,
): SuggestedChange {
  if (change.kind !== 'fact' || change.fact !== 'owners' || place.kind !== 'action') return change
  const action = actionOf(place.actionId)
  const from = action ? factOf(action, 'owners') : []
  const isMeant = (key: string) => from.includes(key) || !change.from.includes(key)
  return { ...change, from, to: change.to.filter(isMeant) }
}
