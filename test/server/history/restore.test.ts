/** Going back while something else happens to the plan. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogReader, type LogReader } from '../../../server/history/read-log.ts'
import { restore } from '../../../server/history/restore.ts'
import type { PlanId, UserId } from '../../../shared/ids.ts'
import { ENGINES, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { openHistory, type StoredHistory } from '../../support/stored-history.ts'
import { connectClient, type SyncClient, type } from '../../support/sync-client.ts'
import { PLAN_ID, seed, startSync, type SyncHarness } from '../../support/sync-harness.ts'

const P = PLAN_ID as PlanId

describe.each(ENGINES)('going back on %s', (engine) => {
  const nowMs = Date.now()
  let opened: StoredHistory
  let store: StoredHistory['store']
  let log: StoredHistory['log']
  let harness: SyncHarness
  let reader: LogReader
  let kari: SyncClient

  beforeEach(async () => {
    opened = await openHistory(engine)
    ;({ store, log } = opened)
    harness = await startSync({ log, docs: opened.docs })
    reader = createLogReader({ ...opened, nowMs: () => nowMs })
    await seed(harness.server)
    kari = await connectClient(harness.url)
  }, STARTING_POSTGRES_MS)
  afterEach(async () => {
    kari.socket.close()
    await harness.stop()
    await opened.close()
  })

  it('pins the very moment before going back, words included that came while it was asked for', async () => {
    type(kari.doc, 'slik var det')
    await kari.allSaved()
    const seq = await log.head(P)
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
  })

  it('brings nothing back that was taken out of the plan while it was asked for', async () => {
    const { server } = harness
    type(kari.doc, 'Kari Nordmann')
    await kari.allSaved()
    const rooms: Parameters<typeof restore>[0]['rooms'] = {
      async appendAsServer(...change) {
        await server.redactPlan(P, { text: 'Nordmann', replacement: '…' })
        return server.appendAsServer(...change)
      },
    }
    const deps = { store, log, rooms, reader, nowMs: () => nowMs }

    const going = restore(deps, P, { seq: 2, what: { kind: 'plan' } }, 'kari' as UserId)

    await expect(going).rejects.toMatchObject({ code: 'epoch-changed' })
    expect(JSON.stringify((await server.readPlan(P)).plan)).not.toContain('Nordmann')
    expect(await store.listVersions(P)).toEqual([])
  })
})
