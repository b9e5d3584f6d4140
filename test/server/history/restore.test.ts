/** Going back while something else happens to the plan. */
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogReader, type LogReader } from '../../../server/history/read-log.ts'
import { restore } from '../../../server/history/restore.ts'
import { FIRST_EPOCH } from '../../../server/sync/epoch.ts'
import { Failure } from '../../../shared/failure.ts'
import { MESSAGE_NOTICE } from '../../../shared/protocol/frames.ts'
import { readNotice } from '../../../shared/protocol/notice.ts'
import type { MemberId, PlanId, UserId } from '../../../shared/ids.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { ENGINES, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { openHistory, type StoredHistory } from '../../support/stored-history.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, seed, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const P = PLAN_ID as PlanId
const KARI = {
  userId: 'kari' as UserId,
  memberId: 'kari of a' as MemberId,
  assertMay: () => Promise.resolve(),
}
const SUSPENDED = {
  ...KARI,
  assertMay: () => Promise.reject(new Failure('access-denied', 'suspended meanwhile')),
}

const logger = createCollectedLog()

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
    reader = createLogReader({ ...opened, nowMs: () => nowMs, logger })
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
      logger,
      reader: {
        async catchUp(planId: PlanId) {
          const reading = await reader.catchUp(planId)
          type(kari.doc, ', og mer')
          await kari.allSaved()
          return reading
        },
      },
    }

    const done = await restore(deps, P, { seq, what: { kind: 'plan' } }, KARI)

    const versions = await store.listVersions(P)
    expect(versions.map((each) => [each.seq, each.kind])).toEqual([[done.seq - 1, 'restore']])
    expect(done.seq - 1).toBeGreaterThan(seq)
  })

  it('tells those who write, and nobody else, who went back to what, and where their own is', async () => {
    type(kari.doc, 'slik var det')
    await kari.allSaved()
    const seq = await log.head(P)
    const [then] = await log.readHistory(P, { after: seq - 1, limit: 1 })
    const version = { seq, kind: 'named', name: 'Før møtet', timeMs: 1, userIds: [] } as const
    await store.putVersion(P, FIRST_EPOCH, version)
    const ola = await connectClient(harness.url, { as: 'ola' })
    const guest = await connectClient(harness.url, { as: 'gro:guest' })
    await Promise.all([ola.synced(), guest.synced()])
    type(ola.doc, ', og mer')
    await ola.allSaved()
    const deps = { store, log, rooms: harness.server, reader, nowMs: () => nowMs, logger }

    const done = await restore(deps, P, { seq, what: { kind: 'plan' } }, KARI)

    const told = {
      kind: 'went-back',
      by: KARI.memberId,
      what: { kind: 'plan' },
      atMs: then?.timeMs,
      name: 'Før møtet',
      before: done.seq - 1,
    }
    await until('both who write are told', () =>
      [kari, ola].every((client) => noticesTo(client).length === 1),
    )
    expect([noticesTo(kari), noticesTo(ola)]).toEqual([[told], [told]])
    // They had the words first.
    expect(written(ola.doc)).toBe('slik var det')
    await until('the reader has the text', () => written(guest.doc) === 'slik var det')
    expect(noticesTo(guest)).toEqual([])

    await restore(deps, P, { seq, what: { kind: 'plan' } }, KARI)
    type(ola.doc, '!')
    await ola.allSaved()
    expect(noticesTo(ola)).toHaveLength(1)
    await Promise.all([ola.close(), guest.close()])
  })

  it('asks once more whether they may, and leaves nothing behind when they may not', async () => {
    type(kari.doc, 'slik var det')
    await kari.allSaved()
    const seq = await log.head(P)
    type(kari.doc, ', og mer')
    await kari.allSaved()
    const deps = { store, log, rooms: harness.server, reader, nowMs: () => nowMs, logger }

    const going = restore(deps, P, { seq, what: { kind: 'plan' } }, SUSPENDED)

    await expect(going).rejects.toMatchObject({ code: 'access-denied' })
    expect([await log.head(P), await store.listVersions(P)]).toEqual([seq + 1, []])
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
      notifyPlan: (...notice) => server.notifyPlan(...notice),
    }
    const deps = { store, log, rooms, reader, nowMs: () => nowMs, logger }

    const going = restore(deps, P, { seq: 2, what: { kind: 'plan' } }, KARI)

    await expect(going).rejects.toMatchObject({ code: 'epoch-changed' })
    expect(JSON.stringify((await server.readPlan(P)).plan)).not.toContain('Nordmann')
    expect(await store.listVersions(P)).toEqual([])
  })
})

/** Of going back. */
function noticesTo({ frames }: SyncClient) {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== MESSAGE_NOTICE) return []
    const notice = readNotice(decoding.readVarString(decoder))
    return notice.kind === 'went-back' ? [notice] : []
  })
}
