/** How long a statement may take in Postgres: the program says soon that it is gone, a restore waits. */
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openAlone } from '../../../server/commands/open-data.ts'
import type { Database } from '../../../server/storage/database.ts'
import { connectionTo } from '../../../server/storage/postgres-connection.ts'
import { openPostgresDatabase } from '../../../server/storage/postgres-database.ts'
import { newPostgresDatabase } from '../../support/engines.ts'

const HALF_A_DAY_MS = 12 * 60 * 60 * 1000
const LOCK = sql`select pg_advisory_lock(4635)`

let url: string
/** Has the lock, and looks who waits for it. */
let holder: Client

beforeEach(async () => {
  url = await newPostgresDatabase()
  holder = new Client(connectionTo(url, 'holder'))
  await holder.connect()
  await holder.query('select pg_advisory_lock(4635)')
})

afterEach(() => holder.end())

/** A statement that takes half a day, by every clock of the program. */
async function takeLong({ db }: Pick<Database, 'db'>): Promise<unknown> {
  await sql`select 1`.execute(db)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const waiting = LOCK.execute(db)
    const settled = waiting.catch(() => undefined)
    await waitsForLock()
    vi.advanceTimersByTime(HALF_A_DAY_MS)
    await holder.query('select pg_advisory_unlock(4635)')
    await settled
    return await waiting
  } finally {
    vi.useRealTimers()
  }
}

async function waitsForLock(): Promise<void> {
  for (;;) {
    // Of this database alone: tests beside this one have theirs in the same Postgres.
    const waiting = await holder.query(
      `select 1 from pg_locks join pg_database on pg_database.oid = database
       where locktype = 'advisory' and not granted and datname = current_database()`,
    )
    if (waiting.rows.length > 0) return
  }
}

it('a restore and a cleaning up wait for a statement as long as it takes', async () => {
  const storage = await openAlone({ databaseUrl: url, dataDir: '/nowhere' })
  try {
    await expect(takeLong(storage.database)).resolves.toMatchObject({ rows: [{}] })
  } finally {
    await storage.close()
  }
})

it('the program that people wait for gives a statement up', async () => {
  const database = await openPostgresDatabase(url)
  try {
    await expect(takeLong(database)).rejects.toMatchObject({ code: 'storage-unavailable' })
  } finally {
    await database.close()
  }
})
