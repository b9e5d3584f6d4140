/**
 * Makes an action in a plan's document: whole, in one transaction, under a
 * random id, so that no two clients ever make one key (SPEC.md, P3).
 */
import * as Y from 'yjs'
import type { CalendarDate } from '../calendar-date.ts'
import type { ActionId } from '../ids.ts'
import type { RichText } from '../text/rich-text.ts'
import type { Commitment } from './commitments.ts'
import { ACTION_TEXTS, type ActionTextName } from './plan.ts'
import { actionsMap, progressMap } from './plan-doc.ts'
import type { Rank } from './rank.ts'
import type { Status } from './status.ts'
import { textFragment } from './write-text.ts'

export interface NewAction {
  readonly id: ActionId
  readonly commitment: Commitment
  readonly rank: Rank
  readonly texts?: Readonly<Partial<Record<ActionTextName, RichText>>>
  readonly owners?: readonly string[]
  readonly start?: CalendarDate | null
  readonly due?: CalendarDate | null
  readonly status?: Status
  /**
   * 'new' hides it until a second, tracked write puts null: the creation itself
   * stays outside undo, else undoing it would kill what others typed in it.
   */
  readonly deletedAt: null | 'new'
}

/** Every nested type is there from the start; each text holds at least one paragraph. */
export function createAction(doc: Y.Doc, action: NewAction, origin: unknown): void {
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    map.set('commitment', action.commitment)
    map.set('rank', action.rank)
    for (const name of ACTION_TEXTS) map.set(name, textFragment(action.texts?.[name] ?? []))
    map.set('owners', ownersSet(action.owners ?? []))
    map.set('start', action.start ?? null)
    map.set('due', action.due ?? null)
    map.set('deletedAt', action.deletedAt)
    actionsMap(doc).set(action.id, map)

    const progress = new Y.Map<unknown>()
    progress.set('status', action.status ?? 'planned')
    progress.set('checkIns', new Y.Map())
    progressMap(doc).set(action.id, progress)
  }, origin)
}

function ownersSet(keys: readonly string[]): Y.Map<boolean> {
  const owners = new Y.Map<boolean>()
  for (const key of keys) owners.set(key, true)
  return owners
}
