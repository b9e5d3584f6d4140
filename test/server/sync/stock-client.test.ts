import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import type { UpdateLog } from '../../../server/sync/update-log.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { freePort } from '../../support/program.ts'
import { isHalfApplied, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, seed, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

/** The provider of y-websocket 3.1, unchanged, as any program would use it. */
describe('a stock y-websocket client', () => {
  const docs = createDocThread({ logger: createCollectedLog() })
  const providers: WebsocketProvider[] = []
  let harness: SyncHarness
  let log: UpdateLog

  const start = async (port = 0) => {
    harness = await startSync({ log, docs, port })
  }
  const firstStart = async (port = 0) => {
    const memory = createMemoryUpdateLog()
    memory.addPlan(PLAN_ID)
    log = memory
    await start(port)
    await seed(harness.server)
  }
  const join = (as: string, doc = new Y.Doc()) => {
    const provider = new WebsocketProvider(`${harness.url}/sync`, PLAN_ID, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      params: { as },
      disableBc: true,
      maxBackoffTime: 200,
    })
    providers.push(provider)
    return provider
  }

  afterEach(async () => {
    for (const provider of providers.splice(0)) provider.destroy()
    await harness.stop()
  })
  afterAll(() => docs.close())

  it('writes together with another one', async () => {
    await firstStart()
    const [kari, ola] = [join('kari'), join('ola')]
    await Promise.all([synced(kari), synced(ola)])

    type(kari.doc, 'Hei ')
    await until('ola sees it', () => written(ola.doc) === 'Hei ')
    type(ola.doc, 'der')

    await until('kari sees it', () => written(kari.doc) === 'Hei der')
    expect((await log.read(PLAN_ID, 0)).length).toBe(3)
  })

  it('is synced only when it has the whole plan', async () => {
    await firstStart()
    const kari = join('kari')
    await synced(kari)
    type(kari.doc, 'Hei')
    await until('it is stored', async () => (await log.head(PLAN_ID)) === 2)

    const ola = join('ola')
    let seenAtSync = ''
    ola.once('sync', () => (seenAtSync = written(ola.doc)))
    await synced(ola)

    expect(seenAtSync).toBe('Hei')
  })

  it('[A1] sees who is there, by the name that the server knows', async () => {
    await firstStart()
    const [kari, ola] = [join('kari'), join('ola')]
    await Promise.all([synced(kari), synced(ola)])

    kari.awareness.setLocalState({ user: { name: 'Rektor' }, at: { sectionId: 'pupils' } })

    await until('ola sees kari', () => ola.awareness.getStates().has(kari.doc.clientID))
    expect(ola.awareness.getStates().get(kari.doc.clientID)).toEqual({
      at: { sectionId: 'pupils' },
      user: {
        name: 'kari',
        colour: 1,
        role: 'teacher',
        memberId: 'member-kari',
        userId: 'user-kari',
      },
    })

    kari.destroy()
    await until('kari has gone', () => !ola.awareness.getStates().has(kari.doc.clientID))
  })

  it('comes back after the server was restarted, with what was written meanwhile', async () => {
    const port = await freePort()
    await firstStart(port)
    const [kari, ola] = [join('kari'), join('ola')]
    await Promise.all([synced(kari), synced(ola)])
    type(kari.doc, 'før ')
    await until('ola sees it', () => written(ola.doc) === 'før ')

    await harness.stop()
    await until('both know', () => !kari.wsconnected && !ola.wsconnected)
    type(kari.doc, 'nede')
    await start(port)

    await until('ola sees it', () => written(ola.doc) === 'før nede')
    expect([kari, ola].map(({ doc }) => isHalfApplied(doc))).toEqual([false, false])
  })

  it('[W10] types on while it comes back, before it is asked for what it wrote offline', async () => {
    await firstStart()
    const [kari, ola] = [join('kari'), join('ola')]
    await Promise.all([synced(kari), synced(ola)])
    kari.disconnect()
    type(kari.doc, 'på hytta')

    kari.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') type(kari.doc, ' og hjemme')
    })
    kari.connect()

    await until('ola sees it all', () => written(ola.doc) === 'på hytta og hjemme')
    expect(kari.wsconnected).toBe(true)
  })

  it('stops for good when it may not come in', async () => {
    await firstStart()
    const kari = join('kari')
    kari.params = { refuse: 'access-denied' }
    kari.disconnect()
    const closed = new Promise<{ code: number }>((resolve) => kari.once('closed', resolve))
    kari.connect()

    expect((await closed).code).toBe(4403)
    expect(kari.shouldConnect).toBe(false)
  })

  it('[R1] goes on reading when it writes without the right to, and nobody sees it', async () => {
    await firstStart()
    const [guest, kari] = [join('gro:guest'), join('kari')]
    await Promise.all([synced(guest), synced(kari)])

    type(guest.doc, 'fra gjesten')
    type(guest.doc, ' igjen')
    type(kari.doc, 'fra kari')

    await until('the guest sees kari', () => written(guest.doc).includes('fra kari'))
    const fresh = join('ola')
    await synced(fresh)
    expect(written(kari.doc)).toBe('fra kari')
    expect(written(fresh.doc)).toBe('fra kari')
    expect(harness.logger.said()).toContain('a write was dropped')
  })
})

function synced(provider: WebsocketProvider): Promise<void> {
  return until('synced', () => provider.synced)
}
