/**
 * UpdateLog in SQLite, in a thread of its own: an fsync never stops the event
 * loop, and one transaction holds all that came in one turn.
 *
 * The tables are made by the migrations; this adapter only uses them.
 */
import { type LogInThread, openLogInThread } from './log-in-thread.ts'
import type { LogSettings } from './sqlite-log-worker.ts'

export type SqliteUpdateLog = LogInThread<LogSettings>

/**
 * Opens the log on a database file.
 *
 * @param onDeath told when the thread ended by itself; it is started anew.
 * @throws Failure 'storage-unavailable' when the file cannot be opened, or cannot be written durably.
 */
export function openSqliteUpdateLog(
  file: string,
  onDeath: (error: Error) => void,
): Promise<SqliteUpdateLog> {
  return openLogInThread<LogSettings>({
    script: new URL('sqlite-log-worker.ts', import.meta.url),
    workerData: { file },
    onDeath,
  })
}
