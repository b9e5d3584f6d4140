import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocThread, type DocThread } from '../../../server/sync/doc-thread.ts'
import { changeUpdate } from '../../../server/sync/doc-work.ts'
import { KnownIds } from '../../../server/sync/known-ids.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { type CollectedLog, createCollectedLog } from '../../support/collected-log.ts'
import { type, written } from '../../support/sync-client.ts'

describe('the doc thread', () => {
  let docs: DocThread
  let logger: CollectedLog
  const start = () => {
    logger = createCollectedLog()
    docs = createDocThread({ logger })
  }
  afterEach(() => docs.close())

  it('[D1] makes one update of many, without what was deleted', async () => {
    start()
    const { doc, updates } = history()
    const merged = Y.mergeUpdates([...updates])

    const checkpoint = await docs.checkpoint({ planId: 'p', updates })

    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, checkpoint!)
    expect(written(fresh)).toBe(written(doc))
    expect(checkpoint!.byteLength).toBeLessThan(merged.byteLength / 2)
  })

  it('[D2] makes no checkpoint of damaged updates, and raises an alarm', async () => {
    start()
    const { updates } = history()
    const damaged = [updates[0]!, Uint8Array.of(1, 1, 1), ...updates.slice(1)]

    expect(await docs.checkpoint({ planId: 'p', updates: damaged })).toBeNull()
    expect(await docs.checkpoint({ planId: 'p', updates: updates.slice(1) })).toBeNull()

    expect(logger.lines).toEqual([
      {
        level: 'error',
        facts: { planId: 'p', unreadable: [1], incomplete: false },
        message: 'ALARM: stored updates are damaged',
      },
      {
        level: 'error',
        facts: { planId: 'p', unreadable: [], incomplete: true },
        message: 'ALARM: stored updates are damaged',
      },
    ])
  })

  it('[D2] reads what can be read of damaged updates', async () => {
    start()
    const seeded = changeUpdate([], seeding, () => new Uint8Array(20)).made.bytes

    const { plan } = await docs.materialise({
      planId: 'p',
      updates: [seeded, Uint8Array.of(9, 9)],
    })

    expect(plan.title).toBe('Plan')
    expect(logger.said()).toContain('ALARM')
  })

  it('[D2] raises an alarm for ids that refer to what is missing, or stand behind a gap', async () => {
    start()
    const one = new Y.Doc()
    type(one, 'Hei')
    const first = Y.encodeStateAsUpdate(one)
    const two = new Y.Doc()
    Y.applyUpdate(two, first)
    const before = Y.encodeStateVector(two)
    type(two, ' der')
    const second = Y.encodeStateAsUpdate(two, before)

    await docs.outline({ planId: 'whole', updates: [second, first] }, [])
    await docs.outline({ planId: 'without-first', updates: [second] }, [])

    expect(logger.lines.map(({ facts }) => facts)).toEqual([
      { planId: 'without-first', unreadable: [], incomplete: true },
    ])
  })

  it('[D2] tells what somebody lacks, and makes changes, around damage, with an alarm', async () => {
    start()
    const seeded = changeUpdate([], seeding, () => new Uint8Array(20)).made.bytes
    const damaged = { planId: 'p', updates: [Uint8Array.of(1, 1, 1), seeded] }

    const doc = new Y.Doc()
    Y.applyUpdate(doc, await docs.difference(damaged, Y.encodeStateVector(doc)))
    const change = docs.change(damaged, seeding)

    expect(doc.getMap('plan').get('title')).toBe('Plan')
    await expect(change).rejects.toMatchObject({ code: 'server-error' })
    await docs.change({ planId: 'q', updates: [Uint8Array.of(1, 1, 1)] }, seeding)
    const alarms = logger.lines.filter(({ message }) => message.startsWith('ALARM'))
    expect(alarms.map(({ facts }) => facts)).toEqual([
      { planId: 'p', unreadable: [0], incomplete: false },
      { planId: 'q', unreadable: [0], incomplete: false },
    ])
  })

  it('knows the ids that a document knows', async () => {
    start()
    const { doc, updates } = history()

    const known = new KnownIds((await docs.outline({ planId: 'p', updates }, [])).outline)

    expect(Y.decodeStateVector(known.encodeStateVector())).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(doc)),
    )
  })

  it('gives the same hash for the same content, however it came to be', async () => {
    start()
    const seeded = changeUpdate([], seeding, () => new Uint8Array(20)).made.bytes
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seeded)
    const before = Y.encodeStateVector(doc)
    type(doc, 'Hei der')
    const inOne = Y.encodeStateAsUpdate(doc, before)
    const other = new Y.Doc()
    Y.applyUpdate(other, seeded)
    for (const letter of 'Hei der') type(other, letter)

    const one = await docs.materialise({ planId: 'p', updates: [seeded, inOne] })
    const two = await docs.materialise({ planId: 'p', updates: [Y.encodeStateAsUpdate(other)] })

    expect(two.contentHash).toBe(one.contentHash)
    expect((await docs.materialise({ planId: 'p', updates: [seeded] })).contentHash).not.toBe(
      one.contentHash,
    )
  })

  it('refuses to seed what is a plan already', async () => {
    start()
    const seeded = await docs.change({ planId: 'p', updates: [] }, seeding)

    const again = docs.change({ planId: 'p', updates: [seeded.bytes] }, seeding)

    await expect(again).rejects.toMatchObject({ code: 'server-error' })
  })

  it('fails what it was asked when it is closed', async () => {
    start()
    const asked = docs.checkpoint({ planId: 'p', updates: [] })

    await docs.close()

    await expect(asked).rejects.toMatchObject({ code: 'server-error' })
    await expect(docs.checkpoint({ planId: 'p', updates: [] })).rejects.toMatchObject({
      code: 'server-error',
    })
  })
})

const seeding = {
  kind: 'seed' as const,
  templateId: CURRENT_TEMPLATE.id,
  templateVersion: CURRENT_TEMPLATE.version,
  seed: {
    title: 'Plan',
    language: 'nb' as const,
    periodStart: null,
    periodEnd: null,
    content: NO_CONTENT,
  },
}

function history(): { readonly doc: Y.Doc; readonly updates: readonly Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  type(doc, 'Hei ')
  for (let round = 0; round < 30; round++) {
    type(doc, `utkast ${round} som ingen skal se`)
    const paragraph = doc.getXmlFragment('text:leadership.today').get(0) as Y.XmlElement
    const words = paragraph.get(0) as Y.XmlText
    words.delete(4, words.length - 4)
  }
  type(doc, 'der')
  return { doc, updates }
}
