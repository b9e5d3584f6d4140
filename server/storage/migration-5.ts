/**
 * Migration 5: what a school sets for itself, members who are suspended or stay for
 * a while, rights and posts per plan, what is known of a session, the audit chain.
 */
import type { Kysely } from 'kysely'

type AnyDatabase = Kysely<unknown>
type ColumnType = 'text' | 'integer' | 'bigint'

export async function up(db: AnyDatabase): Promise<void> {
  await extendTables(db)
  await createPlanPeople(db)
  await createAudit(db)
}

async function extendTables(db: AnyDatabase): Promise<void> {
  const add = async (table: string, columns: Readonly<Record<string, ColumnType>>) => {
    for (const [column, type] of Object.entries(columns)) {
      await db.schema.alterTable(table).addColumn(column, type).execute()
    }
  }
  await add('school', { calendar: 'text', retention_days: 'integer' })
  await add('member', {
    name: 'text',
    default_right: 'text',
    suspended_at_ms: 'bigint',
    expires_at_ms: 'bigint',
  })
  await add('session', {
    used_at_ms: 'bigint',
    browser: 'text',
    system: 'text',
    public_since_ms: 'bigint',
  })
  await add('invitation', { default_right: 'text' })
  await add('plan', { state_since_ms: 'bigint' })
}

async function createPlanPeople(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('plan_right')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'text', (column) =>
      column.notNull().references('member.id').onDelete('cascade'),
    )
    .addColumn('plan_right', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_right_once', ['plan_id', 'member_id'])
    .execute()
  await db.schema
    .createTable('plan_post')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('section_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) =>
      column.notNull().references('member.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('plan_post_once', ['plan_id', 'post', 'section_id', 'member_id'])
    .execute()
  for (const table of ['plan_right', 'plan_post'] as const) {
    await db.schema.createIndex(`${table}_by_member`).on(table).column('member_id').execute()
  }
}

async function createAudit(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('audit_head')
    .addColumn('school_id', 'text', (column) =>
      column.primaryKey().references('school.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('audit_entry')
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('deed', 'text', (column) => column.notNull())
    .addColumn('object_id', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_entry_in_order', ['school_id', 'seq'])
    .execute()
  await db.schema
    .createTable('audit_text')
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_text_once', ['school_id', 'seq'])
    .execute()
}
