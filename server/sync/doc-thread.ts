/**
 * The thread in which plans become documents. Rooms hold bytes; whatever needs a
 * Y.Doc, or decodes a whole plan, is asked here and waits its turn.
 *
 * Damage in stored updates is an alarm and is logged as one; it never stops a
 * reader. A thread that dies fails what it was asked with 'server-error', and
 * the next question starts it anew.
 */
import type { DocHandlers } from './doc-worker.ts'
import type { MadeUpdate, PlanMaterial } from './doc-work.ts'
import type { KnownIdsOutline } from './known-ids.ts'
import type { PlanChange } from './plan-change.ts'
import type { RedactedUpdate } from './redact-doc.ts'
import type { Redaction } from './scrub-words.ts'
import type { Damage } from './replay.ts'
import type { SyncLogger } from './sync-logger.ts'
import type { AuthorsOfTexts } from './text-authors.ts'
import type { TouchedPlaces } from './touched-places.ts'
import type { StoredMoment, StoredOwners, StoredUpdate } from './update-log.ts'
import { createWorkerCalls, type WorkerCalls } from '../workers/worker-calls.ts'

/** A plan's stored updates, oldest first, and whose they are. */
export interface PlanUpdates {
  readonly planId: string
  readonly updates: readonly Uint8Array[]
}

/** @throws Failure 'server-error' from every method when the thread dies. */
export interface DocThread {
  /**
   * Which ids there are, and which of the updates nobody can read: their places.
   *
   * @param spare those of them that the caller gives away: they are empty after it.
   */
  outline(
    stored: PlanUpdates,
    spare: readonly Uint8Array[],
  ): Promise<{ readonly outline: KnownIdsOutline; readonly unreadable: readonly number[] }>
  /** What someone with this state vector lacks. */
  difference(stored: PlanUpdates, stateVector: Uint8Array): Promise<Uint8Array>
  /** All updates as one; null when they are damaged, and then they must stay as they are. */
  checkpoint(stored: PlanUpdates): Promise<Uint8Array | null>
  materialise(stored: PlanUpdates): Promise<PlanMaterial>
  /** The plan as it was at a moment of its history. */
  materialiseMoment(planId: string, moment: StoredMoment): Promise<PlanMaterial>
  /** What each of these updates changed of the plan as it was before them. */
  touched(
    planId: string,
    before: StoredMoment,
    updates: readonly StoredUpdate[],
  ): Promise<TouchedPlaces>
  /** Whose each letter is. */
  authors(stored: PlanUpdates, owners: StoredOwners): Promise<AuthorsOfTexts>
  /** The update that makes a change of the server's own. @throws Failure why it cannot be made. */
  change(stored: PlanUpdates, change: PlanChange): Promise<MadeUpdate>
  /** The document anew, with something left out. @throws Failure 'server-error' when it is damaged. */
  redact(stored: PlanUpdates, redaction: Redaction): Promise<RedactedUpdate>
  close(): Promise<void>
}

export function createDocThread({ logger }: { readonly logger: SyncLogger }): DocThread {
  const calls = createWorkerCalls<DocHandlers>({
    script: new URL('doc-worker.ts', import.meta.url),
    failureCode: 'server-error',
    onDeath: (error) => logger.error({ err: error }, 'the doc thread died; it is started anew'),
  })
  return docThreadOver(calls, logger)
}

/** The same over whoever answers the calls. */
export function docThreadOver(calls: WorkerCalls<DocHandlers>, logger: SyncLogger): DocThread {
  const isWhole = (planId: string, { unreadable, incomplete }: Damage) => {
    if (unreadable.length === 0 && !incomplete) return true
    logger.error({ planId, unreadable, incomplete }, 'ALARM: stored updates are damaged')
    return false
  }

  return {
    async outline({ planId, updates }, spare) {
      const { outline, damage } = await calls.give(spare, 'outlineUpdates', updates)
      isWhole(planId, damage)
      return { outline, unreadable: damage.unreadable }
    },
    async difference({ planId, updates }, stateVector) {
      const { bytes, damage } = await calls.call('differenceUpdate', updates, stateVector)
      isWhole(planId, damage)
      return bytes
    },
    async checkpoint({ planId, updates }) {
      const { bytes, damage } = await calls.call('checkpointUpdate', updates)
      return isWhole(planId, damage) ? bytes : null
    },
    async materialise({ planId, updates }) {
      const { material, damage } = await calls.call('materialisePlan', updates)
      isWhole(planId, damage)
      return material
    },
    async materialiseMoment(planId, moment) {
      const { material, damage } = await calls.call('materialiseMoment', moment)
      isWhole(planId, damage)
      return material
    },
    async touched(planId, before, updates) {
      const { touched, damage } = await calls.call('touchedPlaces', before, updates)
      isWhole(planId, damage)
      return touched
    },
    async authors({ planId, updates }, owners) {
      const { authors, damage } = await calls.call('textAuthors', updates, owners)
      isWhole(planId, damage)
      return authors
    },
    async change({ planId, updates }, change) {
      const { made, damage } = await calls.call('changeUpdate', updates, change)
      isWhole(planId, damage)
      return made
    },
    redact: ({ updates }, redaction) => calls.call('redactUpdates', updates, redaction),
    close: () => calls.close(),
  }
}
