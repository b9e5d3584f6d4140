/**
 * The device's own copy of an open plan: loads it, and stores every change.
 *
 * Order: load, then mount editors, then connect. What is typed before the load
 * would make later rows hang in the air. Changes are written in batches, one
 * transaction at a time; the state says at every moment whether the device has
 * everything. When the browser refuses (no room, private window, cleared data)
 * the state says so and the store tries again with the whole document.
 */
import * as Y from 'yjs'
import { createObservable, type Observable } from './observable.ts'
import { ORIGINS } from './origins.ts'
import { openPlanDatabase, type PlanDatabase, type SetAsideCopy } from './plan-database.ts'

export type StoreState = 'stored' | 'storing' | 'refused'

export interface LocalStore {
  readonly state: Observable<StoreState>
  /** Fills the document. Never rejects: a refused store is empty, and its state says so. */
  load(): Promise<LoadedCopy>
  /** The server has acknowledged everything up to now. */
  noteAllSaved(): void
  /** Keeps this document as a copy and empties the store; the document is not stored any more. */
  setAside(copy: SetAsideCopy | null): Promise<void>
  readSetAside(): Promise<readonly SetAsideCopy[]>
  dropSetAside(id: string): Promise<void>
  /** Resolves when all changes so far are stored or refused. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface LoadedCopy {
  /** Was there a copy, of this epoch, without a gap? */
  readonly isWhole: boolean
  /** Does it hold changes that may not have reached the server? */
  readonly hasUnsent: boolean
}

export interface LocalStoreOptions {
  readonly databases: IDBFactory
  readonly name: string
  readonly doc: Y.Doc
  readonly epoch: number
  /** Did a change come from the server? Others are unsent until `noteAllSaved`. */
  readonly isFromServer: (origin: unknown) => boolean
  /** Makes the copy to set aside when the stored one is of another epoch. */
  readonly copyOf: (update: Uint8Array, reason: 'epoch-changed') => SetAsideCopy
}

const RETRY_MS = 10_000
/** Rows that are read at the next opening, rather than made one at this one. */
const MANY_ROWS = 50
const NOTHING: LoadedCopy = { isWhole: false, hasUnsent: false }

export function createLocalStore(options: LocalStoreOptions): LocalStore {
  const { databases, name, doc, epoch } = options
  const window = String(doc.clientID)
  const state = createObservable<StoreState>('stored')
  let database: PlanDatabase | null = null
  let waiting: Uint8Array[] = []
  let unsent: 'set' | 'clear' | null = null
  let clearedNotes: readonly string[] = [window]
  let isLoaded = false
  let isClosed = false
  let writing: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined

  const open = async () => {
    database ??= await openPlanDatabase(databases, name, (isPurged) => {
      database = null
      if (!isClosed) refuse()
      // Signed out in another window: nothing of it is to be left on this device.
      if (isPurged) stop()
    })
    return database
  }
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === ORIGINS.store) return
    waiting.push(update)
    if (!options.isFromServer(origin)) unsent = 'set'
    writeSoon()
  }
  const writeSoon = () => {
    if (!isLoaded || isClosed || state.get() === 'refused') return
    state.set('storing')
    writing ??= writeAll().finally(() => (writing = null))
  }
  const writeAll = async () => {
    while (waiting.length > 0 || unsent !== null) {
      const batch = takeBatch()
      try {
        await (await open()).write(batch)
      } catch {
        unsent ??= batch.unsent.set.length > 0 ? 'set' : null
        return refuse()
      }
    }
    state.set('stored')
  }
  const takeBatch = () => {
    const note = unsent
    const updates = waiting
    waiting = []
    unsent = null
    return {
      epoch,
      updates,
      unsent: {
        set: note === 'set' ? [window] : [],
        clear: note === 'clear' ? clearedNotes : [],
      },
    }
  }
  const refuse = () => {
    state.set('refused')
    clearTimeout(retry)
    retry = setTimeout(tryAgain, RETRY_MS)
  }
  /** With the whole document: what was stored may be gone. */
  const tryAgain = () => {
    if (isClosed) return
    waiting = [Y.encodeStateAsUpdate(doc)]
    state.set('storing')
    writing ??= writeAll().finally(() => (writing = null))
  }
  const stop = () => {
    isClosed = true
    clearTimeout(retry)
    doc.off('update', onUpdate)
  }

  if (doc.store.clients.size > 0) waiting.push(Y.encodeStateAsUpdate(doc))
  doc.on('update', onUpdate)

  const load = async (): Promise<LoadedCopy> => {
    const opened = await open()
    const stored = await opened.read()
    if (stored.updates.length === 0) return NOTHING
    const hasUnsent = stored.unsentNotes.length > 0
    if (stored.epoch !== epoch) {
      const whole = Y.mergeUpdates([...stored.updates])
      await opened.setAside(hasUnsent ? options.copyOf(whole, 'epoch-changed') : null)
      return NOTHING
    }
    clearedNotes = [window, ...stored.unsentNotes]
    doc.transact(() => {
      for (const update of stored.updates) Y.applyUpdate(doc, update, ORIGINS.store)
    }, ORIGINS.store)
    if (stored.lastKey !== null && stored.updates.length > MANY_ROWS) {
      await opened.replaceUpTo(stored.lastKey, Y.encodeStateAsUpdate(doc))
    }
    const { pendingStructs, pendingDs } = doc.store
    return { isWhole: pendingStructs === null && pendingDs === null, hasUnsent }
  }

  return {
    state,
    async load() {
      try {
        return await load()
      } catch {
        refuse()
        return NOTHING
      } finally {
        isLoaded = true
        if (waiting.length > 0) writeSoon()
      }
    },
    noteAllSaved() {
      unsent = 'clear'
      writeSoon()
    },
    async setAside(copy) {
      stop()
      await writing
      await (await open()).setAside(copy)
    },
    readSetAside: async () => (await open()).readSetAside(),
    dropSetAside: async (id) => (await open()).dropSetAside(id),
    async settled() {
      await writing
    },
    async close() {
      doc.off('update', onUpdate)
      await writing
      stop()
      database?.close()
      database = null
    },
  }
}
