/**
 * The log in a thread of its own, whichever engine: what the thread answers, and the
 * port as questions to it. Committing and packing never stop the event loop.
 */
import type { Appended, StoredPlan, UpdateLog } from '../sync/update-log.ts'
import { createWorkerCalls } from '../workers/worker-calls.ts'
import { packBatches, type PackedBatches } from './packed-batches.ts'

/** What the thread of every log can be asked, with its answer at once or later. */
export type LogAnswers<Settings> = {
  readonly append: (packed: PackedBatches) => readonly Appended[] | Promise<readonly Appended[]>
} & {
  readonly [Name in Exclude<keyof UpdateLog, 'append'>]: (
    ...args: Parameters<UpdateLog[Name]>
  ) => Awaited<ReturnType<UpdateLog[Name]>> | ReturnType<UpdateLog[Name]>
} & {
  /** How the writing connection is set, as the database says; opens it when it is not open. */
  readonly settings: () => Settings | Promise<Settings>
}

export interface LogInThread<Settings> extends UpdateLog {
  /**
   * How the writing connection is set.
   *
   * @throws Failure 'storage-unavailable' when there is none and none can be had, or when it cannot
   * write durably.
   */
  settings(): Promise<Settings>
}

export interface LogThread {
  /** Answers with LogAnswers. */
  readonly script: URL
  readonly workerData: unknown
  /** Told when the thread ended by itself; it is started anew. */
  readonly onDeath: (error: Error) => void
}

/** @throws Failure as `settings`; then no thread is left. */
export async function openLogInThread<Settings>(thread: LogThread): Promise<LogInThread<Settings>> {
  const calls = createWorkerCalls<LogAnswers<Settings>>({
    ...thread,
    failureCode: 'storage-unavailable',
  })
  const log: LogInThread<Settings> = {
    append(batches) {
      const packed = packBatches(batches)
      return calls.give([packed.bytes], 'append', packed)
    },
    appendAt: (expectedHead, batch) => calls.call('appendAt', expectedHead, batch),
    head: (planId) => calls.call('head', planId),
    load: (planId) => calls.call('load', planId),
    read: (planId, after) => calls.call('read', planId, after),
    addCheckpoint: (planId, checkpoint) => calls.call('addCheckpoint', planId, checkpoint),
    readHistory: (planId, range) => calls.call('readHistory', planId, range),
    readMoment: (planId, seq) => calls.call('readMoment', planId, seq),
    packHistory: (planId, atLeast) => calls.call('packHistory', planId, atLeast),
    plansToPack: (atLeast, limit) => calls.call('plansToPack', atLeast, limit),
    rewrite: (expectedHead, plan) => calls.call('rewrite', expectedHead, plan),
    settings: () => calls.call('settings') as Promise<Settings>,
    async close() {
      try {
        await calls.call('close')
      } finally {
        await calls.close()
      }
    },
  }

  // The first question starts the thread, which says at once if it cannot write durably.
  await log.settings().catch(async (error: unknown) => {
    await calls.close()
    throw error
  })
  return log
}

/** The bytes of what was loaded, which the thread gives away: for `answerCalls`. */
export function bytesOfPlan({ checkpoint, updates }: StoredPlan): readonly Uint8Array[] {
  return [checkpoint ?? [], updates].flat().map(({ bytes }) => bytes)
}
