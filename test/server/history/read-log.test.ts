/** Reading a plan's log on: as far as it goes, a bounded piece at a time, each update once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restore } from '../../../server/history/restore.ts'
import { createLogReader, type LogReader, ROWS_AT_ONCE } from '../../../server/history/read-log.ts'
import type { HistoryStore } from '../../../server/history/history-store.ts'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../../server/storage/kysely-school-store.ts'
import { createStores } from '../../../server/storage/stores.ts'
import { createDocThread, type DocThread } from '../../../server/sync/doc-thread.ts'
import type { UpdateLog } from '../../../server/sync/update-log.ts'
import type { PlanId, UserId } from '../../../shared/ids.ts'
import { type CollectedLog, createCollectedLog } from '../../support/collected-log.ts'
import {
  ENGINES,
  openTestStorage,
  STARTING_POSTGRES_MS,
  type TestStorage,
} from '../../support/engines.ts'
import { newPlan, newSchool } from '../../support/stored-school.ts'
import { connectClient, type } from '../../support/sync-client.ts'
import { PLAN_ID, seed, startSync } from '../../support/sync-harness.ts'
import { typingLog } from '../../support/typing-log.ts'

const P = PLAN_ID as PlanId
const KEYS = typingLog(2 * ROWS_AT_ONCE + 300)

/** Two people share each field: who of them wrote last. */
function lastInField(field: number) {
  const isOfTheirs = ({ userId }: (typeof KEYS)[number]) =>
    userId !== null && Number(userId[0]) >> 1 === field
  const { userId, timeMs } = KEYS.findLast(isOfTheirs)!
  const seq = KEYS.findLastIndex(isOfTheirs) + 1
  return { place: `field:field-${field}`, userId, timeMs, seq }
}

describe.each(ENGINES)('reading the log on %s', (engine) => {
  let storage: TestStorage
  let log: UpdateLog
  let docs: DocThread
  let store: HistoryStore
  let logger: CollectedLog
  let nowMs = 0

  beforeEach(async () => {
    storage = await openTestStorage(engine)
    const { db } = storage.database
    store = createStores(db).history
    await createKyselySchoolStore(db).addExampleSchool(newSchool('a', [['kari', 'teacher']]), 9)
    await createKyselyPlanStore(db).addPlan(newPlan(P, 'a'))
    log = await storage.openUpdateLog(() => undefined)
    logger = createCollectedLog()
    docs = createDocThread({ logger })
    nowMs = KEYS.at(-1)!.timeMs
  }, STARTING_POSTGRES_MS)
  afterEach(async () => {
    await docs.close()
    await log.close()
    await storage.close()
    storage.remove()
  })

  /** Counts what is asked of log and doc thread. */
  const newReader = (fail: () => boolean = () => false) => {
    const counts = { rows: 0, moments: 0, touched: 0 }
    const reader: LogReader = createLogReader({
      store: {
        ...store,
        saveFound: (...found) =>
          fail() ? Promise.reject(new Error('the power')) : store.saveFound(...found),
      },
      log: {
        readMoment(planId, seq) {
          counts.moments += 1
          return log.readMoment(planId, seq)
        },
        readHistory: (planId, range) => log.readHistory(planId, range),
      },
      docs: {
        touched(planId, before, updates) {
          counts.touched += 1
          counts.rows += updates.length
          return docs.touched(planId, before, updates)
        },
      },
      nowMs: () => nowMs,
      logger,
    })
    return { reader, counts }
  }
  const append = (updates: typeof KEYS) => log.append([{ planId: P, updates }])
  const allOf = async () => [
    await store.listVersions(P),
    await store.listChanges(P),
    await store.findReading(P),
  ]

  it('takes a thousand at a time, each once, however many ask', async () => {
    await append(KEYS)
    const { reader, counts } = newReader()

    const readings = await Promise.all([1, 2, 3].map(() => reader.catchUp(P)))

    expect(readings.map(({ seq }) => seq)).toEqual([1, 2, 3].map(() => KEYS.length))
    expect(counts).toEqual({ rows: KEYS.length, moments: 1, touched: 3 })
    await reader.catchUp(P)
    expect(counts.rows).toBe(KEYS.length)
    const changes = (await store.listChanges(P)).filter(({ seq }) => seq > 1)
    expect(changes).toEqual([0, 1, 2, 3].map(lastInField))
  })

  it('goes on after a crash, and finds what it would have found at once', async () => {
    await append(KEYS)
    const whole = newReader().reader
    await whole.catchUp(P)
    const expected = await allOf()
    const { db } = storage.database
    for (const table of ['plan_change', 'plan_version', 'plan_history_read'] as const) {
      await db.deleteFrom(table).execute()
    }
    let saves = 0
    const crashing = newReader(() => ++saves === 2)

    await expect(crashing.reader.catchUp(P)).rejects.toThrow('the power')
    const between = await store.findReading(P)
    const { reader, counts } = newReader()
    await reader.catchUp(P)

    expect(between?.seq).toBe(ROWS_AT_ONCE)
    expect(counts.rows).toBe(KEYS.length - ROWS_AT_ONCE)
    expect(await allOf()).toEqual(expected)
  })

  it('is right when two programs read at once', async () => {
    await append(KEYS)
    const [one, two] = [newReader(), newReader()]

    await Promise.all([one.reader.catchUp(P), two.reader.catchUp(P)])

    expect((await store.findReading(P))?.seq).toBe(KEYS.length)
    expect((await store.listChanges(P)).filter(({ seq }) => seq > 1)).toHaveLength(4)
  })

  it('ends a spell when it has been quiet, also where nothing more comes', async () => {
    await append(KEYS.slice(0, 50))
    const { reader } = newReader()
    nowMs = KEYS[49]!.timeMs
    await reader.catchUp(P)
    const during = (await store.listVersions(P)).length
    nowMs += 10 * 60_000

    await reader.catchUpAll()
    await reader.catchUpAll()

    const [version] = await store.listVersions(P)
    expect(during).toBe((await store.listVersions(P)).length - 1)
    expect(version).toMatchObject({ seq: 50, kind: 'automatic', timeMs: KEYS[49]!.timeMs })
    expect(version!.userIds[0]).toBe(KEYS[49]!.userId)
    expect((await store.findReading(P))?.spell).toBeNull()
  })

  it('begins again where a log was written anew, and what was before is gone', async () => {
    await append(KEYS.slice(0, 30))
    const { reader } = newReader()
    nowMs += 10 * 60_000
    await reader.catchUp(P)
    await store.beginVisit(P, 'kari of a' as never, nowMs)
    const before = await allOf()
    const update = { ...KEYS[0]!, timeMs: nowMs, userId: null }

    await log.rewrite(30, { planId: P, update, epoch: 77 })

    const { db } = storage.database
    const left = await Promise.all(
      (['plan_version', 'plan_change', 'plan_history_read', 'plan_visit'] as const).map((table) =>
        db.selectFrom(table).selectAll().execute(),
      ),
    )
    expect(before[0]).not.toEqual([])
    expect(left).toEqual([[], [], [], []])
    await reader.catchUp(P)
    expect(await store.findReading(P)).toMatchObject({ epoch: 77, seq: 1 })
    expect((await store.listChanges(P)).every(({ userId }) => userId === null)).toBe(true)
  })

  it('logs what fails, and goes on with the other plans', async () => {
    await append(KEYS.slice(0, 5))
    const { reader } = newReader(() => true)

    await reader.catchUpAll()
    await reader.close()

    expect(logger.said()).toContain('could not be read on')
    await expect(reader.catchUp(P)).rejects.toMatchObject({ code: 'server-restarting' })
  })

  it('pins the very moment before going back, words included that came while it was asked for', async () => {
    const harness = await startSync({ log, docs })
    await seed(harness.server)
    const kari = await connectClient(harness.url)
    type(kari.doc, 'slik var det')
    await kari.allSaved()
    const seq = await log.head(P)
    const { reader } = newReader()
    const deps = {
      store,
      log,
      rooms: harness.server,
      nowMs: () => nowMs,
      reader: {
        async catchUp(planId: PlanId) {
          const reading = await reader.catchUp(planId)
          type(kari.doc, ', og mer')
          await kari.allSaved()
          return reading
        },
      },
    }

    const done = await restore(deps, P, { seq, what: { kind: 'plan' } }, 'kari' as UserId)

    const versions = await store.listVersions(P)
    expect(versions.map((each) => [each.seq, each.kind])).toEqual([[done.seq - 1, 'restore']])
    expect(done.seq - 1).toBeGreaterThan(seq)
    await kari.close()
    await harness.stop()
  })
})
