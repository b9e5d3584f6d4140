/**
 * Migration 10: what is said about plans: threads with their messages, reactions, what each
 * has seen; and what waits for people. What somebody said outlives their membership, so those
 * columns point to no row; what a member was who has left is kept for it.
 */
import type { Kysely } from 'kysely'

type AnyDatabase = Kysely<unknown>

export async function up(db: AnyDatabase): Promise<void> {
  await createLeftMembers(db)
  await createThreads(db)
  await createMessages(db)
  await createNotifications(db)
}

async function createLeftMembers(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('left_member')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('role', 'text', (column) => column.notNull())
    .execute()
}

async function createThreads(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('thread')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('resolved_at_ms', 'bigint')
    .addColumn('resolved_by', 'text')
    .addColumn('assignee_id', 'text')
    .addColumn('decision', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at_ms', 'bigint')
    .addColumn('change', 'text')
    .addColumn('suggestion_state', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_at_ms', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('applied', 'text')
    .addUniqueConstraint('thread_number_once', ['plan_id', 'number'])
    .execute()
  await db.schema.alterTable('plan').addColumn('thread_seq', 'bigint').execute()
  await db.schema
    .createTable('thread_seen')
    .addColumn('thread_id', 'text', (column) =>
      column.notNull().references('thread.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'text', (column) =>
      column.notNull().references('member.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('thread_seen_once', ['thread_id', 'member_id'])
    .execute()
}

async function createMessages(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('thread_message')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('thread_id', 'text', (column) =>
      column.notNull().references('thread.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('place_in_thread', 'integer', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('edited_at_ms', 'bigint')
    .addColumn('gone_at_ms', 'bigint')
    .addColumn('body', 'text')
    .addUniqueConstraint('message_place_once', ['thread_id', 'place_in_thread'])
    .execute()
  await db.schema
    .createTable('message_reaction')
    .addColumn('message_id', 'text', (column) =>
      column.notNull().references('thread_message.id').onDelete('cascade'),
    )
    .addColumn('reaction', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('message_reaction_once', ['message_id', 'reaction', 'member_id'])
    .execute()
}

async function createNotifications(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('notification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('member_id', 'text', (column) =>
      column.notNull().references('member.id').onDelete('cascade'),
    )
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('thread_id', 'text', (column) =>
      column.notNull().references('thread.id').onDelete('cascade'),
    )
    .addColumn('message_id', 'text', (column) =>
      column.references('thread_message.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('by_member_id', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('seen_at_ms', 'bigint')
    .addColumn('mailed_at_ms', 'bigint')
    .execute()
  await db.schema
    .createIndex('notification_by_member')
    .on('notification')
    .columns(['member_id', 'created_at_ms'])
    .execute()
  await db.schema
    .createIndex('notification_by_thread')
    .on('notification')
    .column('thread_id')
    .execute()
  await db.schema
    .createTable('digest_choice')
    .addColumn('user_id', 'text', (column) =>
      column.primaryKey().references('user.id').onDelete('cascade'),
    )
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('quiet_from', 'integer', (column) => column.notNull())
    .addColumn('quiet_to', 'integer', (column) => column.notNull())
    .execute()
}
