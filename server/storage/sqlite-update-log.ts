/**
 * UpdateLog in SQLite, in a thread of its own: an fsync never stops the event
 * loop, and one transaction holds all that came in one turn.
 *
 * The tables are made by the migrations; this adapter only uses them.
 */
import type { UpdateLog } from '../sync/update-log.ts'
import { createWorkerCalls } from '../threads/worker-calls.ts'
import { packBatches } from './packed-batches.ts'
import type { LogHandlers, LogSettings } from './sqlite-log-worker.ts'

export interface SqliteUpdateLog extends UpdateLog {
  /** How the writing connection is set. */
  settings(): Promise<LogSettings>
}

/**
 * Opens the log on a database file.
 *
 * @param onDeath told when the thread ended by itself; it is started anew.
 * @throws Failure 'storage-unavailable' when the file cannot be opened, or cannot be written durably.
 */
export async function openSqliteUpdateLog(
  file: string,
  onDeath: (error: Error) => void,
): Promise<SqliteUpdateLog> {
  const calls = createWorkerCalls<LogHandlers>({
    script: new URL('sqlite-log-worker.ts', import.meta.url),
    workerData: { file },
    failureCode: 'storage-unavailable',
    onDeath,
  })
  const log: SqliteUpdateLog = {
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
    settings: () => calls.call('settings'),
    async close() {
      try {
        await calls.call('close')
      } finally {
        await calls.close()
      }
    },
  }

  // The first question starts the thread, which ends at once if it cannot write durably.
  await log.settings().catch(async (error: unknown) => {
    await calls.close()
    throw error
  })
  return log
}
