/**
 * Migration 6: how people with an account come in. Their e-mail address and
 * password, one-time links, who they are at the school's sign-in provider, and
 * invitations meant for one address.
 */
import type { CreateTableBuilder, Kysely } from 'kysely'

type AnyDatabase = Kysely<unknown>

export async function up(db: AnyDatabase): Promise<void> {
  await createAccounts(db)
  await createIdentities(db)
  await createPersonalInvitations(db)
}

async function createAccounts(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('user_id', 'text', (column) =>
      column.primaryKey().references('user.id').onDelete('cascade'),
    )
    .addColumn('email', 'text', (column) => column.unique())
    .addColumn('email_confirmed_at_ms', 'bigint')
    .addColumn('password_hash', 'text')
    .addColumn('password_set_at_ms', 'bigint')
    .execute()
  await db.schema
    .createTable('one_time_link')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .$call(withUser)
    .addColumn('email', 'text')
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('one_time_link_by_user')
    .on('one_time_link')
    .column('user_id')
    .execute()
  await db.schema
    .createTable('session_proof')
    .addColumn('session_hash', 'text', (column) => column.primaryKey())
    .$call(withUser)
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('session_proof_by_user')
    .on('session_proof')
    .column('user_id')
    .execute()
}

async function createIdentities(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('identity')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .$call(withUser)
    .addColumn('member_id', 'text', (column) => column.references('member.id').onDelete('set null'))
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('identity_once', ['issuer', 'subject'])
    .execute()
  for (const column of ['user_id', 'member_id'] as const) {
    await db.schema.createIndex(`identity_by_${column}`).on('identity').column(column).execute()
  }
  await db.schema
    .createTable('provider_attempt')
    .addColumn('attempt_hash', 'text', (column) => column.primaryKey())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('session_hash', 'text')
    .addColumn('public_computer_at_ms', 'bigint')
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .execute()
}

async function createPersonalInvitations(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('personal_invitation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.references('user.id').onDelete('set null'))
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('mailed_at_ms', 'bigint')
    .addColumn('used_at_ms', 'bigint')
    .addColumn('revoked_at_ms', 'bigint')
    .execute()
  for (const column of ['school_id', 'made_by'] as const) {
    await db.schema
      .createIndex(`personal_invitation_by_${column}`)
      .on('personal_invitation')
      .column(column)
      .execute()
  }
}

function withUser<Table extends string, Columns extends string>(
  builder: CreateTableBuilder<Table, Columns>,
) {
  return builder.addColumn('user_id', 'text', (column) =>
    column.notNull().references('user.id').onDelete('cascade'),
  )
}
