import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import {
  connectClient,
  type SyncClient,
  type SyncClientOptions,
  type as typeText,
} from '../../support/sync-client.ts'
import {
  type HarnessOptions,
  PLAN_ID,
  startSync,
  type SyncHarness,
} from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

let harness: SyncHarness
let log: MemoryUpdateLog
const docs = createDocThread({ logger: createCollectedLog() })
const clients: SyncClient[] = []

async function start(options: Partial<HarnessOptions> = {}): Promise<void> {
  log = createMemoryUpdateLog()
  log.addPlan(PLAN_ID)
  harness = await startSync({ log, docs, ...options })
}

async function join(options: SyncClientOptions = {}): Promise<SyncClient> {
  const client = await connectClient(harness.url, options)
  clients.push(client)
  return client
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  await harness.stop()
})
afterAll(() => docs.close())

describe('a graceful stop', () => {
  it('[S1] stores what was received and says 1012 to everyone', async () => {
    await start()
    const kari = await join()
    const ola = await join({ as: 'ola' })
    await Promise.all([kari.allSaved(), ola.synced()])
    for (let count = 0; count < 50; count++) typeText(kari.doc, 'x')
    await until('the server has heard of it', async () => (await log.head(PLAN_ID)) > 0)

    await harness.server.close()

    expect(await kari.closed()).toBe(1012)
    expect(await ola.closed()).toBe(1012)
    // The step2 was the first content frame and brought nothing to store.
    expect(await log.head(PLAN_ID)).toBe(kari.saved() - 1)
  })

  it('[S1] turns away whoever comes while it stops', async () => {
    await start()
    const closing = harness.server.close()

    const kari = await join()

    expect(await kari.closed()).toBe(1012)
    await closing
  })

  it('[S1] does not wait for a client that never answers', async () => {
    await start()
    const kari = await join()
    await kari.synced()
    kari.socket.pause()

    await harness.server.close()

    kari.socket.resume()
    await kari.closed()
  })
})

describe('the keep-alive', () => {
  it('[K1] sends a message to someone who hears nothing', async () => {
    await start({ times: { keepAliveMs: 40 } })
    const kari = await join({ stock: true })
    await kari.synced()
    const before = kari.frames.length

    await until('three messages came', () => kari.frames.length >= before + 3)

    expect(kari.closeCode()).toBeNull()
  })

  it('[K2] ends a connection that gives no sign of life', async () => {
    await start({ times: { keepAliveMs: 200 } })
    const ola = await join({ as: 'ola' })
    const kari = await join()
    await Promise.all([ola.synced(), kari.synced()])
    kari.awareness.setLocalState({})
    await until('ola sees kari', () => ola.awareness.getStates().has(kari.doc.clientID))

    kari.socket.pause()

    await until('kari has gone', () => !ola.awareness.getStates().has(kari.doc.clientID))
    expect(ola.closeCode()).toBeNull()
    kari.socket.terminate()
  })
})
