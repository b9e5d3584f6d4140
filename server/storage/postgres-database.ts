/** Opens the database of many schools, in Postgres, and brings its tables up to date. */
import { Kysely } from 'kysely'
import { type Database, isWritable } from './database.ts'
import { migrate } from './migrations.ts'
import { connectionTo, withConnection, withoutLimit } from './postgres-connection.ts'
import { postgresDialect } from './postgres-dialect.ts'
import type { Tables } from './schema.ts'

/** What people do takes milliseconds each; the log has connections of its own. */
const CONNECTIONS = 8

/** 'unlimited': for restoring and cleaning up, where one statement may go through everything. */
export type Patience = 'usual' | 'unlimited'

/**
 * @throws Error of Postgres or of the network, with its code, when it cannot be reached; else when
 * the tables cannot be brought up to date.
 */
export async function openPostgresDatabase(
  url: string,
  patience: Patience = 'usual',
): Promise<Database> {
  await withConnection(connectionTo(url, 'samplan start'), () => Promise.resolve())
  await bringUpToDate(url)
  const usual = { ...connectionTo(url, 'samplan'), max: CONNECTIONS }
  const config = patience === 'unlimited' ? withoutLimit(usual) : usual
  const db = new Kysely<Tables>({ dialect: postgresDialect(config) })
  return {
    db,
    isWritable: () => isWritable(db),
    close: () => db.destroy(),
  }
}

/** Beside a program that may run over it: the tables are left as they are. */
export function openPostgresAsItIs(url: string): Database {
  const config = { ...connectionTo(url, 'samplan command'), max: 2 }
  const db = new Kysely<Tables>({ dialect: postgresDialect(config) })
  return { db, isWritable: () => isWritable(db), close: () => db.destroy() }
}

/** On a connection that may take its time: a migration may have to read whole logs. */
async function bringUpToDate(url: string): Promise<void> {
  const config = withoutLimit(connectionTo(url, 'samplan migrations'))
  const db = new Kysely<Tables>({ dialect: postgresDialect({ ...config, max: 1 }) })
  try {
    await migrate(db)
  } finally {
    await db.destroy()
  }
}
