/** The doc thread's script: answers with doc-work. Holds nothing between questions. */
import { randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import {
  changeUpdate,
  checkpointUpdate,
  differenceUpdate,
  materialiseMoment,
  materialisePlan,
  outlineUpdates,
  redactUpdates,
} from './doc-work.ts'
import type { PlanChange } from './plan-change.ts'
import type { Redaction } from './scrub-words.ts'
import { textAuthors } from './text-authors.ts'
import { touchedPlaces } from './touched-places.ts'
import { answerCalls } from '../workers/worker-calls.ts'

const handlers = {
  outlineUpdates,
  differenceUpdate,
  checkpointUpdate,
  materialiseMoment,
  materialisePlan,
  touchedPlaces,
  textAuthors,
  changeUpdate: (updates: readonly Uint8Array[], change: PlanChange) =>
    changeUpdate(updates, change, randomBytes),
  redactUpdates: (updates: readonly Uint8Array[], redaction: Redaction) =>
    redactUpdates(updates, redaction, randomBytes),
}

/** What the thread can be asked. */
export type DocHandlers = typeof handlers

answerCalls(parentPort, handlers)
