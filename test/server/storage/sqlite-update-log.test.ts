import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import {
  openSqliteUpdateLog,
  type SqliteUpdateLog,
} from '../../../server/storage/sqlite-update-log.ts'
import { createSqlitePlans, type SqlitePlans } from '../../support/sqlite-plans.ts'
import { describeStoredLog } from '../../support/stored-log-contract.ts'
import { describeUpdateLog } from '../../support/update-log-contract.ts'

describeUpdateLog('the log in SQLite', async () => {
  const plans = await createSqlitePlans()
  const log = await openSqliteUpdateLog(plans.file, noDeath)
  return {
    log,
    addPlan: (planId) => plans.addPlan(planId),
    async close() {
      await log.close()
      await plans.close()
    },
  }
})

describe('the log in SQLite on its own file', () => {
  let plans: SqlitePlans
  let log: SqliteUpdateLog
  const open = async () => {
    plans = await createSqlitePlans()
    log = await openSqliteUpdateLog(plans.file, noDeath)
  }
  afterEach(async () => {
    await log.close()
    await plans.close()
  })

  it('[UL10] writes with synchronous=FULL in WAL mode, on the very connection that writes', async () => {
    await open()

    expect(await log.settings()).toEqual({ journalMode: 'wal', synchronous: 2 })
  })

  it('still is there after it was opened again', async () => {
    await open()
    await plans.addPlan('p')
    const updates = [1, 2].map((value) => ({
      timeMs: 77,
      userId: null,
      clientIds: [1, 2],
      bytes: Uint8Array.of(value),
    }))
    await log.append([{ planId: 'p', updates }])
    await log.close()

    log = await openSqliteUpdateLog(plans.file, noDeath)

    expect((await log.load('p')).updates.map(({ seq, bytes }) => [seq, bytes[0]])).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  describeStoredLog('its tables', async () => {
    await open()
    return { log, db: plans.db, addPlan: (planId) => plans.addPlan(planId) }
  })
})

it('[UL11] refuses a file that cannot be opened', async () => {
  const deaths: Error[] = []

  const opening = openSqliteUpdateLog('/nowhere/at/all.sqlite', (error) => deaths.push(error))

  await expect(opening).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(deaths).toHaveLength(1)
})

it('[UL10] the thread itself, whenever it is started, refuses a file that cannot be written durably', async () => {
  const script = new URL('../../../server/storage/sqlite-log-worker.ts', import.meta.url)
  // A database in memory has no WAL.
  const thread = new Worker(script, { workerData: { file: ':memory:' } })

  const [error] = (await once(thread, 'error')) as [Error]

  expect(error.message).toContain('journal_mode memory')
})

function noDeath(error: Error): void {
  throw error
}
