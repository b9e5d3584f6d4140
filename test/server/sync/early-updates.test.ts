import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomOfTwo } from '../../support/room-of-two.ts'
import { type, written } from '../../support/sync-client.ts'
import { until } from '../../support/until.ts'

const room = roomOfTwo()

describe('an update that comes too early', () => {
  it('[W10] waits for what its writer wrote offline', async () => {
    const offline = new Y.Doc()
    type(offline, 'på hytta')

    const per = await room.join({ doc: offline, hello: false })
    // Connected and not asked yet: this goes out before the step2 with the rest.
    type(per.doc, ' og hjemme')
    per.sendStep1()
    await per.allSaved()

    await until('kari sees it all', () => written(room.kari.doc) === 'på hytta og hjemme')
    expect(per.sent()).toBe(2)
    expect(per.rejected).toEqual([])
  })

  it('[W10] waits for the other tab that it builds on', async () => {
    const [one, two] = [await room.join(), await room.join()]
    const before = Y.encodeStateVector(one.doc)
    one.doc.transact(() => type(one.doc, 'første'), 'remote')
    const unsent = Y.encodeStateAsUpdate(one.doc, before)
    // The tabs hear of each other; the server has not heard of the first yet.
    Y.applyUpdate(two.doc, unsent, 'remote')
    type(two.doc, ' andre')
    await room.nobodyIsHarmed()
    expect(two.saved()).toBe(1)

    one.sendUpdate(unsent)
    await two.allSaved()

    await until('kari sees both', () => written(room.kari.doc).includes('første andre'))
    expect(two.rejected).toEqual([])
  })

  it('[W10] is refused when nothing comes', async () => {
    const per = await room.join()
    const doc = new Y.Doc()
    type(doc, 'første')
    const before = Y.encodeStateVector(doc)
    type(doc, 'andre')

    per.sendUpdate(Y.encodeStateAsUpdate(doc, before))
    await room.nobodyIsHarmed()
    expect(per.closeCode()).toBeNull()

    expect(await per.closed()).toBe(4400)
    expect(per.rejected).toEqual([{ count: 2, code: 'update-refused' }])
    expect(room.harness.logger.said()).toContain('a gap in the clock')
  })
})
