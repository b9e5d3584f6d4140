/** What becomes of the log and the rows when Postgres, or the way to it, is gone and comes back. */
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LOG_LOCK } from '../../../server/storage/postgres-log-lock.ts'
import { openPostgresStorage } from '../../../server/storage/postgres-storage.ts'
import type { Storage } from '../../../server/storage/storage.ts'
import type { UpdateLog } from '../../../server/sync/update-log.ts'
import { type BrokenLine, createBrokenLine } from '../../support/broken-line.ts'
import { newPostgresDatabase, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { createPostgresServer, type PostgresServer } from '../../support/postgres-server.ts'
import { addPlan, addSchoolOfPlans } from '../../support/sqlite-plans.ts'
import { until } from '../../support/until.ts'

const GONE = { code: 'storage-unavailable' }

async function openOn(url: string) {
  const storage = await openPostgresStorage(url)
  if (storage === 'in-use') throw new Error('in use')
  const log = await storage.openUpdateLog((error) => {
    throw error
  })
  await addSchoolOfPlans(storage.database)
  return { storage, log }
}

const add = (log: UpdateLog, planId: string, value: number) =>
  log.append([
    { planId, updates: [{ timeMs: 1, userId: null, clientIds: [], bytes: Uint8Array.of(value) }] },
  ])

const valuesOf = async (log: UpdateLog, planId: string) =>
  (await log.read(planId, 0)).map(({ seq, bytes }) => [seq, bytes[0]])

describe('while Postgres is down', { timeout: STARTING_POSTGRES_MS }, () => {
  let postgres: PostgresServer
  beforeAll(async () => {
    postgres = await createPostgresServer()
    await postgres.start()
  }, STARTING_POSTGRES_MS)
  afterAll(() => postgres.remove())

  it('[UL11] nothing is stored, nothing can be written and all say so; afterwards all goes on', async () => {
    const { storage, log } = await openOn(postgres.url)
    await addPlan(storage.database, 'p')
    await add(log, 'p', 1)
    const schools = () => storage.database.db.selectFrom('school').select('id').execute()
    expect(await storage.database.isWritable()).toBe(true)

    await postgres.stop()

    await expect(add(log, 'p', 2)).rejects.toMatchObject(GONE)
    await expect(log.load('p')).rejects.toMatchObject(GONE)
    await expect(schools()).rejects.toMatchObject(GONE)
    expect(await storage.database.isWritable()).toBe(false)

    await postgres.start()

    expect(await storage.database.isWritable()).toBe(true)
    expect(await add(log, 'p', 3)).toEqual([{ kind: 'stored', first: 2 }])
    expect(await valuesOf(log, 'p')).toEqual([
      [1, 1],
      [2, 3],
    ])
    expect(await schools()).toHaveLength(1)
    await log.close()
    await storage.close()
  })

  it('[UL10] a Postgres that would not keep what it has committed is refused', async () => {
    await postgres.stop()
    await postgres.start('fsync=off')

    await expect(openPostgresStorage(postgres.url)).rejects.toThrow(
      /the log is not durable: synchronous_commit on, fsync off/,
    )
  })
})

describe('when the line to Postgres breaks', () => {
  let line: BrokenLine
  let storage: Storage
  let log: UpdateLog
  let beside: Client
  const isWaiting = async () => {
    const { rows } = await beside.query(
      `select 1 from pg_stat_activity where datname = current_database()
       and wait_event_type = 'Lock' and query like '%insert into plan_update%'`,
    )
    return rows.length === 1
  }

  beforeEach(async () => {
    const url = await newPostgresDatabase()
    line = await createBrokenLine(Number(new URL(url).port))
    const broken = new URL(url)
    broken.port = String(line.port)
    ;({ storage, log } = await openOn(broken.href))
    await addPlan(storage.database, 'p')
    await add(log, 'p', 1)
    beside = new Client({ connectionString: url })
    await beside.connect()
  }, STARTING_POSTGRES_MS)
  afterEach(async () => {
    await beside.end()
    await log.close().catch(() => undefined)
    await storage.close()
    line.close()
  })

  it('a commit whose answer is lost has failed, and whoever reads on knows that it happened', async () => {
    line.loseNextAnswer()

    await expect(add(log, 'p', 2)).rejects.toMatchObject(GONE)

    expect((await log.load('p')).head).toBe(2)
    expect(await add(log, 'p', 3)).toEqual([{ kind: 'stored', first: 3 }])
    expect(await valuesOf(log, 'p')).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('nobody reads on before a commit on its way is over, and nothing comes after it', async () => {
    await beside.query('begin')
    await beside.query(`select head from plan where id = 'p' for update`)
    const waiting = add(log, 'p', 2)
    await until('the commit waits for the plan', isWaiting)

    line.forget()
    await expect(waiting).rejects.toMatchObject(GONE)
    const { head } = await log.load('p')
    await beside.query('commit')

    expect(await add(log, 'p', 3)).toEqual([{ kind: 'stored', first: head + 1 }])
    expect(await valuesOf(log, 'p')).toHaveLength(head + 1)
  })

  it(
    'another program that took the database meanwhile keeps it: nothing can be written here',
    async () => {
      line.refuse()
      line.forget()
      await expect(add(log, 'p', 2)).rejects.toMatchObject(GONE)
      await beside.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'samplan log %'
       and datname = current_database()`,
      )
      await beside.query(`select pg_advisory_lock(${LOG_LOCK})`)
      line.restore()

      await expect(add(log, 'p', 3)).rejects.toThrow(/another program has this database/)

      await beside.query(`select pg_advisory_unlock(${LOG_LOCK})`)
      expect(await add(log, 'p', 4)).toEqual([{ kind: 'stored', first: 2 }])
    },
    STARTING_POSTGRES_MS,
  )
})
