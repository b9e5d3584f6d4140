/**
 * UpdateLog in SQLite, in a thread of its own: an fsync never stops the event
 * loop, and one transaction holds all that came in one turn.
 *
 * The tables are made by the migrations; this adapter only uses them.
 */
import { Failure } from '../../shared/failure.ts'
import type { UpdateLog } from '../sync/update-log.ts'
import { createWorkerCalls } from '../sync/worker-calls.ts'
import type { LogHandlers, LogSettings } from './sqlite-log-worker.ts'

/** `synchronous = FULL`, as SQLite numbers it. */
const FULL = 2

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
    append: (batches) => calls.call('append', batches),
    appendAt: (expectedHead, batch) => calls.call('appendAt', expectedHead, batch),
    head: (planId) => calls.call('head', planId),
    load: (planId) => calls.call('load', planId),
    read: (planId, after) => calls.call('read', planId, after),
    addCheckpoint: (planId, checkpoint) => calls.call('addCheckpoint', planId, checkpoint),
    settings: () => calls.call('settings'),
    async close() {
      try {
        await calls.call('close')
      } finally {
        await calls.close()
      }
    },
  }

  const { journalMode, synchronous } = await log.settings().catch(async (error: unknown) => {
    await calls.close()
    throw error
  })
  if (journalMode !== 'wal' || synchronous !== FULL) {
    await log.close()
    throw new Failure(
      'storage-unavailable',
      `${file}: journal_mode ${journalMode}, synchronous ${synchronous}; wanted wal and ${FULL}`,
    )
  }
  return log
}
