/**
 * Kysely over Postgres, so that what is written for SQLite means the same here.
 *
 * Writes come one after the other, single statements and transactions, as they do with
 * SQLite's one writer: what reads first and decides by it is right, without knowing how
 * engines isolate. They are few and take milliseconds; letters go another way
 * (postgres-update-log.ts). Texts compare and sort by their bytes, whatever language
 * the database was made for (and no index is wrong after an update of the system).
 */
import {
  ColumnDefinitionNode,
  type DataTypeNode,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
} from 'kysely'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { failureOf, isRefusal } from './postgres-connection.ts'

/** 'samp', as a number: what whoever writes holds until it is committed. */
const WRITE_LOCK = 0x73616d70
const BEGIN_TO_WRITE = `begin; select pg_advisory_xact_lock(${WRITE_LOCK})`

/** @param config as `connectionTo` gives it, with how many connections there may be. */
export function postgresDialect(config: PoolConfig): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () =>
      new PostgresDriver({ pool: () => Promise.resolve(poolOf(new Pool(config))) }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new SameTypesCompiler(),
  }
}

/** The migrations are written once: what is `blob` there is `bytea` here, and texts are bytes in order. */
class SameTypesCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    if (node.dataType === 'blob') return this.append('bytea')
    super.visitDataType(node)
    const isColumn = this.parentNode !== undefined && ColumnDefinitionNode.is(this.parentNode)
    if (isColumn && node.dataType === 'text') this.append(' collate "C"')
  }
}

/** The pool as Kysely wants it: errors are Failures, and a connection that broke is not used again. */
function poolOf(pool: Pool): PostgresPool {
  // One that ends while nobody uses it is replaced by the next that is needed.
  pool.on('error', () => undefined)
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw failureOf(error, 'connect')
      })
      return clientOf(client)
    },
  }
}

function clientOf(client: PoolClient): PostgresPoolClient {
  let isInTransaction = false
  let isBroken = false

  const run = async (sql: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(sql, [...parameters])
    } catch (error) {
      isBroken ||= !isRefusal(error)
      throw failureOf(error, sql)
    }
  }
  const begin = async () => {
    try {
      return await run(BEGIN_TO_WRITE, [])
    } catch (error) {
      // Kysely takes a transaction that did not begin for none, and has nothing to take back.
      if (!isBroken) await run('rollback', [])
      throw error
    }
  }
  const writeAlone = async (sql: string, parameters: readonly unknown[]) => {
    await begin()
    try {
      const result = await run(sql, parameters)
      await run('commit', [])
      return result
    } catch (error) {
      if (!isBroken) await run('rollback', [])
      throw error
    }
  }
  const query = (sql: string, parameters: readonly unknown[]) => {
    if (sql === 'begin') {
      isInTransaction = true
      return begin()
    }
    if (isInTransaction || !isWrite(sql)) return run(sql, parameters)
    return writeAlone(sql, parameters)
  }
  return {
    // Cursors we have none of: the other half of Kysely's type.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isBroken),
  }
}

/** By how Kysely begins what it writes. */
function isWrite(sql: string): boolean {
  return /^\s*(?:insert|update|delete|merge|with)\b/i.test(sql)
}
