import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, expect, it } from 'vitest'
import { createDeviceKeeping } from '../../../client/open-plan/device-keeping.ts'
import { purgeCopies } from '../../../client/open-plan/device-copies.ts'
import { createObservable } from '../../../client/open-plan/observable.ts'
import type { StoreState } from '../../../client/open-plan/store-state.ts'
import { closeStores, storeOf } from '../../support/stored-plan.ts'

afterEach(closeStores)

/** A copy that the browser has cleared: another factory has none of it. */
async function written(isSent: boolean) {
  const { store, text } = storeOf(new IDBFactory())
  await store.load()
  text.insert(0, 'Vi')
  await store.settled()
  if (isSent) store.noteAllSaved()
  await store.settled()
}

it('a plan that was never here is not lost', async () => {
  expect((await storeOf(new IDBFactory()).store.load()).lost).toBe(null)
})

it('a copy that is gone is known, and whether unsent words went with it', async () => {
  await written(true)
  const sent = await storeOf(new IDBFactory()).store.load()
  await written(false)
  const unsent = await storeOf(new IDBFactory()).store.load()

  expect([sent.lost, unsent.lost]).toEqual(['sent', 'unsent'])
})

it('a loss is told until there is a copy again', async () => {
  await written(false)
  const databases = new IDBFactory()
  await storeOf(databases).store.load()
  const next = storeOf(databases)
  const again = await next.store.load()
  next.doc.transact(() => next.text.insert(0, 'Fra skolen'), 'remote')
  await next.store.settled()

  expect(again.lost).toBe('unsent')
  expect((await storeOf(databases).store.load()).lost).toBe(null)
  expect((await storeOf(new IDBFactory()).store.load()).lost).toBe('sent')
})

it('what a sign-out removed is not lost', async () => {
  await written(false)

  await purgeCopies('k', new IDBFactory())

  expect((await storeOf(new IDBFactory()).store.load()).lost).toBe(null)
})

it('of several troubles the gravest is told, and none when there is none', () => {
  const store = createObservable<StoreState>('stored')
  const keeping = createDeviceKeeping(store)
  const told = [keeping.trouble.get()]
  const tell = () => told.push(keeping.trouble.get())

  keeping.notePromise(false)
  tell()
  keeping.noteLost('sent')
  tell()
  keeping.noteLost('unsent')
  tell()
  store.set('full')
  tell()
  store.set('stored')
  tell()

  expect(told).toEqual([
    null,
    'may-be-cleared',
    'may-be-cleared',
    'words-lost',
    'full',
    'words-lost',
  ])
})
