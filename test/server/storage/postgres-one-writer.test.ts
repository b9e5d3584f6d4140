/** Statements that decide by rows beside their own, both of them begun before either is done. */
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../server/storage/database.ts'
import { connectionTo } from '../../../server/storage/postgres-connection.ts'
import { openPostgresDatabase } from '../../../server/storage/postgres-database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { newPostgresDatabase } from '../../support/engines.ts'

const NAMES = ['amina', 'bilal']

let database: Database
/** Has the rows, so that nobody gets on. */
let holder: Client

beforeEach(async () => {
  const url = await newPostgresDatabase()
  database = await openPostgresDatabase(url)
  holder = new Client(connectionTo(url, 'holder'))
  await holder.connect()
})

afterEach(async () => {
  await holder.end()
  await database.close()
})

/** Unless nobody else is there. */
const leave = (id: string) =>
  database.db
    .deleteFrom('user')
    .where('id', '=', id as UserId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('user as other')
          .select('other.id')
          .where('other.id', '!=', id as UserId),
      ),
    )
    .execute()

async function bothWait(): Promise<void> {
  for (;;) {
    // Not asked by the holder: within a transaction it would see the same again and again.
    const waiting = await sql`
      select 1 from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`.execute(database.db)
    if (waiting.rows.length === NAMES.length) return
  }
}

it('come one after the other: one of two who leave stays', async () => {
  for (const id of NAMES) {
    await database.db
      .insertInto('user')
      .values({ id: id as UserId, name: id, language: 'nb', created_at_ms: 0 })
      .execute()
  }
  await holder.query('begin; select 1 from "user" for update')

  const leaving = NAMES.map(leave)
  await bothWait()
  await holder.query('rollback')
  await Promise.all(leaving)

  expect(await database.db.selectFrom('user').select('id').execute()).toHaveLength(1)
})
