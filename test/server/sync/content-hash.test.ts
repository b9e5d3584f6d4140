import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openPlan } from '../../../client/open-plan/open-plan.ts'
import { divergedFrame, MESSAGE_NOTICE } from '../../../shared/protocol/frames.ts'
import { planEntry } from '../../support/hand-driven-school.ts'
import { write } from '../../support/opened-plan.ts'
import { plantDivergence } from '../../support/planted-divergence.ts'
import { type SyncClient, type as typeText } from '../../support/sync-client.ts'
import { PLAN_ID, passFor, seed } from '../../support/sync-harness.ts'
import { syncRoom } from '../../support/sync-room.ts'
import { until } from '../../support/until.ts'

const room = syncRoom()
const QUICKLY = { times: { contentHashMs: 50 } }
/** Longer than it takes a real client to look at what it reads. */
const SLOWER = { times: { contentHashMs: 400 } }
const OTHER = 'f'.repeat(64)

// A real client of ours counts on a browser's frames, and on it to say when nothing else is to do.
beforeAll(() => {
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, 16))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  vi.stubGlobal('requestIdleCallback', setImmediate)
  vi.stubGlobal('cancelIdleCallback', clearImmediate)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('a room that has gone quiet', () => {
  it('[D4] tells clients of ours twice what they should read, and stock clients never', async () => {
    await room.start(QUICKLY)
    const kari = await room.join()
    const ola = await room.join({ as: 'ola' })
    const stock = await room.join({ as: 'gro', stock: true })
    typeText(kari.doc, 'Hei')
    await kari.allSaved()

    await until('both were told', () => toldOf(kari).length === 2 && toldOf(ola).length === 2)
    typeText(ola.doc, ' der')
    await until('they are told again', () => toldOf(kari).length === 4)

    const [first, second, third] = toldOf(kari)
    expect([first, second]).toEqual([toldOf(ola)[0], first])
    expect([first?.seq, third?.seq]).toEqual([1, 2])
    expect(third?.contentHash).not.toBe(first?.contentHash)
    expect(toldOf(stock)).toEqual([])
  })

  it('[D4] writes an ALARM with both hashes when somebody reads another text, and no content', async () => {
    await room.start(QUICKLY)
    const kari = await room.join()
    typeText(kari.doc, 'Hemmelig')
    await until('she was told all that she is told', () => toldOf(kari).length === 2)
    kari.send(divergedFrame({ seq: 1, contentHash: OTHER }))
    // What she was not told, or has answered, is nothing.
    kari.send(divergedFrame({ seq: 1, contentHash: 'e'.repeat(64) }))
    kari.send(divergedFrame({ seq: 99, contentHash: OTHER }))
    typeText(kari.doc, ' og mer')
    await kari.allSaved()

    const said = JSON.stringify(room.harness.logger.lines)
    expect(said.split(ALARM)).toHaveLength(2)
    expect(said).toContain(OTHER)
    expect(said).toContain(toldOf(kari)[0]?.contentHash)
    expect(said).not.toContain('Hemmelig')
    expect(kari.closeCode()).toBeNull()
  })

  it('[D4] finds a real client of ours that reads another text; it sets that aside', async () => {
    await room.start(SLOWER)
    await seed(room.harness.server)
    const ola = await room.join({ as: 'ola' })
    const kari = openKari(room.harness.url)
    await until('it is open', () => kari.saveState.get() === 'saved-at-school')
    write(kari, 'Hei')
    await until('it is saved', () => kari.saveState.get() === 'saved-at-school')
    plantDivergence(kari.doc)

    await until('it is set aside', () => kari.replaced.get() !== null)
    await until('it is in the log', () => room.harness.logger.said().includes(ALARM))

    expect(kari.replaced.get()).toBe('diverged')
    expect(ola.closeCode()).toBeNull()
    await kari.close()
  })

  it('[D4] leaves a real client in peace that reads the same', async () => {
    await room.start(SLOWER)
    await seed(room.harness.server)
    const ola = await room.join({ as: 'ola' })
    const kari = openKari(room.harness.url)
    await until('it is open', () => kari.saveState.get() === 'saved-at-school')
    for (const words of ['Hei', ' der', ' borte']) {
      const before = toldOf(ola).length
      write(kari, words)
      typeText(ola.doc, 'x')
      await until('they were told twice', () => toldOf(ola).length >= before + 2)
    }

    expect(kari.replaced.get()).toBeNull()
    expect(room.harness.logger.said()).not.toContain(ALARM)
    await kari.close()
  })
})

const ALARM = 'ALARM: diverged, a client reads another text than the server'

interface Told {
  readonly seq: number
  readonly contentHash: string
}

function toldOf({ frames }: SyncClient): readonly Told[] {
  return frames
    .filter(([type]) => type === MESSAGE_NOTICE)
    .map((frame) => JSON.parse(new TextDecoder().decode(frame.subarray(2))) as Told)
}

function openKari(url: string) {
  const entry = planEntry({ planId: PLAN_ID })
  return openPlan({
    planId: PLAN_ID,
    entry: { ...entry, me: { ...entry.me, userId: passFor('kari').userId } },
    serverUrl: `${url}/sync`,
    WebSocket,
    databases: new IDBFactory(),
    nowMs: Date.now,
    keepCopies: () => Promise.resolve(true),
    onNetworkChange: () => () => undefined,
    onLeaving: () => () => undefined,
  })
}
