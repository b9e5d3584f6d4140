/** Migration 8: members who are erased, and from which epoch on a plan is a restored one. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('member').addColumn('erased_at_ms', 'bigint').execute()
  await db.schema.alterTable('plan').addColumn('restored_epoch', 'integer').execute()
}
