/**
 * A server with a seeded plan and two honest people in it, for every test of a
 * file; others join them and do what they should not.
 */
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../server/sync/doc-thread.ts'
import { createCollectedLog } from './collected-log.ts'
import {
  connectClient,
  isHalfApplied,
  type SyncClient,
  type SyncClientOptions,
  type,
  written,
} from './sync-client.ts'
import { PLAN_ID, seed, startSync, type SyncHarness } from './sync-harness.ts'
import { until } from './until.ts'

export interface RoomOfTwo {
  readonly harness: SyncHarness
  readonly log: MemoryUpdateLog
  readonly kari: SyncClient
  readonly ola: SyncClient
  /** Somebody else, called per unless told otherwise; all saved if they said hello. */
  join(options?: SyncClientOptions): Promise<SyncClient>
  /** Many who say nothing. */
  joinMany(count: number, as: (index: number) => string): Promise<SyncClient[]>
  /** The two go on, nothing came from anyone else, nothing is half there. */
  nobodyIsHarmed(): Promise<void>
  /** What the server holds of the plan: checkpoint and updates after it. */
  planBytes(): Promise<number>
}

/** Call it once at the top of a test file. */
export function roomOfTwo(): RoomOfTwo {
  const docs = createDocThread({ logger: createCollectedLog() })
  const others: SyncClient[] = []
  let now: Pick<RoomOfTwo, 'harness' | 'log' | 'kari' | 'ola'>

  beforeEach(async () => {
    const log = createMemoryUpdateLog()
    log.addPlan(PLAN_ID)
    const harness = await startSync({ log, docs })
    await seed(harness.server)
    const kari = await connectClient(harness.url, { as: 'kari' })
    const ola = await connectClient(harness.url, { as: 'ola' })
    await Promise.all([kari.allSaved(), ola.allSaved()])
    now = { harness, log, kari, ola }
  })
  afterEach(async () => {
    await Promise.all([now.kari, now.ola, ...others.splice(0)].map((client) => client.close()))
    await now.harness.stop()
  })
  afterAll(() => docs.close())

  return {
    get harness() {
      return now.harness
    },
    get log() {
      return now.log
    },
    get kari() {
      return now.kari
    },
    get ola() {
      return now.ola
    },
    async join(options = {}) {
      const client = await connectClient(now.harness.url, { as: 'per', ...options })
      others.push(client)
      if (options.hello !== false) await client.allSaved()
      return client
    },
    async joinMany(count, as) {
      const clients = await Promise.all(
        Array.from({ length: count }, (_, index) =>
          connectClient(now.harness.url, { as: as(index), hello: false }),
        ),
      )
      others.push(...clients)
      return clients
    },
    nobodyIsHarmed: () => nobodyIsHarmed(now),
    async planBytes() {
      const { checkpoint, updates } = await now.log.load(PLAN_ID)
      const all = [checkpoint ?? [], updates].flat()
      return all.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    },
  }
}

async function nobodyIsHarmed({
  harness,
  kari,
  ola,
}: Pick<RoomOfTwo, 'harness' | 'kari' | 'ola'>): Promise<void> {
  const before = written(kari.doc)
  type(kari.doc, 'k')
  await until('ola sees kari', () => written(ola.doc) === `${before}k`)
  type(ola.doc, 'o')
  await until('kari sees ola', () => written(kari.doc) === `${before}ko`)
  await Promise.all([kari.allSaved(), ola.allSaved()])

  const fresh = await connectClient(harness.url, { as: 'gro' })
  await fresh.synced()
  expect(written(fresh.doc)).toBe(`${before}ko`)
  expect([kari, ola, fresh].map(({ doc }) => isHalfApplied(doc))).toEqual([false, false, false])
  expect([kari.closeCode(), ola.closeCode()]).toEqual([null, null])
  await fresh.close()
}
