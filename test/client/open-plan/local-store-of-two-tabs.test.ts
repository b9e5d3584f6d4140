import { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { closeStores, openDatabase, rowsOf, storeOf } from '../../support/stored-plan.ts'
import { until } from '../../support/until.ts'

afterEach(closeStores)

describe('two tabs over one device’s copy', () => {
  it('do not take away each other’s word that something is unsent', async () => {
    const databases = new IDBFactory()
    const other = storeOf(databases)
    await other.store.load()
    other.text.insert(0, 'Vi')
    await other.store.settled()
    const own = storeOf(databases)
    await own.store.load()
    other.text.insert(2, ' to')
    await other.store.settled()

    own.text.insert(0, 'Ja. ')
    await own.store.settled()
    own.store.noteAllSaved()
    await own.store.settled()

    expect((await rowsOf(databases)).unsentNotes).toHaveLength(1)
    expect((await storeOf(databases).store.load()).hasUnsent).toBe(true)
  })

  it('are both told when one empties it, and the other stores its document anew', async () => {
    const databases = new IDBFactory()
    const other = storeOf(databases)
    await other.store.load()
    other.text.insert(0, 'Vi')
    await other.store.settled()
    const own = storeOf(databases)
    await own.store.load()

    const states: string[] = []
    other.store.state.subscribe(() => states.push(other.store.state.get()))

    await own.store.setAside(null)
    await until('stored anew', () => states.includes('stored'))

    expect(states).toEqual(['storing', 'stored'])
    const again = storeOf(databases)
    expect(await again.store.load()).toEqual({ isWhole: true, hasUnsent: true, lost: null })
    expect(again.text.toJSON()).toBe('Vi')
  })

  it('never leave rows without what came before them, also when the message is late', async () => {
    const databases = new IDBFactory()
    const other = storeOf(databases)
    await other.store.load()
    other.text.insert(0, 'Vi')
    await other.store.settled()
    const database = await openDatabase(databases)
    await database.setAside(null, 1)
    database.close()

    other.text.insert(2, ' to')
    await other.store.settled()

    const again = storeOf(databases)
    expect((await again.store.load()).isWhole).toBe(true)
    expect(again.text.toJSON()).toBe('Vi to')
  })

  it('of different epochs: the later one has it, the earlier one is refused', async () => {
    const databases = new IDBFactory()
    const earlier = storeOf(databases)
    await earlier.store.load()
    earlier.text.insert(0, 'Før')
    await earlier.store.settled()
    const later = storeOf(databases, new Y.Doc(), 2)
    await later.store.load()
    later.text.insert(0, 'Etter')
    await later.store.settled()

    await until('refused', () => earlier.store.state.get() === 'refused')

    const again = storeOf(databases, new Y.Doc(), 2)
    await again.store.load()
    expect(again.text.toJSON()).toBe('Etter')
  })
})
