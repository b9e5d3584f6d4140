/**
 * Kysely over Postgres, so that what is written for SQLite means the same here.
 *
 * Texts compare and sort by their bytes, whatever language the database was made for
 * (an index would not outlive an update of the system's rules either). Transactions
 * come one after the other, as they do with SQLite's one writer: one that reads first
 * and decides by it is right, without knowing how engines isolate. They are few and
 * take milliseconds; letters go another way (postgres-update-log.ts).
 */
import {
  ColumnDefinitionNode,
  CompiledQuery,
  type DataTypeNode,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { failureOf, isRefusal } from './postgres-connection.ts'

/** 'samp', as a number: the lock that a transaction of the repositories holds. */
const TRANSACTION_LOCK = 0x73616d70

/** @param config as `connectionTo` gives it, with how many connections there may be. */
export function postgresDialect(config: PoolConfig): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () =>
      new OneTransactionAtATime({ pool: () => Promise.resolve(poolOf(new Pool(config))) }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new SameTypesCompiler(),
  }
}

class OneTransactionAtATime extends PostgresDriver {
  override async beginTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
    settings: TransactionSettings,
  ): Promise<void> {
    await super.beginTransaction(connection, settings)
    try {
      await connection.executeQuery(
        CompiledQuery.raw(`select pg_advisory_xact_lock(${TRANSACTION_LOCK})`),
      )
    } catch (error) {
      // Kysely takes a transaction that did not begin for none, and would use the connection again.
      await super.rollbackTransaction(connection).catch(() => undefined)
      throw error
    }
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
  let isBroken = false
  const query = async (sql: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(sql, [...parameters])
    } catch (error) {
      isBroken ||= !isRefusal(error)
      throw failureOf(error, sql)
    }
  }
  return {
    // Cursors we have none of: the other half of Kysely's type.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isBroken),
  }
}
