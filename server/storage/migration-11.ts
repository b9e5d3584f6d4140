/**
 * Migration 11: versions of plans, who changed each place last, and when somebody was last in
 * a plan. All but names and visits can be made again from the log.
 */
import type { Kysely } from 'kysely'

type AnyDatabase = Kysely<unknown>

export async function up(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('plan_version')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('time_ms', 'bigint', (column) => column.notNull())
    .addColumn('users', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_version_once', ['plan_id', 'seq'])
    .execute()
  await db.schema
    .createTable('plan_change')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('time_ms', 'bigint', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_change_once', ['plan_id', 'place'])
    .execute()
  await db.schema
    .createTable('plan_history_read')
    .addColumn('plan_id', 'text', (column) =>
      column.primaryKey().references('plan.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('spell', 'text')
    .execute()
  await db.schema
    .createTable('plan_visit')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'text', (column) =>
      column.notNull().references('member.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('time_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_visit_once', ['plan_id', 'member_id'])
    .execute()
}
