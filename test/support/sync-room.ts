/** A sync server over a log in memory with one empty plan, for every test of a file: started and joined by the test. */
import { afterAll, afterEach } from 'vitest'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../server/sync/doc-thread.ts'
import { createCollectedLog } from './collected-log.ts'
import { connectClient, type SyncClient, type SyncClientOptions } from './sync-client.ts'
import { type HarnessOptions, PLAN_ID, startSync, type SyncHarness } from './sync-harness.ts'

export interface SyncRoom {
  readonly harness: SyncHarness
  readonly log: MemoryUpdateLog
  start(options?: Partial<HarnessOptions>): Promise<void>
  join(options?: SyncClientOptions): Promise<SyncClient>
}

/** Call it once at the top of a test file. */
export function syncRoom(): SyncRoom {
  const docs = createDocThread({ logger: createCollectedLog() })
  const clients: SyncClient[] = []
  let now: Pick<SyncRoom, 'harness' | 'log'>

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()))
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
    async start(options = {}) {
      const log = createMemoryUpdateLog()
      log.addPlan(PLAN_ID)
      now = { log, harness: await startSync({ log, docs, ...options }) }
    },
    async join(options = {}) {
      const client = await connectClient(now.harness.url, options)
      clients.push(client)
      return client
    },
  }
}
