import { describe, expect, it } from 'vitest'
import { SYNC_STEP2, syncFrame } from '../../../shared/protocol/frames.ts'
import {
  MAX_AWARENESS_BYTES,
  MAX_CONNECTIONS_PER_PERSON,
  MAX_CONNECTIONS_PER_PLAN,
  MAX_FRAME_BYTES,
  MAX_PLAN_BYTES,
  MAX_UPDATE_BYTES,
  MESSAGE_BURST,
} from '../../../shared/protocol/limits.ts'
import { roomOfTwo } from '../../support/room-of-two.ts'
import { awarenessOf, sizedAwareness, sizedUpdate } from '../../support/sized-updates.ts'
import { type, written } from '../../support/sync-client.ts'
import { PLAN_ID } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const room = roomOfTwo()

describe('caps', () => {
  it.each([
    ['at the cap', MAX_UPDATE_BYTES, null],
    ['one over', MAX_UPDATE_BYTES + 1, 4413],
    ['ten times over', MAX_UPDATE_BYTES * 10, 4413],
  ])('[L2] of an update: %s', async (_what, byteLength, closeCode) => {
    const client = await room.join()
    const head = await room.log.head(PLAN_ID)

    client.sendUpdate(sizedUpdate(byteLength))

    if (closeCode === null) {
      await client.allSaved()
      expect(await room.log.head(PLAN_ID)).toBe(head + 1)
    } else {
      expect(await client.closed()).toBe(closeCode)
      expect(client.rejected).toEqual([{ count: 2, code: 'update-too-large' }])
      expect(await room.log.head(PLAN_ID)).toBe(head)
      await room.nobodyIsHarmed()
    }
  })

  it.each([
    ['one over', MAX_FRAME_BYTES + 1],
    ['beyond what is read at all', MAX_FRAME_BYTES + 5000],
    ['ten times over', MAX_FRAME_BYTES * 10],
  ])('[L2] of a frame: %s', async (_what, byteLength) => {
    const client = await room.join()

    client.send(new Uint8Array(byteLength))

    expect(await client.closed()).toBe(4413)
    await room.nobodyIsHarmed()
  })

  it('[L2] of a frame: at the cap, if the plan has room for it', async () => {
    const client = await room.join()
    // The frame around a step2 of this size takes 6 bytes.
    client.send(syncFrame(SYNC_STEP2, sizedUpdate(MAX_FRAME_BYTES - 6)))

    expect(await client.closed()).toBe(4413)
    expect(client.rejected).toEqual([{ count: 2, code: 'plan-too-large' }])
    await room.nobodyIsHarmed()
  })

  it('[L7] of a plan: at the cap, one over, and above it only deletions pass', async () => {
    const writer = await room.join()
    writer.send(syncFrame(SYNC_STEP2, sizedUpdate(MAX_PLAN_BYTES - 20_000)))
    await until(
      'a checkpoint is there',
      async () => (await room.log.load(PLAN_ID)).checkpoint !== null,
    )
    const space = MAX_PLAN_BYTES - (await room.planBytes())
    const fuller = await room.join({ as: 'pia' })

    fuller.sendUpdate(sizedUpdate(space + 1))
    expect(await fuller.closed()).toBe(4413)
    expect(fuller.rejected).toEqual([{ count: 2, code: 'plan-too-large' }])
    const exact = await room.join({ as: 'ove' })
    exact.sendUpdate(sizedUpdate(space))
    await exact.allSaved()
    expect(await room.planBytes()).toBe(MAX_PLAN_BYTES)

    const tidier = await room.join({ as: 'tom' })
    await until('it has it all', () => tidier.doc.getMap('plan').has('much'))
    tidier.doc.getMap('plan').delete('much')
    await tidier.allSaved()
    expect(tidier.closeCode()).toBeNull()
    expect(room.harness.logger.said()).toContain('the plan is getting too large')
  })

  it.each([
    ['at the cap', MAX_AWARENESS_BYTES, null],
    ['one over', MAX_AWARENESS_BYTES + 1, 4413],
    ['ten times over', MAX_AWARENESS_BYTES * 10, 4413],
  ])('[L3] of awareness: %s', async (_what, byteLength, closeCode) => {
    const client = await room.join()

    client.send(sizedAwareness(7, byteLength))

    if (closeCode !== null) expect(await client.closed()).toBe(closeCode)
    else await until('kari sees it', () => room.kari.awareness.getStates().has(7))
    await room.nobodyIsHarmed()
  })

  it('[L3] of awareness ids: four, and one too many', async () => {
    const client = await room.join()
    const more = await room.join({ as: 'pia' })

    client.send(awarenessOf([11, 12, 13, 14], '{}'))
    more.send(awarenessOf([21, 22, 23, 24, 25], '{}'))

    expect(await more.closed()).toBe(4400)
    await until('kari sees four', () => room.kari.awareness.getStates().has(14))
    expect(client.closeCode()).toBeNull()
    await until('the others have gone', () => !room.kari.awareness.getStates().has(21))
    await room.nobodyIsHarmed()
  })

  it.each([
    ['at the burst', MESSAGE_BURST - 2],
    ['one over', MESSAGE_BURST - 1],
    ['twice over', MESSAGE_BURST * 2],
  ])(
    '[L5] of messages: %s is read in its time, and nothing is lost',
    async (_what, count) => {
      const client = await room.join()
      const startedAtMs = performance.now()

      for (let index = 0; index < count; index++) type(client.doc, 'x')
      // Others are not made to wait by it.
      type(room.kari.doc, 'k')
      await room.kari.allSaved()
      await client.allSaved()

      await until('kari has it all', () => written(room.kari.doc).length === count + 1)
      const over = Math.max(0, count - MESSAGE_BURST)
      expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual((over / 60) * 900)
      expect(client.closeCode()).toBeNull()
    },
    20_000,
  )

  it('[L4] of connections: 20 of one person', async () => {
    const own = await room.joinMany(MAX_CONNECTIONS_PER_PERSON, () => 'per')

    const [late] = await room.joinMany(1, () => 'per')

    expect(await late?.closed()).toBe(1013)
    expect(own.map((client) => client.closeCode())).toEqual(own.map(() => null))
    await room.nobodyIsHarmed()
  })

  it('[L4] of connections: 200 on one plan', async () => {
    // The two honest ones are among them.
    await room.joinMany(MAX_CONNECTIONS_PER_PLAN - 3, (index) => `p${index}`)
    await room.nobodyIsHarmed()
    await room.joinMany(1, () => 'last')

    const [late] = await room.joinMany(1, () => 'late')

    expect(await late?.closed()).toBe(1013)
  })

  it('[L8] of what is unsent: a reader that does not read is let go', async () => {
    const stuck = await room.join()
    const head = await room.log.head(PLAN_ID)
    stuck.socket.pause()
    // More than the machine's own buffers and our 8 MiB take; deleted at once, so that the plan stays small.
    const writer = await room.join({ as: 'pia' })
    const isLetGo = () => room.harness.logger.said().includes('it does not read what it is sent')
    const writeMuch = async () => {
      writer.doc.transact(() => {
        writer.doc.getMap('plan').set('much', 'x'.repeat(500_000))
      }, 'test')
      await writer.allSaved()
      return isLetGo()
    }
    await until('it is let go', writeMuch, 20_000)

    expect(await room.log.head(PLAN_ID)).toBeGreaterThan(head)
    stuck.socket.resume()
    expect([1006, 1013]).toContain(await stuck.closed())
    await room.nobodyIsHarmed()
  }, 30_000)

  it('[L8] of what is unsent: who asks for the plan again and again is held two answers', async () => {
    const writer = await room.join({ as: 'pia' })
    writer.doc.getMap('plan').set('much', 'x'.repeat(300_000))
    await writer.allSaved()
    const stuck = await room.join({ hello: false })
    stuck.socket.pause()

    for (let count = 0; count < 250; count++) stuck.sendStep1()
    await until('more waits than the machine itself takes', () => room.harness.heldBytes() > 0)
    await room.nobodyIsHarmed()

    expect(room.harness.heldBytes()).toBeLessThan(1_000_000)
    stuck.socket.resume()
    const answers = () => stuck.frames.filter(([type, kind]) => type === 0 && kind === 1).length
    await until('all questions are answered', () => answers() === 250)
    expect(stuck.closeCode()).toBeNull()
  }, 30_000)
})
