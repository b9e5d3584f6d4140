/**
 * The plan as everything but the editor reads it: typed, valid, without Yjs.
 *
 * Made only by `readPlan`. Sections and their words are not here; they come from
 * the template.
 */
import type { CalendarDate } from '../calendar-date.ts'
import type { ActionId } from '../ids.ts'
import type { Language } from '../languages.ts'
import type { FieldId } from '../templates/template.ts'
import type { RichText } from '../text/rich-text.ts'
import type { Commitment } from './commitments.ts'
import type { Rank } from './rank.ts'
import type { Status } from './status.ts'

/** The texts of an action, in reading order. Each is its own Y.XmlFragment. */
export const ACTION_TEXTS = [
  'title',
  'goal',
  'description',
  'indicator',
  'pupilsPart',
  'resources',
] as const

export type ActionTextName = (typeof ACTION_TEXTS)[number]

export interface Plan {
  readonly schema: number
  readonly title: string
  readonly language: Language
  readonly periodStart: CalendarDate | null
  readonly periodEnd: CalendarDate | null
  readonly template: { readonly id: string; readonly version: number }
  /** Every field of the template, empty ones as []. */
  readonly texts: Readonly<Record<FieldId, RichText>>
  /** Actions that are not deleted, by commitment and then by place. */
  readonly actions: readonly Action[]
  /** Deleted ones, latest first: they can be brought back. */
  readonly deletedActions: readonly Action[]
  readonly evidence: readonly Evidence[]
}

export interface Action {
  readonly id: ActionId
  readonly commitment: Commitment
  readonly rank: Rank
  readonly texts: Readonly<Record<ActionTextName, RichText>>
  readonly owners: readonly Owner[]
  readonly start: CalendarDate | null
  readonly due: CalendarDate | null
  /** Milliseconds since the epoch when someone deleted it, by their clock; null: it is there. */
  readonly deletedAtMs: number | null
  readonly status: Status
  /** Oldest first. */
  readonly checkIns: readonly CheckIn[]
}

/** A member of the school, or a name that someone typed. */
export type Owner =
  | { readonly kind: 'member'; readonly memberId: string }
  | { readonly kind: 'name'; readonly name: string }

export interface CheckIn {
  readonly id: string
  readonly date: CalendarDate
  readonly status: Status
  readonly text: string
  readonly by: Owner
}

/** What shows that something is so. Files come with their own store later. */
export interface Evidence {
  readonly id: string
  readonly target: { readonly fieldId: FieldId } | { readonly actionId: ActionId }
  readonly kind: 'link' | 'note'
  readonly label: string
  /** A safe address for a link; null for a note. */
  readonly address: string | null
}

/** Something `readPlan` had to mend; `where` is a path like 'actions/<id>/due'. */
export interface Repair {
  readonly where: string
  readonly what: string
}
