import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { connectClient, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, PLAN_IDS, seed, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const docs = createDocThread({ logger: createCollectedLog() })
afterAll(() => docs.close())

describe('the writing door', () => {
  let harness: SyncHarness
  let log: MemoryUpdateLog
  const start = async () => {
    log = createMemoryUpdateLog()
    for (const planId of PLAN_IDS) log.addPlan(planId)
    harness = await startSync({ log, docs })
  }
  afterEach(() => harness.stop())

  it('[W8] seeds a plan that can be read and written', async () => {
    await start()

    await seed(harness.server)

    const { plan, seq, contentHash } = await harness.server.readPlan(PLAN_ID)
    expect(plan.title).toBe('Handlingsplan')
    expect(plan.template).toEqual({ id: CURRENT_TEMPLATE.id, version: CURRENT_TEMPLATE.version })
    expect(seq).toBe(1)
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('[W8] shows what it writes to everyone in the room', async () => {
    await start()
    const kari = await connectClient(harness.url)
    await kari.allSaved()

    await seed(harness.server)

    await until('kari sees it', () => kari.doc.getMap('plan').get('title') === 'Handlingsplan')
    type(kari.doc, 'Hei')
    await kari.allSaved()
    expect(kari.closeCode()).toBeNull()
    await kari.close()
  })

  it('[W8] seeds once, however many ask at the same time', async () => {
    await start()

    const outcomes = await Promise.allSettled([seed(harness.server), seed(harness.server)])

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await log.head(PLAN_ID)).toBe(1)
  })

  it('[W8] writes while people write, and both are there in one order', async () => {
    await start()
    const kari = await connectClient(harness.url)
    await kari.allSaved()

    const seeding = seed(harness.server)
    for (const letter of 'abcdef') type(kari.doc, letter)
    await Promise.all([seeding, kari.allSaved()])

    const fresh = await connectClient(harness.url, { as: 'gro' })
    await fresh.synced()
    expect(written(fresh.doc)).toContain('abcdef')
    expect(fresh.doc.getMap('plan').get('title')).toBe('Handlingsplan')
    expect(kari.closeCode()).toBeNull()
    await Promise.all([kari.close(), fresh.close()])
  })

  it('[W8] starts afresh when another process has written meanwhile', async () => {
    await start()
    const kari = await connectClient(harness.url)
    await kari.allSaved()
    // Behind the room's back.
    const [other] = (await stolenUpdates()) as [Uint8Array]
    await log.append([
      {
        planId: PLAN_ID,
        updates: [{ timeMs: 0, userId: null, clientIds: [], bytes: other }],
      },
    ])

    await seed(harness.server)

    // Those in the room that was behind come back to one that is not.
    expect(await kari.closed()).toBe(1013)
    expect(await log.head(PLAN_ID)).toBe(2)
    const fresh = await connectClient(harness.url)
    await fresh.synced()
    expect(written(fresh.doc)).toBe('fra en annen')
    await fresh.close()
  })

  it('[W8] ends a room that another process has left behind, and says so', async () => {
    await start()
    const kari = await connectClient(harness.url)
    await kari.allSaved()
    const [other] = (await stolenUpdates()) as [Uint8Array]
    await log.append([
      {
        planId: PLAN_ID,
        updates: [{ timeMs: 0, userId: null, clientIds: [], bytes: other }],
      },
    ])

    kari.doc.getMap('plan').set('title', 'Min')

    expect(await kari.closed()).toBe(1011)
    expect(harness.logger.said()).toContain('the room does not fit the log')
    const back = await connectClient(harness.url, { doc: kari.doc })
    await back.allSaved()
    expect(written(back.doc)).toBe('fra en annen')
    expect(await log.head(PLAN_ID)).toBe(2)
    await back.close()
  })

  it('says that a plan is not there', async () => {
    await start()

    await expect(seed(harness.server, 'd'.repeat(20))).rejects.toMatchObject({
      code: 'plan-not-found',
    })
    await expect(harness.server.readPlan('d'.repeat(20))).rejects.toMatchObject({
      code: 'plan-not-found',
    })
  })

  it('reads a plan again only after it has changed', async () => {
    await start()
    await seed(harness.server)
    const first = await harness.server.readPlan(PLAN_ID)

    const second = await harness.server.readPlan(PLAN_ID)
    const kari = await connectClient(harness.url)
    await kari.synced()
    type(kari.doc, 'Hei')
    await kari.allSaved()
    const third = await harness.server.readPlan(PLAN_ID)

    expect(second).toBe(first)
    expect(third.contentHash).not.toBe(first.contentHash)
    expect(third.seq).toBe(2)
    await kari.close()
  })

  it('tells who listens what was stored, and is not stopped by one who fails', async () => {
    await start()
    const heard: [string, number][] = []
    harness.server.onCommitted(() => {
      throw new Error('a bug elsewhere')
    })
    const stop = harness.server.onCommitted((planId, seq) => heard.push([planId, seq]))

    await seed(harness.server)
    stop()
    const kari = await connectClient(harness.url)
    await kari.synced()
    type(kari.doc, 'Hei')
    await kari.allSaved()

    expect(heard).toEqual([[PLAN_ID, 1]])
    expect(harness.logger.said()).toContain('a bug elsewhere')
    await kari.close()
  })
})

async function stolenUpdates(): Promise<readonly Uint8Array[]> {
  const Y = await import('yjs')
  const doc = new Y.Doc()
  type(doc, 'fra en annen')
  return [Y.encodeStateAsUpdate(doc)]
}
