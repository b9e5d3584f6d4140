/** Migration 1: schools and people, sessions and links, plans with their log. */
import type { Kysely } from 'kysely'

type AnyDatabase = Kysely<unknown>

export async function up(db: AnyDatabase): Promise<void> {
  await createPeople(db)
  await createDoors(db)
  await createPlans(db)
}

async function createPeople(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('school')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('frozen_today', 'text')
    .addColumn('expires_at_ms', 'bigint')
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('user')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('member')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('member_once_per_school', ['school_id', 'user_id'])
    .execute()
  await db.schema.createIndex('member_by_user').on('member').column('user_id').execute()
}

async function createDoors(db: AnyDatabase): Promise<void> {
  for (const table of ['session', 'sign_in_link'] as const) {
    await db.schema
      .createTable(table)
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) =>
        column.notNull().references('user.id').onDelete('cascade'),
      )
      .$call((builder) =>
        table === 'session'
          ? builder.addColumn('created_at_ms', 'bigint', (column) => column.notNull())
          : builder.addColumn('path', 'text', (column) => column.notNull()),
      )
      .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex(`${table}_by_user`).on(table).column('user_id').execute()
  }
  await db.schema
    .createTable('set_up_link')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('used_at_ms', 'bigint')
    .execute()
}

async function createPlans(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('plan')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('template_id', 'text', (column) => column.notNull())
    .addColumn('template_version', 'integer', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('head', 'bigint', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('changed_at_ms', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('plan_by_school').on('plan').column('school_id').execute()
  await db.schema
    .createTable('plan_update')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('time_ms', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('client_ids', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_update_in_order', ['plan_id', 'seq'])
    .execute()
  await db.schema
    .createTable('plan_checkpoint')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('time_ms', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_checkpoint_in_order', ['plan_id', 'seq'])
    .execute()
  await db.schema
    .createTable('plan_summary')
    .addColumn('plan_id', 'text', (column) =>
      column.primaryKey().references('plan.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('period_start', 'text')
    .addColumn('period_end', 'text')
    .addColumn('wheel', 'text', (column) => column.notNull())
    .execute()
}
