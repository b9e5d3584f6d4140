/**
 * Migration 9: the texts of plans as they are searched. Plans that were there are read
 * at the next start.
 */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan_search')
    .addColumn('plan_id', 'text', (column) =>
      column.primaryKey().references('plan.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('texts', 'text', (column) => column.notNull())
    .execute()
}
