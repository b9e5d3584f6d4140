/** Migration 2: invitations, links by which people become members of a school. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.references('user.id').onDelete('set null'))
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('max_uses', 'integer', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('revoked_at_ms', 'bigint')
    .execute()
  for (const column of ['school_id', 'plan_id', 'made_by'] as const) {
    await db.schema.createIndex(`invitation_by_${column}`).on('invitation').column(column).execute()
  }
}
