/**
 * What was deleted goes from the files as well, not only from what is read.
 *
 * SQLite: the file is written anew without its free pages, and the log beside it is
 * emptied. Postgres: the tables of the plans are written anew; its own log of what was
 * written (WAL), and whatever copies of it are kept, forget in their own time.
 */
import { type Kysely, sql } from 'kysely'
import { TABLES_OF_A_PLAN } from './packed-rows.ts'
import type { Tables } from './schema.ts'

/** Words are taken out of them, not they themselves. */
const TABLES_OF_ITS_THREADS = ['thread', 'thread_message'] as const

export async function scrubSqlite(db: Kysely<Tables>): Promise<void> {
  await sql`pragma secure_delete = on`.execute(db)
  await sql`vacuum`.execute(db)
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await sql`pragma secure_delete = off`.execute(db)
}

export async function scrubPostgres(db: Kysely<Tables>): Promise<void> {
  for (const table of [...TABLES_OF_A_PLAN, ...TABLES_OF_ITS_THREADS]) {
    await sql`vacuum full ${sql.table(table)}`.execute(db)
  }
}
