/**
 * Migration 4: where older parts of each plan's log are kept packed, and now and then
 * a state of it. What there is already is packed little by little, not here.
 */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan_history')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('first_seq', 'bigint', (column) => column.notNull())
    .addColumn('last_seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_history_in_order', ['plan_id', 'last_seq'])
    .execute()
  await db.schema
    .createTable('plan_history_state')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_history_state_in_order', ['plan_id', 'seq'])
    .execute()
}
