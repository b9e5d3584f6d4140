/**
 * Migration 13: of those who were removed from a school it is kept who they are and what they
 * were called, so that the trail can name them and they can be told. Of those of before it is not
 * known.
 */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('left_member').addColumn('user_id', 'text').execute()
  await db.schema.alterTable('left_member').addColumn('name', 'text').execute()
  await db.schema.alterTable('left_member').addColumn('left_at_ms', 'bigint').execute()
  await db.schema.createIndex('left_member_by_user').on('left_member').column('user_id').execute()
}
