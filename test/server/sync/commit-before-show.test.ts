import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../shared/failure.ts'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { createHeldLog, type HeldLog } from '../../support/held-log.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, PLAN_IDS, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const docs = createDocThread({ logger: createCollectedLog() })
afterAll(() => docs.close())

describe('a log that takes its time', () => {
  let harness: SyncHarness
  let log: HeldLog
  const clients: SyncClient[] = []
  const join = async (as: string, doc?: SyncClient['doc']) => {
    const client = await connectClient(harness.url, doc ? { as, doc } : { as })
    clients.push(client)
    await client.synced()
    return client
  }
  const start = async () => {
    const memory = createMemoryUpdateLog()
    for (const planId of PLAN_IDS) memory.addPlan(planId)
    log = createHeldLog(memory)
    harness = await startSync({ log, docs })
  }
  afterEach(async () => {
    await log.letGo()
    await Promise.all(clients.splice(0).map((client) => client.close()))
    await harness.stop()
  })

  it('[W2] [W5] shows and acknowledges nothing before it is stored', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    await Promise.all([kari.allSaved(), ola.allSaved()])
    const seenByOla = ola.frames.length

    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)
    // A question that is answered at once: whatever was sent before it has arrived.
    const late = await join('gro')

    expect(ola.frames).toHaveLength(seenByOla)
    expect(kari.saved()).toBe(1)
    expect(written(late.doc)).toBe('')

    await log.release()
    await until('ola sees it', () => written(ola.doc) === 'Hei')
    await kari.allSaved()
    expect(written(late.doc)).toBe('Hei')
  })

  it('[W3] puts what comes during one commit into the next, as one', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    type(kari.doc, '1')
    await until('the commit waits', () => log.waiting() === 1)
    for (const letter of '23456') type(kari.doc, letter)
    // The server has read them all when it answers what came after them.
    const late = await join('gro')
    const seen = ola.frames.length

    await log.release()
    await until('the next commit waits', () => log.waiting() === 1)
    await log.release()
    await until('ola sees it all', () => written(ola.doc) === '123456')

    expect(ola.frames.length - seen).toBe(2)
    await kari.allSaved()
    expect(written(late.doc)).toBe('123456')
  })

  it('[W5] does not call a repetition saved before what it repeats', async () => {
    await start()
    const kari = await join('kari')
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)
    kari.socket.terminate()
    await kari.closed()

    const back = await join('kari', kari.doc)
    await until('it has answered the question', () => back.sent() === 1)
    await join('ola')
    expect(back.saved()).toBe(0)

    await log.letGo()
    await back.allSaved()
  })

  it('[L6] reads no further ahead of the log than 2 MiB', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    await kari.allSaved()

    for (let count = 0; count < 4; count++) {
      kari.doc.getMap('plan').set('much', 'x'.repeat(900_000))
    }
    kari.awareness.setLocalState({ caret: 1 })
    await until('the commit waits', () => log.waiting() === 1)
    const gro = await join('gro')
    ola.awareness.setLocalState({ caret: 2 })
    await until('gro sees ola', () => gro.awareness.getStates().has(ola.doc.clientID))
    expect(gro.awareness.getStates().has(kari.doc.clientID)).toBe(false)

    await log.letGo()
    await until('ola sees kari', () => ola.awareness.getStates().has(kari.doc.clientID))
    await kari.allSaved()
  })

  it('[W4] opens a room again only when all of the earlier one is in the log', async () => {
    await start()
    const kari = await join('kari')
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)
    harness.server.closeRoom(PLAN_ID, 'plan-busy')
    await kari.closed()

    const joining = join('ola')
    // Somebody who came later to another plan is in: ola could have been, too.
    const other = await connectClient(harness.url, { as: 'gro', planId: PLAN_IDS[1]! })
    await other.synced()
    await other.close()
    await log.letGo()

    expect(written((await joining).doc)).toBe('Hei')
  })

  it('[S1] says goodbye only when what was received is stored', async () => {
    await start()
    const kari = await join('kari')
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)

    const closing = harness.server.close()
    // Whoever comes now is answered, so a goodbye would have arrived as well.
    const late = await connectClient(harness.url, { as: 'gro' })
    expect(await late.closed()).toBe(1012)
    expect(kari.closeCode()).toBeNull()
    await log.letGo()
    await closing

    expect(await kari.closed()).toBe(1012)
    expect(kari.saved()).toBe(2)
  })

  it('[W4] sends everyone away when a commit fails, and has promised and shown nothing', async () => {
    await start()
    const [kari, ola] = [await join('kari'), await join('ola')]
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)

    log.fail(new Failure('storage-unavailable', 'disk full'))

    expect(await kari.closed()).toBe(1013)
    expect(await ola.closed()).toBe(1013)
    expect(kari.saved()).toBe(1)
    expect(written(ola.doc)).toBe('')
    expect(harness.logger.said()).toContain('disk full')

    // Back with the same text: the room does not take it for known.
    await log.letGo()
    const back = await join('kari', kari.doc)
    await back.allSaved()
    const reader = await join('ola', ola.doc)
    await until('ola sees it', () => written(reader.doc) === 'Hei')
  })

  it('[W4] fails what waited behind a failed commit as well', async () => {
    await start()
    const kari = await join('kari')
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)
    type(kari.doc, ' der')
    // The server has read it when it answers what came after it.
    await join('gro')

    log.fail(new Failure('storage-unavailable', 'disk full'))
    expect(await kari.closed()).toBe(1013)
    await log.letGo()

    expect(kari.saved()).toBe(1)
    expect(await log.head(PLAN_ID)).toBe(0)
    const back = await join('kari', kari.doc)
    await back.allSaved()
    expect(written((await join('ola')).doc)).toBe('Hei der')
    expect(harness.logger.said()).not.toContain('ALARM')
  })

  it('[W4] leaves out what waits when a room ends, and takes it from those who come back', async () => {
    await start()
    const kari = await join('kari')
    await kari.allSaved()
    type(kari.doc, 'Hei')
    await until('the commit waits', () => log.waiting() === 1)
    type(kari.doc, ' der')
    await join('gro')

    harness.server.closeRoom(PLAN_ID, 'plan-busy')
    expect(await kari.closed()).toBe(1013)
    await log.letGo()
    await join('ola')

    expect(await log.head(PLAN_ID)).toBe(1)
    const back = await join('kari', kari.doc)
    await back.allSaved()
    expect(written((await join('pia')).doc)).toBe('Hei der')
  })
})
