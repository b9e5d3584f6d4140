/**
 * Postgres into a backup file and back: every table, row by row, as of one moment.
 *
 * Reads in one transaction that sees nothing of what comes meanwhile; writes in one that
 * is done whole or not at all. Needs no program of Postgres' own.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { openDatabase } from './database.ts'
import { ROW_ORDER } from './row-order.ts'
import type { Tables } from './schema.ts'
import { TABLES_IN_ORDER } from './tables-in-order.ts'

type Row = Record<string, SQLInputValue>

/** Of a row with a whole plan in it, 8 MiB. */
const ROWS_READ = 50
/** Parameters of one statement, below Postgres' 65,535; and bytes that one may hold. */
const MAX_PARAMETERS = 20_000
const MAX_BYTES = 4 * 1024 * 1024

/** While a program writes to it. The tables must be those of this program. */
export async function copyFromPostgres(db: Kysely<Tables>, target: string): Promise<void> {
  // Makes the tables.
  await (await openDatabase(target)).close()
  const file = new DatabaseSync(target)
  file.exec('pragma journal_mode = delete; pragma synchronous = off; begin')
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        for (const table of TABLES_IN_ORDER) await copyOut(trx, file, table)
      })
    file.exec('commit')
  } finally {
    file.close()
  }
}

async function copyOut(
  trx: Kysely<Tables>,
  file: DatabaseSync,
  table: keyof Tables,
): Promise<void> {
  const columns = columnsOf(file, table)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const order = table === 'plan_client' ? sql` order by ${sql.ref(ROW_ORDER)}` : sql``
  await sql`declare rows no scroll cursor for
    select ${names} from ${sql.table(table)}${order}`.execute(trx)
  const insert = file.prepare(
    `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map(() => '?').join(', ')})`,
  )
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_READ)} from rows`.execute(trx)
    for (const row of rows) insert.run({}, ...columns.map((column) => row[column] ?? null))
    if (rows.length < ROWS_READ) break
  }
  await sql`close rows`.execute(trx)
}

/** Puts a file's rows in place of all there are. Its tables must be those of this program. */
export async function copyIntoPostgres(source: string, db: Kysely<Tables>): Promise<void> {
  const file = new DatabaseSync(source, { readOnly: true })
  try {
    await db.transaction().execute(async (trx) => {
      for (const table of TABLES_IN_ORDER.toReversed()) await trx.deleteFrom(table).execute()
      for (const table of TABLES_IN_ORDER) await copyIn(file, trx, table)
    })
  } finally {
    file.close()
  }
}

async function copyIn(file: DatabaseSync, trx: Kysely<Tables>, table: keyof Tables): Promise<void> {
  const columns = columnsOf(file, table)
  const maxRows = Math.max(1, Math.floor(MAX_PARAMETERS / columns.length))
  let waiting: Row[] = []
  let bytes = 0
  const insert = async () => {
    // The columns are the table's own; which ones Kysely cannot know here.
    if (waiting.length > 0) await trx.insertInto(table).values(waiting).execute()
    waiting = []
    bytes = 0
  }
  for (const row of file.prepare(`select * from "${table}" order by rowid`).iterate({})) {
    waiting.push({ ...row })
    bytes += Object.values(row).reduce<number>((sum, value) => sum + sizeOf(value), 0)
    if (waiting.length >= maxRows || bytes >= MAX_BYTES) await insert()
  }
  await insert()
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  return value instanceof Uint8Array ? value.byteLength : 8
}

function columnsOf(file: DatabaseSync, table: keyof Tables): readonly string[] {
  return file
    .prepare('select name from pragma_table_info(?)')
    .all({}, table)
    .map((column) => String(column['name']))
}
