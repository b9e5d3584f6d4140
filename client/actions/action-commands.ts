/**
 * What a person does with actions, as changes to the plan: each an undo step of
 * its own. Reads the plan at the moment of the deed, so that a place is counted
 * among the actions that are there now.
 */
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { type ActionId, createId } from '../../shared/ids.ts'
import {
  deleteAction,
  placeAction,
  rankAt,
  setActionDate,
  setActionOwner,
  setActionStatus,
  showAction,
} from '../../shared/plan/change-action.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import { createAction, type NewAction } from '../../shared/plan/create-action.ts'
import type { Action, Plan } from '../../shared/plan/plan.ts'
import type { Rank } from '../../shared/plan/rank.ts'
import type { Status } from '../../shared/plan/status.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { ORIGINS } from '../open-plan/origins.ts'

export interface ActionCommands {
  /** Makes an action at the end of a commitment. @returns its id. */
  create(commitment: Commitment): ActionId
  setStatus(actionId: ActionId, status: Status): void
  setDate(actionId: ActionId, key: 'start' | 'due', date: CalendarDate | null): void
  setOwner(actionId: ActionId, ownerKey: string, isOwner: boolean): void
  /**
   * Up or down among the actions of its commitment.
   *
   * @returns its new place from 1, or null at the edge.
   */
  step(action: Action, by: -1 | 1): number | null
  /** To the end of another commitment. */
  moveTo(action: Action, commitment: Commitment): void
  /** Softly: `bringBack` undoes it. */
  remove(actionId: ActionId): void
  bringBack(actionId: ActionId): void
}

/** What an action begins with, besides its place. */
export type ActionDraft = Pick<NewAction, 'texts' | 'owners' | 'start' | 'due' | 'status'>

export function createActionCommands(
  { doc, undo }: Pick<OpenPlan, 'doc' | 'undo'>,
  readNow: () => Plan,
): ActionCommands {
  const asOneStep = (write: () => void) => {
    undo.stopCapturing()
    write()
  }
  const siblings = (commitment: Commitment) =>
    readNow().actions.filter((action) => action.commitment === commitment)
  const place = (actionId: ActionId, commitment: Commitment, index: number) =>
    asOneStep(() => {
      const rank = rankAt(readNow().actions, commitment, index, actionId)
      placeAction(doc, actionId, { commitment, rank }, ORIGINS.ui)
    })

  return {
    create(commitment) {
      const rank = rankAt(readNow().actions, commitment, siblings(commitment).length, null)
      const id = createHiddenAction(doc, commitment, {}, rank)
      asOneStep(() => showAction(doc, id, ORIGINS.ui))
      return id
    },
    setStatus: (actionId, status) =>
      asOneStep(() => setActionStatus(doc, actionId, status, ORIGINS.ui)),
    setDate: (actionId, key, date) =>
      asOneStep(() => setActionDate(doc, actionId, key, date, ORIGINS.ui)),
    setOwner: (actionId, ownerKey, isOwner) =>
      asOneStep(() => setActionOwner(doc, actionId, ownerKey, isOwner, ORIGINS.ui)),
    step(action, by) {
      const all = siblings(action.commitment)
      const index = all.findIndex(({ id }) => id === action.id) + by
      if (index < 0 || index >= all.length) return null
      place(action.id, action.commitment, index)
      return index + 1
    },
    moveTo: (action, commitment) => place(action.id, commitment, siblings(commitment).length),
    remove: (actionId) => asOneStep(() => deleteAction(doc, actionId, Date.now(), ORIGINS.ui)),
    bringBack: (actionId) => asOneStep(() => showAction(doc, actionId, ORIGINS.ui)),
  }
}

/** Outside undo: undoing its making would kill what others wrote in it. Shown by a step of undo. */
export function createHiddenAction(
  doc: OpenPlan['doc'],
  commitment: Commitment,
  draft: ActionDraft,
  rank: Rank,
): ActionId {
  const id = createId<ActionId>((count) => crypto.getRandomValues(new Uint8Array(count)))
  createAction(doc, { ...draft, id, commitment, rank, deletedAt: 'new' }, ORIGINS.init)
  return id
}
