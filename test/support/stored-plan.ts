/** The device's copy of a plan, as the stores of one or more windows keep it; call `closeStores` after each test. */
import 'fake-indexeddb/auto'
import type { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { createLocalStore, type LocalStore } from '../../client/open-plan/local-store.ts'
import { openPlanDatabase } from '../../client/open-plan/plan-database.ts'

const NAME = 'samplan/k/p'
const opened: LocalStore[] = []

export async function closeStores(): Promise<void> {
  for (const store of opened.splice(0)) await store.close()
  localStorage.clear()
}

/** The store of one window, not loaded yet. */
export function storeOf(databases: IDBFactory, doc: Y.Doc = new Y.Doc(), epoch = 1) {
  const store = createLocalStore({
    databases,
    name: NAME,
    doc,
    epoch,
    restoredEpoch: null,
    mayWrite: true,
    isFromServer: (origin) => origin === 'remote',
    copyOf: (update, reason) => ({ id: 'copy', atMs: 0, reason, update }),
  })
  opened.push(store)
  return { store, doc, text: doc.getText('t') }
}

export function openDatabase(databases: IDBFactory) {
  return openPlanDatabase(databases, NAME, () => undefined)
}

/** What lies on the device. */
export async function rowsOf(databases: IDBFactory) {
  const database = await openDatabase(databases)
  const stored = await database.read()
  database.close()
  return stored
}
