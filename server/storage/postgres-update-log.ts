/**
 * UpdateLog in Postgres, in a thread of its own: one transaction holds all that came in
 * one turn, and is told only once it is on Postgres' disk.
 *
 * The tables are made by the migrations; this adapter only uses them. Holds the lock
 * that makes this program the only one over the database, from the first question on.
 */
import { type LogInThread, openLogInThread } from './log-in-thread.ts'
import type { PostgresSettings } from './postgres-settings.ts'

export type PostgresUpdateLog = LogInThread<PostgresSettings>

/**
 * Opens the log in a database.
 *
 * @param onDeath told when the thread ended by itself; it is started anew.
 * @throws Failure 'storage-unavailable' when Postgres does not answer, another program has the
 * database, or it is not set to write durably.
 */
export function openPostgresUpdateLog(
  url: string,
  onDeath: (error: Error) => void,
): Promise<PostgresUpdateLog> {
  return openLogInThread<PostgresSettings>({
    script: new URL('postgres-log-worker.ts', import.meta.url),
    workerData: { url },
    onDeath,
  })
}
