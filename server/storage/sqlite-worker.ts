/**
 * The thread that holds the one SQLite connection of the repositories.
 *
 * Runs what it is sent, one statement after the other, and knows no table. The
 * log has a thread of its own (sqlite-log-worker.ts), so a long read here never
 * holds up a letter; SQLite itself keeps the two writers apart.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../shared/failure.ts'
import { answerCalls } from '../workers/worker-calls.ts'

/** Above this many different statements the oldest is prepared anew. */
const MAX_PREPARED = 200
/** The log's transactions take milliseconds; this long means that something is stuck. */
const BUSY_TIMEOUT_MS = 5000

const database = new DatabaseSync((workerData as { readonly file: string }).file, {
  enableForeignKeyConstraints: true,
  timeout: BUSY_TIMEOUT_MS,
})
database.exec('pragma journal_mode = wal')
database.exec('pragma synchronous = full')

const prepared = new Map<string, StatementSync>()

/**
 * @throws Failure 'storage-unavailable' when it cannot be done now, 'server-error' when it is
 * wrong.
 */
function run(
  sql: string,
  parameters: readonly SQLInputValue[],
): { readonly rows: readonly unknown[]; readonly changes: bigint | null } {
  try {
    const statement = prepare(sql)
    // The first {} keeps a first parameter that is an object from being taken for named ones.
    if (statement.columns().length > 0) {
      return { rows: statement.all({}, ...parameters), changes: null }
    }
    return { rows: [], changes: BigInt(statement.run({}, ...parameters).changes) }
  } catch (error) {
    throw failureOf(error, sql)
  }
}

function prepare(sql: string): StatementSync {
  const known = prepared.get(sql)
  if (known) return known

  const statement = database.prepare(sql)
  const [oldest] = prepared.keys()
  if (oldest !== undefined && prepared.size >= MAX_PREPARED) prepared.delete(oldest)
  prepared.set(sql, statement)
  return statement
}

/**
 * SQLite's primary result codes that say "not now", not "wrong": busy, locked, read only, IO, full,
 * cannot open.
 */
const UNAVAILABLE = new Set([5, 6, 8, 10, 13, 14])

function failureOf(error: unknown, sql: string): Failure {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  const message = error instanceof Error ? error.message : String(error)
  return new Failure(
    UNAVAILABLE.has(code & 0xff) ? 'storage-unavailable' : 'server-error',
    `${message} (SQLite ${code}) in: ${sql}`,
  )
}

const handlers = { run, close: () => database.close() }

/** What the thread can be asked. */
export type SqliteHandlers = typeof handlers

answerCalls(parentPort, handlers)
