import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  awarenessFrame,
  SYNC_STEP1,
  SYNC_STEP2,
  SYNC_UPDATE,
  syncFrame,
} from '../../../shared/protocol/frames.ts'
import { MAX_READ_OF_READERS_BYTES } from '../../../shared/protocol/limits.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import { roomOfTwo } from '../../support/room-of-two.ts'
import { awarenessOf } from '../../support/sized-updates.ts'
import { connectClient, type, written } from '../../support/sync-client.ts'
import { until } from '../../support/until.ts'

const room = roomOfTwo()

describe('a broken client harms nobody', () => {
  it.each<[string, Uint8Array, number, string]>([
    ['an empty frame', new Uint8Array(), 4400, 'bad-frame'],
    ['random bytes', Uint8Array.of(0, 7, 200, 200, 9), 4400, 'bad-frame'],
    ['an unknown message type', Uint8Array.of(55, 1, 1), 4400, 'bad-frame'],
    ['an auth message', Uint8Array.of(2, 0, 0), 4400, 'bad-frame'],
    ['two messages in a frame', Uint8Array.of(3, 3), 4400, 'bad-frame'],
    ['a broken state vector', syncFrame(SYNC_STEP1, Uint8Array.of(200)), 4400, 'bad-frame'],
    ['a broken update', syncFrame(SYNC_UPDATE, Uint8Array.of(9, 9)), 4400, 'update-refused'],
    ['a broken step2', syncFrame(SYNC_STEP2, Uint8Array.of(9, 9)), 4400, 'update-refused'],
    ['broken awareness', awarenessFrame(Uint8Array.of(3, 1)), 4400, 'bad-frame'],
    ['awareness that is no object', awarenessOf([7], '5'), 4400, 'bad-frame'],
  ])('[L1] that sends %s', async (_what, frame, closeCode, code) => {
    const client = await room.join()

    client.send(frame)

    expect(await client.closed()).toBe(closeCode)
    expect(room.harness.logger.said()).toContain(`"code":"${code}"`)
    await room.nobodyIsHarmed()
  })

  it('[L1] that sends a text message', async () => {
    const client = await room.join()

    client.socket.send('hei')

    expect(await client.closed()).toBe(4400)
    await room.nobodyIsHarmed()
  })

  it.each<[string, () => Uint8Array, string]>([
    ['v2 bytes', () => Y.encodeStateAsUpdateV2(withText('Hei')), 'not a v1 update'],
    ['an unknown element', () => Y.encodeStateAsUpdate(withElement('script')), 'script'],
    ['half an update', () => Y.encodeStateAsUpdate(withText('Hei')).slice(0, -4), 'not a v1'],
    ['a gap in the clock', () => secondOfTwo(), 'a gap in the clock'],
  ])('[W9] that writes %s: rejected, closed, and the log says why', async (_what, update, why) => {
    const client = await room.join()

    client.sendUpdate(update())

    expect(await client.closed()).toBe(4400)
    expect(client.rejected).toEqual([{ count: 2, code: 'update-refused' }])
    expect(room.harness.logger.said()).toContain(why)
    await room.nobodyIsHarmed()
  })

  it('[W9] that is a stock one: closed with 4400, without frames it does not know', async () => {
    const client = await room.join({ stock: true, hello: false })

    client.sendUpdate(Y.encodeStateAsUpdateV2(withText('Hei')))

    expect(await client.closed()).toBe(4400)
    expect(client.frames.filter(([kind]) => (kind ?? 0) >= 100)).toEqual([])
    await room.nobodyIsHarmed()
  })

  it('[R1] that sends much as a reader: rejected unread, so that nobody waits for it', async () => {
    room.kari.doc.getMap('plan').set('much', 'x'.repeat(MAX_READ_OF_READERS_BYTES))
    await room.kari.allSaved()
    const guest = await room.join({ as: 'gro:guest' })

    // Nothing of it is new; only who has decoded it can know.
    guest.send(syncFrame(SYNC_STEP2, Y.encodeStateAsUpdate(room.kari.doc)))

    await until('it is rejected', () => guest.rejected.length === 1)
    expect(guest.rejected).toEqual([{ count: 2, code: 'access-denied' }])
    await room.nobodyIsHarmed()
    await until('the guest reads on', () => written(guest.doc).includes('ko'))
  })

  it('[R1] that writes as a reader: dropped, rejected, and it goes on reading', async () => {
    const guest = await room.join({ as: 'gro:guest' })

    type(guest.doc, 'nei')
    type(guest.doc, ' og nei')

    await until('both are rejected', () => guest.rejected.length === 2)
    expect(guest.rejected).toEqual([
      { count: 2, code: 'access-denied' },
      { count: 3, code: 'access-denied' },
    ])
    await guest.allSaved()
    await room.nobodyIsHarmed()
    await until('the guest reads on', () => written(guest.doc).includes('ko'))
  })

  it(
    '[L1] whatever bytes it sends',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyFrame, { minLength: 1, maxLength: 5 }), async (frames) => {
          const client = await connectClient(room.harness.url, { as: 'per', hello: false })
          for (const frame of frames) client.send(frame)
          await client.close()
        }),
        { numRuns: propertyRuns(100) },
      )

      await room.nobodyIsHarmed()
      expect(room.harness.logger.lines.filter(({ level }) => level === 'error')).toEqual([])
    },
    propertyTimeoutMs(100),
  )
})

const anyFrame = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => syncFrame(SYNC_UPDATE, bytes)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => syncFrame(SYNC_STEP2, bytes)),
  fc.uint8Array({ maxLength: 10 }).map((bytes) => syncFrame(SYNC_STEP1, bytes)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => awarenessFrame(bytes)),
)

function withText(text: string): Y.Doc {
  const doc = new Y.Doc()
  type(doc, text)
  return doc
}

function withElement(name: string): Y.Doc {
  const doc = new Y.Doc()
  doc.getXmlFragment('text:leadership.today').insert(0, [new Y.XmlElement(name)])
  return doc
}

function secondOfTwo(): Uint8Array {
  const doc = new Y.Doc()
  type(doc, 'første')
  const before = Y.encodeStateVector(doc)
  type(doc, 'andre')
  return Y.encodeStateAsUpdate(doc, before)
}
