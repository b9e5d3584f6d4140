/**
 * The thread that holds the one SQLite connection of the repositories.
 *
 * Runs what it is sent, one statement after the other, and knows no table. The
 * log has a thread of its own (sqlite-log-worker.ts), so a long read here never
 * holds up a letter; SQLite itself keeps the two writers apart.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** One statement; the text 'close' ends the connection. Answered in order, by `id`. */
export interface SqliteQuestion {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly SQLInputValue[]
}

export type SqliteAnswer =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly changes: bigint | null }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: number } }

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

parentPort?.on('message', (question: SqliteQuestion) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer(question))
})

function answer({ id, sql, parameters }: SqliteQuestion): SqliteAnswer {
  try {
    if (sql === 'close') {
      database.close()
      return { id, rows: [], changes: null }
    }
    return { id, ...run(prepare(sql), parameters) }
  } catch (error) {
    return { id, error: describe(error) }
  }
}

function run(statement: StatementSync, parameters: readonly SQLInputValue[]) {
  // The first {} keeps a first parameter that is an object from being taken for named ones.
  if (statement.columns().length > 0) {
    return { rows: statement.all({}, ...parameters), changes: null }
  }
  return { rows: [], changes: BigInt(statement.run({}, ...parameters).changes) }
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

function describe(error: unknown): { message: string; code: number } {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  return { message: error instanceof Error ? error.message : String(error), code }
}
