/**
 * Takes something out of a plan, out of its history, out of what is said about it and out of
 * what lists show of it, for good. A pupil's name that somebody typed, for one.
 *
 * What is said goes first: those whom the plan sends out fetch it anew, and a suggestion that is
 * accepted meanwhile writes what it says. And once more after the plan, for what was said in
 * between; a thread begun on the plan as it was is refused from then on (NewThread.epoch).
 *
 * Not out of backups, nor out of what was exported or stands on people's devices: those
 * take the recovery path, and their owners see what they have.
 *
 * The log is written by a connection of its own, so the plan and the audit trail cannot be
 * changed in one transaction. A line in the trail comes first, and one with the outcome
 * after: whatever breaks between, no plan was ever written anew that the trail is silent of.
 */
import { Failure } from '../../shared/failure.ts'
import type { PlanId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'
import { createScrub, type Scrub } from '../sync/scrub-words.ts'
import type { PlanRooms } from './plan-rooms.ts'
import type { PlanStore } from './plan-store.ts'
import type { SummaryRefresher } from './summary-refresher.ts'

export interface RedactPlanDeps {
  readonly store: Pick<PlanStore, 'noteRedacting' | 'noteRedacted'>
  readonly rooms: Pick<PlanRooms, 'redactPlan' | 'notifyPlan'>
  /** As ThreadStore has it. */
  readonly threads: { redact(planId: PlanId, scrub: Scrub): Promise<void> }
  readonly summaries: Pick<SummaryRefresher, 'refresh'>
  /** What was deleted is to be gone from the files of the database as well. */
  readonly scrub: () => Promise<void>
}

/** One letter stands everywhere. */
export const MIN_REDACTED_LENGTH = 2
export const MAX_REDACTED_LENGTH = 200

/**
 * @returns how often it stood in the text as it was, and in what was said about it.
 * @throws Failure 'bad-request' for a text too short or too long, 'plan-not-found', 'plan-busy'.
 */
export async function redactPlan(
  deps: RedactPlanDeps,
  planId: PlanId,
  wanted: { readonly text: string; readonly replacement: string },
  by: By,
): Promise<{ readonly places: number }> {
  const text = wanted.text.trim()
  if (text.length < MIN_REDACTED_LENGTH || text.length > MAX_REDACTED_LENGTH) {
    throw new Failure('bad-request', `a text of ${text.length} letters`)
  }
  await deps.store.noteRedacting(planId, by)
  const redaction = { ...wanted, text }
  const scrub = createScrub(redaction)
  try {
    await deps.threads.redact(planId, scrub)
    const written = await deps.rooms.redactPlan(planId, redaction)
    await deps.threads.redact(planId, scrub)
    deps.rooms.notifyPlan(planId, { kind: 'threads' })
    const places = written.places + scrub.places()
    await deps.store.noteRedacted(planId, places, by)
    await deps.summaries.refresh(planId)
    return { places }
  } finally {
    // Whatever failed, what was taken out is not to lie about in the file.
    await deps.scrub()
  }
}
