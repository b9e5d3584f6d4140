import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SYNC_STEP1, syncFrame } from '../../../shared/protocol/frames.ts'
import { type as typeText } from '../../support/sync-client.ts'
import { PLAN_ID } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'
import { syncRoom } from '../../support/sync-room.ts'

const room = syncRoom()

describe('a graceful stop', () => {
  it('[S1] stores what was received and says 1012 to everyone', async () => {
    await room.start()
    const kari = await room.join()
    const ola = await room.join({ as: 'ola' })
    await Promise.all([kari.allSaved(), ola.synced()])
    for (let count = 0; count < 50; count++) typeText(kari.doc, 'x')
    await until('the server has heard of it', async () => (await room.log.head(PLAN_ID)) > 0)

    await room.harness.server.close()

    expect(await kari.closed()).toBe(1012)
    expect(await ola.closed()).toBe(1012)
    // The step2 was the first content frame and brought nothing to store.
    expect(await room.log.head(PLAN_ID)).toBe(kari.saved() - 1)
  })

  it('[S1] turns away whoever comes while it stops', async () => {
    await room.start()
    const closing = room.harness.server.close()

    const kari = await room.join()

    expect(await kari.closed()).toBe(1012)
    await closing
  })

  it('[S1] does not wait for a client that never answers', async () => {
    await room.start()
    const kari = await room.join()
    await kari.synced()
    kari.socket.pause()

    await room.harness.server.close()

    kari.socket.resume()
    await kari.closed()
  })
})

describe('a stop with several connections', () => {
  it('[S2] is told to all of them', async () => {
    await room.start({ capsBench: true })
    const clients = await Promise.all(Array.from({ length: 12 }, () => room.join()))
    await Promise.all(clients.map((client) => client.allSaved()))

    await room.harness.server.close()

    const codes = await Promise.all(clients.map((client) => client.closed()))
    expect(codes).toEqual(clients.map(() => 1012))
  })
})

describe('the keep-alive', () => {
  it('[K1] sends a message to someone who hears nothing', async () => {
    await room.start({ times: { keepAliveMs: 40 } })
    const kari = await room.join({ stock: true })
    await kari.synced()
    const before = kari.frames.length

    await until('three messages came', () => kari.frames.length >= before + 3)

    expect(kari.closeCode()).toBeNull()
  })

  it('[K2] ends a connection that gives no sign of life', async () => {
    await room.start({ times: { keepAliveMs: 200 } })
    const ola = await room.join({ as: 'ola' })
    const kari = await room.join()
    await Promise.all([ola.synced(), kari.synced()])
    kari.awareness.setLocalState({})
    await until('ola sees kari', () => ola.awareness.getStates().has(kari.doc.clientID))

    kari.socket.pause()

    await until('kari has gone', () => !ola.awareness.getStates().has(kari.doc.clientID))
    expect(ola.closeCode()).toBeNull()
    kari.socket.terminate()
  })

  it('[K2] ends a connection that asks again and does not take the answer', async () => {
    await room.start({ times: { keepAliveMs: 200 } })
    const [ola, kari] = [await room.join({ as: 'ola' }), await room.join()]
    ola.doc.getMap('plan').set('much', 'x'.repeat(900_000))
    await Promise.all([ola.allSaved(), kari.synced()])
    kari.awareness.setLocalState({})
    await until('ola sees kari', () => ola.awareness.getStates().has(kari.doc.clientID))

    kari.socket.pause()
    const stranger = new Y.Doc()
    for (let count = 0; count < 50; count++) {
      kari.send(syncFrame(SYNC_STEP1, Y.encodeStateVector(stranger)))
    }

    await until('kari has gone', () => !ola.awareness.getStates().has(kari.doc.clientID))
    expect(ola.closeCode()).toBeNull()
    kari.socket.terminate()
  })
})
