/**
 * Kysely over node:sqlite in a worker thread, so that SQL and its fsync never
 * stop the event loop.
 *
 * One connection: Kysely itself lets one query or transaction at it at a time.
 * Transactions take the write lock when they begin, because one that reads first
 * and writes later is refused at once when the log has written between.
 */
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
import { createWorkerCalls, type WorkerCalls } from '../workers/worker-calls.ts'
import type { SqliteHandlers } from './sqlite-worker.ts'

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

class SqliteWorkerConnection implements DatabaseConnection {
  readonly #calls: WorkerCalls<SqliteHandlers>
  #broken: Failure | null = null

  constructor(file: string) {
    this.#calls = createWorkerCalls<SqliteHandlers>({
      script: new URL('sqlite-worker.ts', import.meta.url),
      workerData: { file },
      failureCode: 'storage-unavailable',
      onDeath: (cause) => {
        this.#broken = new Failure('storage-unavailable', cause.message, { cause })
      },
    })
  }

  get isBroken(): boolean {
    return this.#broken !== null
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    // A new thread would know nothing of the transaction that the old one was in.
    if (this.#broken) throw this.#broken
    const { rows, changes } = await this.#calls.call(
      'run',
      sql,
      parameters as readonly SQLInputValue[],
    )
    return { rows: rows as Row[], ...(changes === null ? {} : { numAffectedRows: changes }) }
  }

  // oxlint-disable-next-line require-yield -- refuses before anything could be yielded
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('sqliteDialect: no streams; one that is not drained would hold the connection')
  }

  async close(): Promise<void> {
    if (!this.#broken) await this.#calls.call('close')
    await this.#calls.close()
  }
}
