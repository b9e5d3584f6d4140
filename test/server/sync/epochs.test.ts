/** Documents of two epochs never meet, however a connection comes (E1-E3 of SPEC.md). */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import { FIRST_EPOCH, nextEpoch } from '../../../server/sync/epoch.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { connectClient, type } from '../../support/sync-client.ts'
import { passOf, PLAN_ID, seed, startSync, type SyncHarness } from '../../support/sync-harness.ts'

const docs = createDocThread({ logger: createCollectedLog() })
afterAll(() => docs.close())

describe('a plan that is written anew while people are in it', () => {
  let harness: SyncHarness
  let log: MemoryUpdateLog
  /** As the door reads it from the plan's row; a test moves it on. */
  let epoch: number

  beforeEach(async () => {
    epoch = FIRST_EPOCH
    log = createMemoryUpdateLog()
    log.addPlan(PLAN_ID)
    harness = await startSync({
      log,
      docs,
      admit: (request) => {
        const pass = passOf(request)
        return Promise.resolve(typeof pass === 'string' ? pass : { ...pass, epoch })
      },
    })
    await seed(harness.server)
  })
  afterEach(() => harness.stop())

  const redact = () =>
    harness.server.redactPlan(PLAN_ID, { text: 'Handlingsplan', replacement: '…' })

  it('[E3] sends everybody out, and is read as it is now', async () => {
    const kari = await connectClient(harness.url)
    await kari.synced()
    type(kari.doc, 'Kari skriver om en handlingsplan.')
    await kari.allSaved()
    expect((await harness.server.readPlan(PLAN_ID)).plan.title).toBe('Handlingsplan')

    expect(await redact()).toEqual({ places: 2 })

    expect(await kari.closed()).toBe(4409)
    const { plan, seq } = await harness.server.readPlan(PLAN_ID)
    expect([plan.title, seq]).toEqual(['…', 1])
    expect(JSON.stringify(plan)).toContain('Kari skriver om en ….')
    expect((await log.load(PLAN_ID)).epoch).toBeGreaterThan(FIRST_EPOCH)
  })

  it('[E1] refuses a pass that was read before, whatever it names', async () => {
    await redact()

    // The door has read the row before the rewriting, and comes to the room after it.
    for (const named of [[], [['epoch', '1']]]) {
      const query = Object.fromEntries(named) as Record<string, string>
      const late = await connectClient(harness.url, { query, doc: new Y.Doc() })
      expect(await late.closed()).toBe(4409)
    }
    epoch = (await log.load(PLAN_ID)).epoch
    const fresh = await connectClient(harness.url, { query: { epoch: String(epoch) } })
    await fresh.synced()
    expect(fresh.doc.getMap('plan').get('title')).toBe('…')
    await fresh.close()
  })

  it('[E1] refuses who names no epoch once it is not the first', async () => {
    await redact()
    epoch = (await log.load(PLAN_ID)).epoch

    const stock = await connectClient(harness.url, { stock: true })

    expect(await stock.closed()).toBe(4409)
  })
})

describe('the number of an epoch', () => {
  it('[E2] comes from the clock, and is always later than the one before', () => {
    const nowMs = Date.UTC(2026, 10, 26)

    expect(nextEpoch(FIRST_EPOCH, nowMs)).toBe(217_814_400)
    expect(nextEpoch(FIRST_EPOCH, nowMs + 1000)).toBe(217_814_401)
    expect(nextEpoch(217_814_400, nowMs)).toBe(217_814_401)
    expect(nextEpoch(FIRST_EPOCH, 0)).toBe(2)
    // An SQL integer until 2088.
    expect(nextEpoch(FIRST_EPOCH, Date.UTC(2087, 0))).toBeLessThan(2 ** 31)
  })
})
