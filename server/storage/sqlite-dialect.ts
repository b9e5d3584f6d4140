/**
 * Kysely over node:sqlite in a worker thread, so that SQL and its fsync never
 * stop the event loop.
 *
 * One connection: Kysely itself lets one query or transaction at it at a time.
 * Transactions take the write lock when they begin, because one that reads first
 * and writes later is refused at once when the log has written between.
 */
import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { SQLInputValue } from 'node:sqlite'
import { Failure } from '../../shared/failure.ts'
import type { SqliteAnswer, SqliteQuestion } from './sqlite-worker.ts'

/** SQLite in this file, made when it is not there. */
export function sqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new SqliteInTransactions(),
    createDriver: () => new SqliteWorkerDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Kysely's adapter runs migrations outside a transaction; SQLite can do it whole or not at all. */
class SqliteInTransactions extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class SqliteWorkerDriver implements Driver {
  readonly #file: string
  #connection: SqliteWorkerConnection | null = null

  constructor(file: string) {
    this.#file = file
  }

  init(): Promise<void> {
    return Promise.resolve()
  }

  /** A thread that died is replaced here and nowhere else: never within a transaction. */
  acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#connection || this.#connection.isBroken) {
      this.#connection = new SqliteWorkerConnection(this.#file)
    }
    return Promise.resolve(this.#connection)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve()
  }

  async destroy(): Promise<void> {
    await this.#connection?.close()
  }
}

interface Waiting {
  readonly resolve: (answer: SqliteAnswer) => void
  readonly reject: (error: Error) => void
}

class SqliteWorkerConnection implements DatabaseConnection {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #broken: Error | null = null

  constructor(file: string) {
    this.#worker = new Worker(new URL('sqlite-worker.ts', import.meta.url), {
      workerData: { file },
      // node:sqlite is still announced as an experiment at every start.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    this.#worker.on('message', (answer: SqliteAnswer) => {
      this.#waiting.get(answer.id)?.resolve(answer)
      this.#waiting.delete(answer.id)
    })
    this.#worker.on('error', (error) => this.#break(error))
    this.#worker.on('exit', () => this.#break(new Error('the thread of the database has ended')))
  }

  get isBroken(): boolean {
    return this.#broken !== null
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.#ask(sql, parameters as readonly SQLInputValue[])
    if ('error' in answer) throw failureOf(answer.error, sql)
    return {
      rows: answer.rows as Row[],
      ...(answer.changes === null ? {} : { numAffectedRows: answer.changes }),
    }
  }

  // oxlint-disable-next-line require-yield -- refuses before anything could be yielded
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('sqliteDialect: no streams; one that is not drained would hold the connection')
  }

  async close(): Promise<void> {
    if (this.#broken) return
    await this.#ask('close', [])
    await this.#worker.terminate()
  }

  #ask(sql: string, parameters: readonly SQLInputValue[]): Promise<SqliteAnswer> {
    if (this.#broken) return Promise.reject(this.#broken)
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage({ id, sql, parameters } satisfies SqliteQuestion)
    })
  }

  #break(cause: Error): void {
    this.#broken ??= new Failure('storage-unavailable', cause.message, { cause })
    for (const { reject } of this.#waiting.values()) reject(this.#broken)
    this.#waiting.clear()
  }
}

/** SQLite's primary result codes that say "not now", not "wrong": busy, locked, read only, IO, full, cannot open. */
const UNAVAILABLE = new Set([5, 6, 8, 10, 13, 14])

function failureOf(error: { readonly message: string; readonly code: number }, sql: string): Error {
  const detail = `${error.message} (SQLite ${error.code}) in: ${sql}`
  return UNAVAILABLE.has(error.code & 0xff)
    ? new Failure('storage-unavailable', detail)
    : new Error(detail)
}
