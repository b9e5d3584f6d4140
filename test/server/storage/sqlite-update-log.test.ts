import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import {
  openSqliteUpdateLog,
  type SqliteUpdateLog,
} from '../../../server/storage/sqlite-update-log.ts'
import type { NewUpdate } from '../../../server/sync/update-log.ts'
import { HISTORY_STATE_ROWS } from '../../../shared/protocol/limits.ts'
import { createSqlitePlans, type SqlitePlans } from '../../support/sqlite-plans.ts'
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
    await plans.addPlan('p')
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
    await log.append([{ planId: 'p', updates: [update(1), update(2)] }])
    await log.close()

    log = await openSqliteUpdateLog(plans.file, noDeath)

    expect((await log.load('p')).updates.map(({ seq, bytes }) => [seq, bytes[0]])).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  it('writes down when the plan was changed, by whom and with which client ids', async () => {
    await open()

    await log.append([{ planId: 'p', updates: [update(1)] }])

    const database = new DatabaseSync(plans.file)
    expect({ ...database.prepare('select head, changed_at_ms from plan').get() }).toEqual({
      head: 1,
      changed_at_ms: 77,
    })
    expect({
      ...database.prepare('select time_ms, user_id, client_ids from plan_update').get(),
    }).toEqual({ time_ms: 77, user_id: null, client_ids: '[1,2]' })
    database.close()
  })

  it('[UL11] says storage-unavailable and stores nothing of a batch that the database refuses', async () => {
    await open()
    await plans.addPlan('q')
    const database = new DatabaseSync(plans.file)
    // The second plan's row cannot be written: its number is taken.
    database.exec(
      `insert into plan_update (plan_id, seq, time_ms, user_id, client_ids, bytes)
       values ('q', 1, 0, null, '[]', x'00')`,
    )

    const appending = log.append([
      { planId: 'p', updates: [update(1)] },
      { planId: 'q', updates: [update(2)] },
    ])

    await expect(appending).rejects.toMatchObject({ code: 'storage-unavailable' })
    expect(await log.load('p')).toEqual({
      head: 0,
      checkpoint: null,
      updates: [],
      owners: new Map(),
    })
    database.exec(`delete from plan_update where plan_id = 'q'`)
    database.close()
    expect(await log.append([{ planId: 'q', updates: [update(2)] }])).toEqual([
      { kind: 'stored', first: 1 },
    ])
  })

  it('keeps the latest two checkpoints and no more', async () => {
    await open()
    for (const seq of [1, 2, 3]) {
      await log.append([{ planId: 'p', updates: [update(seq)] }])
      await log.addCheckpoint('p', {
        seq,
        previousSeq: seq - 1,
        timeMs: 5,
        bytes: Uint8Array.of(seq),
      })
    }

    const database = new DatabaseSync(plans.file)
    const seqs = database.prepare('select seq from plan_checkpoint order by seq').all()
    database.close()
    expect(seqs.map(({ seq }) => seq)).toEqual([2, 3])
  })
})

describe('the history in SQLite', () => {
  let plans: SqlitePlans
  let log: SqliteUpdateLog
  const open = async (rows: number) => {
    plans = await createSqlitePlans()
    log = await openSqliteUpdateLog(plans.file, noDeath)
    await plans.addPlan('p')
    const updates = Array.from({ length: rows }, (_, index) => update(index % 256))
    await log.append([{ planId: 'p', updates }])
  }
  const counted = (table: string) => {
    const database = new DatabaseSync(plans.file)
    const row = database.prepare(`select count(*) as rows from ${table}`).get()
    database.close()
    return Number(row?.['rows'])
  }
  const checkpoints = async (...seqs: readonly number[]) => {
    for (const [index, seq] of seqs.entries()) {
      const facts = { seq, previousSeq: seqs[index - 1] ?? 0, timeMs: 5 }
      await log.addCheckpoint('p', { ...facts, bytes: Uint8Array.of(index) })
    }
  }
  afterEach(async () => {
    await log.close()
    await plans.close()
  })

  it('[UL21] has each row in one place, the table or a block, and never in neither', async () => {
    await open(50)
    await checkpoints(40)
    const before = await log.readHistory('p', { after: 0, limit: 99 })
    const database = new DatabaseSync(plans.file)
    database.exec(`create trigger no_way before delete on plan_update when old.seq = 17
      begin select raise(abort, 'no'); end`)

    await expect(log.packHistory('p', 1)).rejects.toMatchObject({ code: 'storage-unavailable' })
    const afterFailure = [counted('plan_update'), counted('plan_history')]
    database.exec('drop trigger no_way')
    database.close()
    await log.packHistory('p', 1)

    expect(afterFailure).toEqual([50, 0])
    expect([counted('plan_update'), counted('plan_history')]).toEqual([10, 1])
    expect(await log.readHistory('p', { after: 0, limit: 99 })).toEqual(before)
  })

  it('[UL21] packs nothing when a row is missing', async () => {
    await open(9)
    await checkpoints(9)
    const database = new DatabaseSync(plans.file)
    database.exec('delete from plan_update where seq = 4')
    database.close()

    await expect(log.packHistory('p', 1)).rejects.toMatchObject({ code: 'storage-unavailable' })

    expect([counted('plan_update'), counted('plan_history')]).toEqual([8, 0])
  })

  it('[UL19] keeps a state every 20,000 updates, where old moments begin', async () => {
    await open(HISTORY_STATE_ROWS * 2 + 20)
    const half = HISTORY_STATE_ROWS
    await checkpoints(10, half - 1, half, half + 5, 2 * half - 1, 2 * half, 2 * half + 9)

    const begins = [half - 1, half, half + 7, 2 * half, 2 * half + 20].map((seq) =>
      log.readMoment('p', seq),
    )

    expect((await Promise.all(begins)).map((moment) => moment?.state?.seq ?? 0)).toEqual([
      0,
      half,
      half,
      2 * half,
      2 * half + 9,
    ])
    expect(counted('plan_history_state')).toBe(1)
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

function update(value: number): NewUpdate {
  return {
    timeMs: 77,
    userId: null,
    clientIds: [1, 2],
    bytes: Uint8Array.of(value),
  }
}
