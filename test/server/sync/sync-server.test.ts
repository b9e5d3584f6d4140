import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SYNC_STEP1, SYNC_STEP2, SYNC_UPDATE } from '../../../shared/protocol/frames.ts'
import { type as typeText, written } from '../../support/sync-client.ts'
import { PLAN_ID, PUBLIC_ORIGIN, seed } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'
import { syncRoom } from '../../support/sync-room.ts'

const room = syncRoom()

describe('a room', () => {
  it('shows what one person writes to another, and says that it is saved', async () => {
    await room.start()
    const kari = await room.join({ as: 'kari' })
    const ola = await room.join({ as: 'ola' })
    await Promise.all([kari.synced(), ola.synced()])

    typeText(kari.doc, 'Hei')

    await until('ola sees it', () => written(ola.doc) === 'Hei')
    await kari.allSaved()
    expect(await room.log.head(PLAN_ID)).toBe(1)
  })

  it('[W1] sends the plan first and step2 after it, then asks for what the client has', async () => {
    await room.start()
    const kari = await room.join()
    await kari.synced()
    typeText(kari.doc, 'Hei')
    await kari.allSaved()

    const ola = await room.join({ as: 'ola' })
    await ola.synced()
    await until('it was asked', () => ola.frames.length >= 3)

    const kinds = ola.frames.slice(0, 3).map((frame) => [frame[0], frame[1]])
    expect(kinds).toEqual([
      [0, SYNC_UPDATE],
      [0, SYNC_STEP2],
      [0, SYNC_STEP1],
    ])
    expect(written(ola.doc)).toBe('Hei')
  })

  it('[W1] sends someone who comes back only what is missing', async () => {
    await room.start()
    const kari = await room.join()
    await kari.synced()
    typeText(kari.doc, 'Et langt avsnitt. '.repeat(200))
    const ola = await room.join({ as: 'ola' })
    await ola.synced()
    await until('ola has it', () => written(ola.doc).length > 3000)
    await ola.close()
    typeText(kari.doc, 'Slutt')
    await kari.allSaved()

    const back = await room.join({ as: 'ola', doc: ola.doc })
    await back.synced()

    await until('the rest is there', () => written(back.doc).endsWith('Slutt'))
    expect(back.frames[0]?.byteLength).toBeLessThan(100)
  })

  it('takes what was written offline', async () => {
    await room.start()
    const kari = await room.join()
    await kari.synced()
    const offline = new Y.Doc()
    typeText(offline, 'Skrevet på hytta')

    const ola = await room.join({ as: 'ola', doc: offline })
    await ola.allSaved()

    await until('kari sees it', () => written(kari.doc) === 'Skrevet på hytta')
  })

  it('[W6] calls a step2 with nothing new saved, from a reader as well', async () => {
    await room.start()
    await seed(room.harness.server)

    const guest = await room.join({ as: 'gro:guest' })
    await guest.allSaved()

    expect(guest.sent()).toBe(1)
    expect(guest.rejected).toEqual([])
  })

  it('[W7] does not send a lone writer its own words', async () => {
    await room.start()
    const kari = await room.join()
    await kari.allSaved()
    const before = kari.frames.length

    typeText(kari.doc, 'Hei')
    await kari.allSaved()

    expect(kari.frames.slice(before).map((frame) => frame[0])).toEqual([100])
  })

  it('[W6] answers a repeated update as saved and stores it once', async () => {
    await room.start()
    const kari = await room.join()
    await kari.allSaved()
    typeText(kari.doc, 'Hei')
    await kari.allSaved()
    const head = await room.log.head(PLAN_ID)

    kari.sendUpdate(Y.encodeStateAsUpdate(kari.doc))
    await kari.allSaved()

    expect(await room.log.head(PLAN_ID)).toBe(head)
  })

  it('closes when nobody is left and opens again from a checkpoint', async () => {
    await room.start({ times: { roomIdleMs: 1 } })
    const kari = await room.join()
    await kari.synced()
    for (const word of ['en ', 'to ', 'tre']) typeText(kari.doc, word)
    await kari.allSaved()
    await kari.close()

    await until(
      'a checkpoint is there',
      async () => (await room.log.load(PLAN_ID)).checkpoint !== null,
    )

    expect((await room.log.load(PLAN_ID)).updates).toEqual([])
    expect(await room.log.read(PLAN_ID, 0)).toHaveLength(3)
    const ola = await room.join({ as: 'ola' })
    await ola.synced()
    expect(written(ola.doc)).toBe('en to tre')
  })

  it('writes a checkpoint after 500 updates and goes on from it', async () => {
    await room.start({ capsBench: true })
    const kari = await room.join()
    await kari.synced()

    for (let count = 0; count < 510; count++) typeText(kari.doc, 'x')
    await kari.allSaved()

    await until(
      'a checkpoint is there',
      async () => (await room.log.load(PLAN_ID)).checkpoint !== null,
    )
    typeText(kari.doc, '!')
    await kari.allSaved()
    const ola = await room.join({ as: 'ola' })
    await ola.synced()
    expect(written(ola.doc)).toBe(`${'x'.repeat(510)}!`)
  })

  it('[D1] writes the next checkpoint ten seconds later, however fast people write', async () => {
    let nowMs = 1_000_000
    await room.start({ capsBench: true, nowMs: () => nowMs })
    const kari = await room.join()
    await kari.synced()
    const checkpointSeq = async () => (await room.log.load(PLAN_ID)).checkpoint?.seq ?? 0
    const write = async (count: number) => {
      for (let letter = 0; letter < count; letter++) typeText(kari.doc, 'x')
      await kari.allSaved()
    }
    await write(510)
    await until('a checkpoint is there', async () => (await checkpointSeq()) > 0)
    const first = await checkpointSeq()

    await write(1000)
    expect(await checkpointSeq()).toBe(first)
    nowMs += 10_000
    await write(1)

    await until('the next one is there', async () => (await checkpointSeq()) > first)
  })
})

describe('the door', () => {
  it.each([
    ['another origin', { headers: { origin: 'https://evil.example' } }, 4403],
    ['an older text schema', { query: { samplan: '0' } }, 4426],
    ['a text schema that is no number', { query: { samplan: 'x' } }, 4426],
    ['another epoch', { query: { epoch: '2' } }, 4409],
    ['text of somebody else', { query: { user: 'user-ola' } }, 4401],
    ['nobody signed in', { query: { refuse: 'sign-in-required' } }, 4401],
    ['no right to the plan', { query: { refuse: 'access-denied' } }, 4403],
    ['a plan that is not there', { planId: 'd'.repeat(20) }, 4404],
    ['a plan id that is none', { planId: 'x' }, 4404],
  ])('[C1] opens and closes the socket for %s', async (_why, options, code) => {
    await room.start()

    const client = await room.join(options)

    expect(await client.closed()).toBe(code)
    expect(client.frames).toEqual([])
  })

  it.each([
    ['our own origin', { headers: { origin: PUBLIC_ORIGIN } }],
    ['the same epoch', { query: { epoch: '1' } }],
    ['their own text', { query: { user: 'user-kari' } }],
    ['a newer text schema', { query: { samplan: '99' } }],
    ['a stock client', { stock: true }],
  ])('[C1] lets in %s', async (_why, options) => {
    await room.start()

    const client = await room.join(options)

    await client.synced()
    expect(client.closeCode()).toBeNull()
  })

  it('sends everyone out when the plan is closed for them', async () => {
    await room.start()
    const kari = await room.join()
    await kari.synced()

    room.harness.server.closeRoom(PLAN_ID, 'access-denied')

    expect(await kari.closed()).toBe(4403)
  })
})
