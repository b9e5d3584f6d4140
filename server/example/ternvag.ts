/**
 * Ternvåg skole: the example school, with a plan at its halfway review.
 *
 * Everything is invented: no such school, municipality or person. Its clock stands still on
 * 19 January 2027, so that one action is always 39 days late and the plan always halfway.
 * The words are in the files beside this one; approval and the pupils' statement belong to the
 * features that keep them.
 */
import type { Commitment } from '../../shared/plan/commitments.ts'
import type { PlanContent } from '../../shared/plan/plan-content.ts'
import { COLLABORATION } from './ternvag-collaboration.ts'
import { actionContents, type CommitmentDraft, day, type OwnerKey } from './ternvag-draft.ts'
import { INCLUSION } from './ternvag-inclusion.ts'
import { LEADERSHIP } from './ternvag-leadership.ts'
import { MODELS } from './ternvag-models.ts'
import { TERNVAG_PEOPLE } from './ternvag-people.ts'
import { PUPILS } from './ternvag-pupils.ts'
import { ABOUT, FOLLOW_UP, SAFETY, VISION } from './ternvag-school.ts'

export type { PersonKey } from './ternvag-people.ts'

export const TERNVAG = {
  school: {
    name: 'Ternvåg skole',
    municipality: 'Ternvåg kommune',
    country: 'NO',
    language: 'nb',
    timeZone: 'Europe/Oslo',
  },
  /** What the example takes for today. */
  today: day('2027-01-19'),
  plan: {
    title: 'Ternvåg møter Europa 2026–2027',
    periodStart: day('2026-01-01'),
    periodEnd: day('2027-12-31'),
  },
  people: TERNVAG_PEOPLE,
} as const

const DRAFTS: Readonly<Record<Commitment, CommitmentDraft>> = {
  leadership: LEADERSHIP,
  collaboration: COLLABORATION,
  pupils: PUPILS,
  models: MODELS,
  inclusion: INCLUSION,
}

/** The whole plan. `ownerKey` gives the member id that a person got when the school was made. */
export function ternvagContent(ownerKey: OwnerKey): PlanContent {
  const drafts = Object.values(DRAFTS)
  return {
    texts: {
      'school.about': ABOUT,
      'school.vision': VISION,
      'safety.internet': SAFETY,
      'leadership.today': LEADERSHIP.today,
      'leadership.next': LEADERSHIP.next,
      'collaboration.today': COLLABORATION.today,
      'collaboration.next': COLLABORATION.next,
      'pupils.today': PUPILS.today,
      'pupils.next': PUPILS.next,
      'models.today': MODELS.today,
      'models.next': MODELS.next,
      'inclusion.today': INCLUSION.today,
      'inclusion.next': INCLUSION.next,
      'follow-up.how': FOLLOW_UP,
    },
    fieldEvidence: drafts.flatMap(({ commitment, todayEvidence }) =>
      todayEvidence.map((evidence) => ({ ...evidence, fieldId: `${commitment}.today` as const })),
    ),
    actions: drafts.flatMap((draft) => actionContents(draft, ownerKey)),
  }
}
