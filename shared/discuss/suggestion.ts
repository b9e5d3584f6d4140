/**
 * What a suggestion proposes. Its words are plain: a line end is a new paragraph, and they take
 * the marks of what they replace (docs/adr/0030). How it becomes text: SPEC.md, T9-T15.
 */
import type { CalendarDate } from '../calendar-date.ts'
import type { Commitment } from '../plan/commitments.ts'
import type { Status } from '../plan/status.ts'
import type { ActionFact } from './thread-place.ts'

/** The facts of an action that can be suggested, and what each is. `owners`: owner keys. */
export interface FactValues {
  readonly commitment: Commitment
  readonly owners: readonly string[]
  readonly start: CalendarDate | null
  readonly due: CalendarDate | null
  readonly status: Status
}

export type FactChange = {
  readonly [Fact in ActionFact]: {
    readonly kind: 'fact'
    readonly fact: Fact
    readonly from: FactValues[Fact]
    readonly to: FactValues[Fact]
  }
}[ActionFact]

export type SuggestedChange =
  /**
   * In a text: these words in place of the anchored ones; '' deletes them. Without an anchor: the
   * words of a text that is empty. An insertion replaces the words beside it by themselves and more.
   */
  | { readonly kind: 'words'; readonly words: string }
  /** On a fact of an action: the place names the action and the fact. */
  | FactChange
  /** On a section of a commitment: one more action in it. */
  | {
      readonly kind: 'new-action'
      readonly commitment: Commitment
      readonly title: string
      readonly description: string
      readonly due: CalendarDate | null
    }

/** 'stale': what it would change reads otherwise by now. It can become applicable again. */
export type SuggestionState = 'open' | 'accepted' | 'refused' | 'taken-back'
