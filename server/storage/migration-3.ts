/**
 * Migration 3: whose Yjs client ids those of each plan are.
 *
 * What was written before is read off the log: an id is the person's who first
 * wrote under it.
 */
import type { Kysely } from 'kysely'
import { withOrder } from './row-order.ts'

interface Before {
  readonly plan: { readonly id: string }
  readonly plan_update: {
    readonly plan_id: string
    readonly seq: number
    readonly user_id: string | null
    readonly client_ids: string
  }
  readonly plan_client: {
    readonly plan_id: string
    readonly client_id: number
    readonly user_id: string | null
  }
}

/** Rows of one insert: three parameters each, far below every engine's limit. */
const ROWS_AT_ONCE = 200

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('plan_client')
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('client_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addPrimaryKeyConstraint('plan_client_once', ['plan_id', 'client_id'])
    .$call((table) => withOrder(database, table))
    .execute()

  const db = database as Kysely<Before>
  const plans = await db.selectFrom('plan').select('id').execute()
  for (const { id } of plans) await readOwners(db, id)
}

async function readOwners(db: Kysely<Before>, planId: string): Promise<void> {
  const updates = await db
    .selectFrom('plan_update')
    .select(['user_id', 'client_ids'])
    .where('plan_id', '=', planId)
    .orderBy('seq')
    .execute()
  const owners = new Map<number, string | null>()
  for (const { user_id, client_ids } of updates) {
    for (const id of JSON.parse(client_ids) as number[]) {
      if (!owners.has(id)) owners.set(id, user_id)
    }
  }
  const rows = [...owners].map(([client_id, user_id]) => ({ plan_id: planId, client_id, user_id }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await db
      .insertInto('plan_client')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
  }
}
