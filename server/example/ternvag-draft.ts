/**
 * The form in which the example school is written down, and its way into plan content.
 *
 * A draft names people by key and writes days as text, so that its files hold words and nothing
 * else. What is wrong in a draft is a bug and throws.
 */
import { type CalendarDate, parseCalendarDate } from '../../shared/calendar-date.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import type {
  ActionContent,
  CheckInContent,
  EvidenceContent,
} from '../../shared/plan/plan-content.ts'
import type { Status } from '../../shared/plan/status.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { short } from './rich.ts'
import type { PersonKey } from './ternvag-people.ts'

/** One of the five commitments: two texts, what shows the first to be so, and the actions. */
export interface CommitmentDraft {
  readonly commitment: Commitment
  readonly today: RichText
  readonly todayEvidence: readonly EvidenceContent[]
  readonly next: RichText
  readonly actions: readonly ActionDraft[]
}

export interface ActionDraft {
  readonly title: string
  readonly goal: string
  readonly description: RichText
  readonly indicator: string
  readonly pupilsPart: string
  readonly resources: string | null
  readonly owners: readonly (PersonKey | `name:${string}`)[]
  /** 'YYYY-MM-DD'. */
  readonly start: string
  /** 'YYYY-MM-DD'. */
  readonly due: string
  readonly status: Status
  readonly checkIns: readonly CheckInDraft[]
  readonly evidence: readonly EvidenceContent[]
}

export interface CheckInDraft {
  /** 'YYYY-MM-DD'. */
  readonly date: string
  readonly status: Status
  readonly text: string
  readonly by: PersonKey
}

/** A person's key in the owners set of a plan: their member id. */
export type OwnerKey = (personKey: PersonKey) => string

/** The actions of one commitment as plan content, in their order. */
export function actionContents(draft: CommitmentDraft, ownerKey: OwnerKey): ActionContent[] {
  return draft.actions.map((action) => ({
    commitment: draft.commitment,
    texts: {
      title: short(action.title),
      goal: short(action.goal),
      description: action.description,
      indicator: short(action.indicator),
      pupilsPart: short(action.pupilsPart),
      resources: short(action.resources),
    },
    owners: action.owners.map((owner) => (isTypedName(owner) ? owner : ownerKey(owner))),
    start: day(action.start),
    due: day(action.due),
    status: action.status,
    checkIns: action.checkIns.map((checkIn) => checkInContent(checkIn, ownerKey)),
    evidence: action.evidence,
  }))
}

/** A day of the example; throws when there is no such day. */
export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new Error(`no such day: ${text}`)
  return date
}

/** Evidence at an address of the example school. `.example` is reserved and leads nowhere. */
export function link(label: string, path: string): EvidenceContent {
  return { kind: 'link', label, address: `https://ternvag.example/${path}` }
}

/** Evidence that is only words. */
export function note(label: string): EvidenceContent {
  return { kind: 'note', label, address: null }
}

function checkInContent(checkIn: CheckInDraft, ownerKey: OwnerKey): CheckInContent {
  return { ...checkIn, date: day(checkIn.date), by: ownerKey(checkIn.by) }
}

function isTypedName(owner: PersonKey | `name:${string}`): owner is `name:${string}` {
  return owner.startsWith('name:')
}
