/**
 * What is told of two states of a plan: only what differs, each with where it is.
 *
 * `from` and `before` are the one state, `to` and `after` the other. Not told: ranks and the
 * moments of deleting, which nobody sees; the order of what was deleted.
 */
import type { CalendarDate } from '../calendar-date.ts'
import type { Language } from '../languages.ts'
import type { FieldId } from '../templates/template.ts'
import type { TextDifference } from '../text/compare-texts.ts'
import type { Commitment } from './commitments.ts'
import type { Action, ActionTextName, CheckIn, Evidence, Owner } from './plan.ts'
import type { Status } from './status.ts'

export interface PlanDifference {
  readonly facts: readonly PlanFactChange[]
  /** In the order of the plan. */
  readonly fields: readonly FieldChange[]
  /** In the order of the plan, each commitment's gone ones last; then what was deleted anyway. */
  readonly actions: readonly ActionChange[]
  readonly evidence: readonly EvidenceChange[]
}

export type PlanFactChange =
  | { readonly fact: 'title'; readonly from: string; readonly to: string }
  | { readonly fact: 'period'; readonly from: Period; readonly to: Period }
  | { readonly fact: 'language'; readonly from: Language; readonly to: Language }

export interface Period {
  readonly start: CalendarDate | null
  readonly end: CalendarDate | null
}

export interface FieldChange {
  readonly fieldId: FieldId
  readonly text: TextDifference
}

/** `number`: 1 for the first of its commitment. */
export type ActionStanding =
  | { readonly kind: 'here'; readonly commitment: Commitment; readonly number: number }
  /** It can be brought back. */
  | { readonly kind: 'deleted' }
  /** The plan knows nothing of it. */
  | { readonly kind: 'absent' }

export interface ActionChange {
  /** As it is after; where it is absent then, as it was. */
  readonly action: Action
  readonly before: ActionStanding
  readonly after: ActionStanding
  /** It has another place among those that were in its commitment before and are there still. */
  readonly isReordered: boolean
  /** Empty when one side is absent: then all of `action` is new, or gone. */
  readonly parts: readonly ActionPartChange[]
}

export type ActionPartChange =
  | {
      readonly part: 'text'
      readonly name: ActionTextName
      readonly text: TextDifference
    }
  | { readonly part: 'commitment'; readonly from: Commitment; readonly to: Commitment }
  | { readonly part: 'status'; readonly from: Status; readonly to: Status }
  | {
      readonly part: 'start' | 'due'
      readonly from: CalendarDate | null
      readonly to: CalendarDate | null
    }
  | { readonly part: 'owners'; readonly gone: readonly Owner[]; readonly fresh: readonly Owner[] }
  /** null: it was not there before, or is not there after. */
  | {
      readonly part: 'check-in'
      readonly from: CheckIn | null
      readonly to: CheckIn | null
    }

/** null: it was not there before, or is not there after. */
export interface EvidenceChange {
  readonly from: Evidence | null
  readonly to: Evidence | null
}

/** Is there nothing to tell? */
export function isSamePlan({ facts, fields, actions, evidence }: PlanDifference): boolean {
  return facts.length + fields.length + actions.length + evidence.length === 0
}

/** The commitment under which a change of an action is shown. */
export function commitmentOf({ action, before, after }: ActionChange): Commitment {
  if (after.kind === 'here') return after.commitment
  return before.kind === 'here' ? before.commitment : action.commitment
}
