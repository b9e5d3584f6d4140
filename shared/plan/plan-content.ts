/**
 * What someone puts into a plan when it is made: the first texts, actions,
 * check-ins and evidence, as plain data. Used by the example school, later by
 * import and by *take with you to next year*.
 */
import type { CalendarDate } from '../calendar-date.ts'
import type { FieldId } from '../templates/template.ts'
import type { RichText } from '../text/rich-text.ts'
import type { Commitment } from './commitments.ts'
import type { ActionTextName } from './plan.ts'
import type { Status } from './status.ts'

export interface PlanContent {
  readonly texts: Readonly<Partial<Record<FieldId, RichText>>>
  /** What shows that the text of a field is so. */
  readonly fieldEvidence: readonly (EvidenceContent & { readonly fieldId: FieldId })[]
  /** In their order within each commitment. */
  readonly actions: readonly ActionContent[]
}

export interface ActionContent {
  readonly commitment: Commitment
  readonly texts: Readonly<Record<ActionTextName, RichText>>
  /** Keys of the owners set: a member's id, or `name:<text>`. */
  readonly owners: readonly string[]
  readonly start: CalendarDate | null
  readonly due: CalendarDate | null
  readonly status: Status
  readonly checkIns: readonly CheckInContent[]
  readonly evidence: readonly EvidenceContent[]
}

export interface EvidenceContent {
  readonly kind: 'link' | 'note'
  readonly label: string
  /** An http(s) address for a link; null for a note. */
  readonly address: string | null
}

export interface CheckInContent {
  readonly date: CalendarDate
  readonly status: Status
  readonly text: string
  /** A member's id, or `name:<text>`. */
  readonly by: string
}

export const NO_CONTENT: PlanContent = { texts: {}, fieldEvidence: [], actions: [] }
