import { beforeEach, describe, expect, it } from 'vitest'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { awarenessFrame, SYNC_STEP2, syncFrame } from '../../../shared/protocol/frames.ts'
import {
  connectClient,
  isHalfApplied,
  type SyncClient,
  type SyncClientOptions,
  type,
  written,
} from '../../support/sync-client.ts'
import { PLAN_ID, seed, startSync } from '../../support/sync-harness.ts'
import { syncRoom } from '../../support/sync-room.ts'
import { until } from '../../support/until.ts'

const room = syncRoom()
const join = (options: SyncClientOptions) => room.join(options)

beforeEach(() => room.start())

/** Says who this is, as every client does when it comes. */
function announce({ awareness }: SyncClient): void {
  awareness.setLocalState({ caret: 1 })
}

/** An update under somebody's client id, at the clock where that person will write next. */
function forged(doc: Y.Doc, clientId: number, text: string): Uint8Array {
  const forger = new Y.Doc()
  Y.applyUpdate(forger, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(forger)
  forger.clientID = clientId
  type(forger, text)
  return Y.encodeStateAsUpdate(forger, before)
}

describe("an update under somebody else's client id", () => {
  it('[O1] is refused, and the other goes on writing and is heard', async () => {
    const kari = await join({ as: 'kari' })
    const ola = await join({ as: 'ola' })
    type(kari.doc, 'Hei')
    await kari.allSaved()
    await until('ola reads it', () => written(ola.doc) === 'Hei')

    ola.sendUpdate(forged(ola.doc, kari.doc.clientID, '!'))
    expect(await ola.closed()).toBe(4400)
    type(kari.doc, ' der')
    await kari.allSaved()

    expect(ola.rejected).toEqual([{ count: 2, code: 'update-refused' }])
    expect(room.harness.logger.said()).toContain("somebody else's client id")
    const gro = await join({ as: 'gro' })
    await gro.synced()
    expect(written(gro.doc)).toBe('Hei der')
  })

  it('[O1] is refused in a step2 and under an id of the server as well', async () => {
    await seed(room.harness.server)
    const ola = await join({ as: 'ola' })
    await ola.allSaved()
    const [serverId = 0] = Y.decodeStateVector(Y.encodeStateVector(ola.doc)).keys()

    ola.send(syncFrame(SYNC_STEP2, forged(ola.doc, serverId, '!')))

    expect(await ola.closed()).toBe(4400)
  })

  it('[O3] is refused when that person has only announced it', async () => {
    const ola = await join({ as: 'ola' })
    await ola.allSaved()
    const kari = await join({ as: 'kari' })
    announce(kari)
    const kariId = kari.doc.clientID
    await until('ola sees kari', () => ola.awareness.getStates().has(kariId))

    ola.sendUpdate(forged(ola.doc, kariId, '!'))

    expect(await ola.closed()).toBe(4400)
    type(kari.doc, 'Hei')
    await kari.allSaved()
    expect(kari.closeCode()).toBeNull()
  })

  it('[O3] is refused also after that person has gone, to write on the train', async () => {
    const ola = await join({ as: 'ola' })
    await ola.allSaved()
    const kari = await join({ as: 'kari' })
    announce(kari)
    await until('ola sees kari', () => ola.awareness.getStates().has(kari.doc.clientID))
    await kari.close()
    type(kari.doc, 'Hei')

    ola.sendUpdate(forged(ola.doc, kari.doc.clientID, '!'))

    expect(await ola.closed()).toBe(4400)
    const back = await join({ as: 'kari', doc: kari.doc })
    await back.allSaved()
    expect(back.closeCode()).toBeNull()
  })

  it('[O5] is not helped by what a reader announces', async () => {
    const reader = await join({ as: 'gro:guest' })
    const [kari, ola] = [await join({ as: 'kari' }), await join({ as: 'ola' })]
    await Promise.all([reader.synced(), kari.allSaved(), ola.synced()])
    const kariId = kari.doc.clientID
    announceAs(reader, kariId)
    await until('the reader is seen', () => roleOf(ola, kariId) === 'guest')

    announce(kari)
    announce(kari)
    await until('kari is seen', () => roleOf(ola, kariId) === 'teacher')
    type(kari.doc, 'Hei')
    await kari.allSaved()

    expect(kari.closeCode()).toBeNull()
    const [owner] = (await room.log.load(PLAN_ID)).owners.keys()
    expect(owner).toBe('user-kari')
  })
})

/** Says to be another client. */
function announceAs(client: SyncClient, clientId: number): void {
  const { awareness } = client
  awareness.meta.set(clientId, { clock: 1, lastUpdated: 0 })
  const states = new Map([[clientId, { caret: 1 }]])
  client.send(awarenessFrame(encodeAwarenessUpdate(awareness, [clientId], states)))
}

function roleOf({ awareness }: SyncClient, clientId: number): unknown {
  return (awareness.getStates().get(clientId)?.['user'] as { role?: unknown } | undefined)?.role
}

describe('nobody honest is refused', () => {
  it('[O2] who has two tabs, writes offline, and comes back under ids of earlier sessions', async () => {
    const [one, other] = [await join({ as: 'kari' }), await join({ as: 'kari' })]
    type(one.doc, 'a')
    await one.allSaved()
    await until('both read it', () => written(other.doc) === 'a')
    await Promise.all([one.close(), other.close()])
    type(one.doc, 'b')
    type(other.doc, 'c')
    // The device's store gives all of it to a new tab; ids of all sessions in one step2.
    const later = new Y.Doc()
    for (const { doc } of [one, other]) Y.applyUpdate(later, Y.encodeStateAsUpdate(doc))
    type(later, 'd')

    const back = await join({ as: 'kari', doc: later })
    await back.allSaved()

    expect(back.closeCode()).toBeNull()
    const { owners } = await room.log.load(PLAN_ID)
    expect([...owners.keys()]).toEqual(['user-kari'])
    expect(owners.get([...owners.keys()][0]!)).toHaveLength(3)
  })

  it('[O1] who has everything of everyone and brings it all in a step2', async () => {
    const kari = await join({ as: 'kari' })
    const ola = await join({ as: 'ola', stock: true })
    type(kari.doc, 'Hei')
    await kari.allSaved()
    await until('ola reads it', () => written(ola.doc) === 'Hei')
    type(ola.doc, '!')
    await until('kari reads it', () => written(kari.doc) === 'Hei!')

    ola.send(syncFrame(SYNC_STEP2, Y.encodeStateAsUpdate(ola.doc)))
    type(ola.doc, '?')

    await until('kari reads on', () => written(kari.doc) === 'Hei!?')
    expect(ola.closeCode()).toBeNull()
  })

  it('[O2] whose room was loaded afresh: owners are kept with the log', async () => {
    const kari = await join({ as: 'kari' })
    type(kari.doc, 'Hei')
    await kari.allSaved()
    await kari.close()
    const again = await startSync({ log: room.log })
    const ola = await connectClient(again.url, { as: 'ola' })
    await ola.allSaved()

    ola.sendUpdate(forged(ola.doc, kari.doc.clientID, '!'))
    expect(await ola.closed()).toBe(4400)
    type(kari.doc, ' der')
    const back = await connectClient(again.url, { as: 'kari', doc: kari.doc })
    await back.allSaved()

    expect(back.closeCode()).toBeNull()
    await back.close()
    await again.stop()
  })

  it("[O6] whose new id happens to be a colleague's is told before a word is lost", async () => {
    const kari = await join({ as: 'kari' })
    await kari.allSaved()
    announce(kari)
    type(kari.doc, 'K')
    await kari.allSaved()
    const offline = new Y.Doc()
    offline.clientID = kari.doc.clientID
    type(offline, 'O')

    const ola = await join({ as: 'ola', doc: offline, hello: false })
    announce(ola)
    expect(await ola.closed()).toBe(4400)
    // The recovery path: afresh, under another id, with what was set aside put back.
    const fresh = await join({ as: 'ola' })
    await fresh.allSaved()
    type(fresh.doc, written(offline))
    await until('kari reads it', () => written(kari.doc) === 'KO')

    expect(isHalfApplied(kari.doc)).toBe(false)
    expect(kari.closeCode()).toBeNull()
  })
})
