/**
 * Opens the embedded SQLite database of a school and brings its tables up to date; the
 * other engine: postgres-database.ts.
 *
 * Repositories get the `Kysely` of it as an argument and never learn which engine
 * they speak to.
 */
import { Kysely } from 'kysely'
import { migrate } from './migrations.ts'
import type { Tables } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

export interface Database {
  readonly db: Kysely<Tables>
  /** Can something be written just now? Writes, and waits until it would survive a power cut. */
  isWritable(): Promise<boolean>
  close(): Promise<void>
}

/** @throws Error when the file cannot be opened or the tables cannot be brought up to date. */
export async function openDatabase(file: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    db,
    isWritable: () => isWritable(db),
    close: () => db.destroy(),
  }
}

/** Beside a program that may run over it: the tables are left as they are. */
export function openDatabaseAsItIs(file: string): Database {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  return { db, isWritable: () => isWritable(db), close: () => db.destroy() }
}

/** The table that Kysely's migrations keep; its one row is written as it stands. */
type WithLock = {
  kysely_migration_lock: { id: string; is_locked: number }
}

/** Writes a row as it stands, for `Database.isWritable`. */
export async function isWritable(db: Kysely<Tables>): Promise<boolean> {
  try {
    await db
      .withTables<WithLock>()
      .updateTable('kysely_migration_lock')
      .set({ is_locked: 0 })
      .where('id', '=', 'migration_lock')
      .execute()
    return true
  } catch {
    return false
  }
}
