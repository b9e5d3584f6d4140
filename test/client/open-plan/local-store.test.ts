import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import * as Y from 'yjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeStores, openDatabase, rowsOf, storeOf } from '../../support/stored-plan.ts'
import { until } from '../../support/until.ts'

/** Every connection that is open now throws; one that is opened later works. */
function killConnections(databases: IDBFactory): void {
  const dead = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('lost', 'UnknownError')
  })
  const open = databases.open.bind(databases)
  vi.spyOn(databases, 'open').mockImplementation((...named) => {
    dead.mockRestore()
    return open(...named)
  })
}

afterEach(async () => {
  vi.restoreAllMocks()
  await closeStores()
})

describe('a device’s copy', () => {
  it('holds what was written, and what came from the server', async () => {
    const databases = new IDBFactory()
    const first = storeOf(databases)
    await first.store.load()
    first.text.insert(0, 'Vi')
    first.doc.transact(() => first.text.insert(2, ' to'), 'remote')
    await first.store.settled()

    const second = storeOf(databases)
    const copy = await second.store.load()

    expect(second.text.toJSON()).toBe('Vi to')
    expect(copy).toEqual({ isWhole: true, hasUnsent: true, lost: null })
  })

  it('remembers that everything has reached the server, also for an earlier window', async () => {
    const databases = new IDBFactory()
    const first = storeOf(databases)
    await first.store.load()
    first.text.insert(0, 'Vi')
    await first.store.settled()
    const second = storeOf(databases)
    await second.store.load()

    second.store.noteAllSaved()
    await second.store.settled()

    expect((await storeOf(databases).store.load()).hasUnsent).toBe(false)
  })

  it('stores what was in the document before the load', async () => {
    const databases = new IDBFactory()
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'Tidlig')
    const { store } = storeOf(databases, doc)
    doc.getText('t').insert(6, ' ute')

    await store.load()
    await store.settled()

    const again = storeOf(databases)
    await again.store.load()
    expect(again.text.toJSON()).toBe('Tidlig ute')
  })

  it('does not store again what it has just loaded', async () => {
    const databases = new IDBFactory()
    const first = storeOf(databases)
    await first.store.load()
    first.text.insert(0, 'Vi')
    await first.store.settled()

    const second = storeOf(databases)
    await second.store.load()
    await second.store.settled()

    expect((await rowsOf(databases)).updates).toHaveLength(1)
  })

  it('makes many rows one at opening, and keeps what another tab adds meanwhile', async () => {
    const databases = new IDBFactory()
    const first = storeOf(databases)
    await first.store.load()
    for (let index = 0; index < 60; index++) {
      first.text.insert(index, 'x')
      await first.store.settled()
    }

    const second = storeOf(databases)
    const loading = second.store.load()
    first.text.insert(60, 'y')
    await loading
    await first.store.settled()

    const third = storeOf(databases)
    await third.store.load()
    expect(third.text.toJSON()).toBe(`${'x'.repeat(60)}y`)
    expect((await rowsOf(databases)).updates.length).toBeLessThan(5)
  })

  it('says that it is not whole when a row lacks what came before it', async () => {
    const databases = new IDBFactory()
    const source = new Y.Doc()
    const updates: Uint8Array[] = []
    source.on('update', (update: Uint8Array) => updates.push(update))
    source.getText('t').insert(0, 'a')
    source.getText('t').insert(1, 'b')
    const database = await openDatabase(databases)
    const unsent = { set: [], clear: [] }
    await database.write({
      epoch: 1,
      generation: null,
      hasOwn: false,
      updates: [updates[1]!],
      unsent,
    })
    database.close()

    expect((await storeOf(databases).store.load()).isWhole).toBe(false)
  })

  it('of another epoch is set aside if it was unsent, and forgotten if not', async () => {
    const databases = new IDBFactory()
    const first = storeOf(databases)
    await first.store.load()
    first.text.insert(0, 'Vi')
    await first.store.settled()

    const later = storeOf(databases, new Y.Doc(), 2)
    const copy = await later.store.load()
    const aside = await later.store.readSetAside()

    expect(copy.isWhole).toBe(false)
    expect(later.text.toJSON()).toBe('')
    expect(aside).toMatchObject([{ reason: 'epoch-changed' }])
    await later.store.dropSetAside('copy')
    expect(await later.store.readSetAside()).toEqual([])
  })
})

describe('a browser that refuses', () => {
  it('is said so, and everything is stored when it takes it again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const databases = new IDBFactory()
    const { store, text } = storeOf(databases)
    await store.load()
    const refusal = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    text.insert(0, 'Vi')
    await store.settled()
    const refused = store.state.get()
    text.insert(2, ' to')

    refusal.mockRestore()
    vi.runOnlyPendingTimers()
    vi.useRealTimers()
    await store.settled()

    expect(refused).toBe('full')
    expect(store.state.get()).toBe('stored')
    const again = storeOf(databases)
    await again.store.load()
    expect(again.text.toJSON()).toBe('Vi to')
  })

  it('stays refused while it is tried again, and takes a new connection for a dead one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const databases = new IDBFactory()
    const { store, text } = storeOf(databases)
    await store.load()
    killConnections(databases)
    text.insert(0, 'Vi')
    await store.settled()
    const states: string[] = []
    store.state.subscribe(() => states.push(store.state.get()))

    vi.runOnlyPendingTimers()
    vi.useRealTimers()
    await store.settled()

    expect(states).toEqual(['stored'])
  })

  it('is said so when another window purges the copy', async () => {
    const databases = new IDBFactory()
    const { store, text } = storeOf(databases)
    await store.load()
    text.insert(0, 'Vi')
    await store.settled()

    databases.deleteDatabase('samplan/k/p')

    await until('refused', () => store.state.get() === 'refused')
  })

  it('is given nothing any more after a purge, not even a copy to set aside', async () => {
    const databases = new IDBFactory()
    const { store, text } = storeOf(databases)
    await store.load()
    text.insert(0, 'Vi')
    await store.settled()
    databases.deleteDatabase('samplan/k/p')
    await until('refused', () => store.state.get() === 'refused')
    await until('purged', async () => (await databases.databases()).length === 0)

    const copy = { id: 'copy', atMs: 0, reason: 'diverged', update: new Uint8Array() }
    await expect(store.setAside(copy)).rejects.toThrow()
    await expect(store.readSetAside()).rejects.toThrow()
    await expect(store.dropSetAside('copy')).rejects.toThrow()

    expect(await databases.databases()).toEqual([])
  })
})
