import * as fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../shared/failure.ts'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { createHeldLog, type HeldLog } from '../../support/held-log.ts'
import { createPowerCutLog } from '../../support/power-cut-log.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const docs = createDocThread({ logger: createCollectedLog() })
afterAll(() => docs.close())

describe('a log that takes its time', () => {
  let harness: SyncHarness
  let log: HeldLog
  const clients: SyncClient[] = []
  const join = async (as: string, doc?: SyncClient['doc']) => {
    const client = await connectClient(harness.url, doc ? { as, doc } : { as })
    clients.push(client)
    await client.synced()
    return client
  }
  const start = async () => {
    const memory = createMemoryUpdateLog()
    memory.addPlan(PLAN_ID)
    log = createHeldLog(memory)
    harness = await startSync({ log, docs })
  }
  afterEach(async () => {
    await log.letGo()
    await Promise.all(clients.splice(0).map((client) => client.close()))
    await harness.stop()
  })

  it('[W2] [W5] shows and acknowledges nothing before it is stored', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    await kari.allSaved()
    const seenByOla = ola.frames.length

    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)
    // A question that is answered at once: whatever was sent before it has arrived.
    const late = await join('gro')

    expect(ola.frames).toHaveLength(seenByOla)
    expect(kari.saved()).toBe(1)
    expect(written(late.doc)).toBe('')

    await log.release()
    await until('ola sees it', () => written(ola.doc) === 'Hei')
    await kari.allSaved()
    expect(written(late.doc)).toBe('Hei')
  })

  it('[W3] puts what comes during one commit into the next, as one', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    type(kari.doc, '1')
    await until('the commit waits', () => log.waiting() === 1)
    for (const letter of '23456') type(kari.doc, letter)
    // The server has read them all when it answers what came after them.
    const late = await join('gro')
    const seen = ola.frames.length

    await log.release()
    await until('the next commit waits', () => log.waiting() === 1)
    await log.release()
    await until('ola sees it all', () => written(ola.doc) === '123456')

    expect(ola.frames.length - seen).toBe(2)
    await kari.allSaved()
    expect(written(late.doc)).toBe('123456')
  })

  it('[W5] does not call a repetition saved before what it repeats', async () => {
    await start()
    const kari = await join('kari')
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)
    kari.socket.terminate()
    await kari.closed()

    const back = await join('kari', kari.doc)
    await until('it has answered the question', () => back.sent() === 1)
    await join('ola')
    expect(back.saved()).toBe(0)

    await log.letGo()
    await back.allSaved()
  })

  it('[L6] reads no further ahead of the log than 2 MiB', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    await kari.allSaved()

    for (let count = 0; count < 4; count++) {
      kari.doc.getMap('plan').set('much', 'x'.repeat(900_000))
    }
    kari.awareness.setLocalState({ caret: 1 })
    await until('the commit waits', () => log.waiting() === 1)
    await join('gro')
    await join('per')
    expect(ola.awareness.getStates().has(kari.doc.clientID)).toBe(false)

    await log.letGo()
    await until('ola sees kari', () => ola.awareness.getStates().has(kari.doc.clientID))
    await kari.allSaved()
  })

  it('[S1] says goodbye only when what was received is stored', async () => {
    await start()
    const kari = await join('kari')
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)

    const closing = harness.server.close()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(kari.closeCode()).toBeNull()
    await log.letGo()
    await closing

    expect(await kari.closed()).toBe(1012)
    expect(kari.saved()).toBe(2)
  })

  it('[W4] sends everyone away when a commit fails, and has promised and shown nothing', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)

    log.fail(new Failure('storage-unavailable', 'disk full'))

    expect(await kari.closed()).toBe(1013)
    expect(await ola.closed()).toBe(1013)
    expect(kari.saved()).toBe(1)
    expect(written(ola.doc)).toBe('')
    expect(harness.logger.said()).toContain('disk full')

    // Back with the same text: the room does not take it for known.
    await log.letGo()
    const back = await join('kari', kari.doc)
    await back.allSaved()
    const reader = await join('ola', ola.doc)
    await until('ola sees it', () => written(reader.doc) === 'Hei')
  })
})

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), who: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const) }) },
)

describe('a disk that loses what was not synced', () => {
  it('[W4] loses nothing that was called saved or shown to anyone', async () => {
    let cuts = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        const log = createPowerCutLog()
        log.addPlan(PLAN_ID)
        let harness = await startSync({ log, docs })
        let clients = await bothJoin(harness)
        let letter = 0
        // Letters are all different, so a lost one is missed.
        const typed: string[][] = [[], []]
        const mustBeThere = new Set<string>()

        const noteWhatMustBeThere = () => {
          clients.forEach((client, index) => {
            // The first content frame was the step2; after it one letter each.
            for (const saved of (typed[index] ?? []).slice(0, Math.max(0, client.saved() - 1))) {
              mustBeThere.add(saved)
            }
            const own = new Set(typed[index])
            for (const seen of written(client.doc)) if (!own.has(seen)) mustBeThere.add(seen)
          })
        }
        const restart = async () => {
          cuts += 1
          log.cut()
          noteWhatMustBeThere()
          for (const client of clients) client.socket.terminate()
          await harness.stop()
          log.powerOn()
          harness = await startSync({ log, docs })
          const fresh = await connectClient(harness.url, { as: 'gro' })
          await fresh.synced()
          const there = new Set(written(fresh.doc))
          await fresh.close()
          expect([...mustBeThere].filter((needed) => !there.has(needed))).toEqual([])
          clients = await bothJoin(harness)
          typed.forEach((letters) => letters.splice(0))
        }

        for (const { do: deed, ...rest } of steps) {
          if (deed === 'type') {
            const who = 'who' in rest ? rest.who : 0
            const next = String.fromCodePoint(0x4e00 + letter++)
            typed[who]?.push(next)
            type(clients[who]!.doc, next)
          } else if (deed === 'sync') {
            await turn()
            await log.sync()
            await turn()
          } else {
            await restart()
          }
        }
        await restart()

        const syncing = setInterval(() => void log.sync(), 1)
        await Promise.all(clients.map((client) => client.close()))
        await harness.stop()
        clearInterval(syncing)
      }),
      { numRuns: propertyRuns(25) },
    )
    expect(cuts).toBeGreaterThan(0)
  })
})

async function bothJoin(harness: SyncHarness): Promise<SyncClient[]> {
  const clients = [
    await connectClient(harness.url, { as: 'kari' }),
    await connectClient(harness.url, { as: 'ola' }),
  ]
  for (const client of clients) {
    await client.synced()
    await client.allSaved()
  }
  return clients
}

/** Lets the sockets deliver what is under way. */
async function turn(): Promise<void> {
  for (let count = 0; count < 5; count++) await new Promise((resolve) => setImmediate(resolve))
}
