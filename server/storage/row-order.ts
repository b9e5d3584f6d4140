/**
 * For the one thing that migrations have to tell Postgres beyond what they say to both:
 * in which order rows came. SQLite numbers every row by itself, as `rowid`.
 *
 * All else (`blob`, texts in the order of their bytes) the dialects see to.
 */
import { type CreateTableBuilder, type Kysely, PostgresAdapter } from 'kysely'

/** The column that has the order, on Postgres. */
export const ROW_ORDER = 'row_order'

/** A new table with it: on Postgres as a column, on SQLite as it is. */
export function withOrder<Table extends string, Column extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<Table, Column>,
): CreateTableBuilder<Table, Column | typeof ROW_ORDER> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  if (!isPostgres) return table
  return table.addColumn(ROW_ORDER, 'bigint', (column) =>
    column.notNull().generatedAlwaysAsIdentity(),
  )
}
