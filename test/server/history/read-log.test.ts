/** Reading a plan's log on: as far as it goes, a bounded piece at a time, each update once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogReader, type LogReader, ROWS_AT_ONCE } from '../../../server/history/read-log.ts'
import type { PlanId } from '../../../shared/ids.ts'
import { ENGINES, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { openHistory, type StoredHistory } from '../../support/stored-history.ts'
import { PLAN_ID } from '../../support/sync-harness.ts'
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
  let opened: StoredHistory
  let nowMs = 0

  beforeEach(async () => {
    opened = await openHistory(engine)
    nowMs = KEYS.at(-1)!.timeMs
  }, STARTING_POSTGRES_MS)
  afterEach(() => opened.close())

  /** Counts what is asked of log and doc thread. */
  const newReader = (fail: () => boolean = () => false) => {
    const { store, log, docs, logger } = opened
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
  const append = (updates: typeof KEYS) => opened.log.append([{ planId: P, updates }])
  const allOf = async () => [
    await opened.store.listVersions(P),
    await opened.store.listChanges(P),
    await opened.store.findReading(P),
  ]

  it('takes a thousand at a time, each once, however many ask', async () => {
    await append(KEYS)
    const { reader, counts } = newReader()

    const readings = await Promise.all([1, 2, 3].map(() => reader.catchUp(P)))

    expect(readings.map(({ seq }) => seq)).toEqual([1, 2, 3].map(() => KEYS.length))
    expect(counts).toEqual({ rows: KEYS.length, moments: 1, touched: 3 })
    await reader.catchUp(P)
    expect(counts.rows).toBe(KEYS.length)
    const changes = (await opened.store.listChanges(P)).filter(({ seq }) => seq > 1)
    expect(changes).toEqual([0, 1, 2, 3].map(lastInField))
  })

  it('goes on after a crash, and finds what it would have found at once', async () => {
    await append(KEYS)
    const whole = newReader().reader
    await whole.catchUp(P)
    const expected = await allOf()
    const { db } = opened
    for (const table of ['plan_change', 'plan_version', 'plan_history_read'] as const) {
      await db.deleteFrom(table).execute()
    }
    let saves = 0
    const crashing = newReader(() => ++saves === 2)

    await expect(crashing.reader.catchUp(P)).rejects.toThrow('the power')
    const between = await opened.store.findReading(P)
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

    expect((await opened.store.findReading(P))?.seq).toBe(KEYS.length)
    expect((await opened.store.listChanges(P)).filter(({ seq }) => seq > 1)).toHaveLength(4)
  })

  it('ends a spell when it has been quiet, also where nothing more comes', async () => {
    await append(KEYS.slice(0, 50))
    const { reader } = newReader()
    nowMs = KEYS[49]!.timeMs
    await reader.catchUp(P)
    const during = (await opened.store.listVersions(P)).length
    nowMs += 10 * 60_000

    await reader.catchUpAll()
    await reader.catchUpAll()

    const [version] = await opened.store.listVersions(P)
    expect(during).toBe((await opened.store.listVersions(P)).length - 1)
    expect(version).toMatchObject({ seq: 50, kind: 'automatic', timeMs: KEYS[49]!.timeMs })
    expect(version!.userIds[0]).toBe(KEYS[49]!.userId)
    expect((await opened.store.findReading(P))?.spell).toBeNull()
  })

  it('begins again where a log was written anew, and what was before is gone', async () => {
    await append(KEYS.slice(0, 30))
    const { reader } = newReader()
    nowMs += 10 * 60_000
    await reader.catchUp(P)
    await opened.store.beginVisit(P, 'kari of a' as never, nowMs)
    const before = await allOf()
    const update = { ...KEYS[0]!, timeMs: nowMs, userId: null }

    await opened.log.rewrite(30, { planId: P, update, epoch: 77 })

    const { db } = opened
    const left = await Promise.all(
      (['plan_version', 'plan_change', 'plan_history_read', 'plan_visit'] as const).map((table) =>
        db.selectFrom(table).selectAll().execute(),
      ),
    )
    expect(before[0]).not.toEqual([])
    expect(left).toEqual([[], [], [], []])
    await reader.catchUp(P)
    expect(await opened.store.findReading(P)).toMatchObject({ epoch: 77, seq: 1 })
    expect((await opened.store.listChanges(P)).every(({ userId }) => userId === null)).toBe(true)
  })

  it('logs what fails, and goes on with the other plans', async () => {
    await append(KEYS.slice(0, 5))
    const { reader } = newReader(() => true)

    await reader.catchUpAll()
    await reader.close()

    expect(opened.logger.said()).toContain('could not be read on')
    await expect(reader.catchUp(P)).rejects.toMatchObject({ code: 'server-restarting' })
  })
})
