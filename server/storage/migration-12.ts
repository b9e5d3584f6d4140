/**
 * Migration 12: addresses that a coordinator vouched for. Those of before are told by the
 * invitation that was handed over, as far as it is kept.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('email_vouched_at_ms', 'bigint').execute()
  await sql`update account set email_vouched_at_ms = (
    select max(invitation.used_at_ms) from personal_invitation as invitation
    where invitation.email = account.email
  ) where email_confirmed_at_ms is null`.execute(db)
}
