/**
 * The device's own copy of an open plan: loads it, and stores every change.
 *
 * Order: load, then mount editors, then connect. What is typed before the load
 * would make later rows hang in the air. Changes are written in batches, one
 * transaction at a time; the state says at every moment whether the device has
 * everything. When the browser refuses (no room, private window, cleared data)
 * the state says so until the whole document, which is tried again and again, is stored.
 * So it is when another tab has emptied the device's copy, to set its own document aside.
 * After a sign-out has purged the copy nothing is written any more.
 */
import * as Y from 'yjs'
import { withKeptNotes } from './kept-notes.ts'
import { createObservable, type Observable } from './observable.ts'
import { ORIGINS } from './origins.ts'
import {
  openPlanDatabase,
  type SetAsideCopy,
  type UnsentNote,
  type WriteBatch,
} from './plan-database.ts'
import { isRefusal, type LoadedCopy, NOTHING, refusalOf, type StoreState } from './store-state.ts'

export interface LocalStore {
  readonly state: Observable<StoreState>
  /** Fills the document. Never rejects: a refused store is empty, and its state says so. */
  load(): Promise<LoadedCopy>
  /** The server has acknowledged everything up to now. */
  noteAllSaved(): void
  /**
   * Keeps this document as a copy and empties the store; the document is not stored any more.
   * The stores of other tabs write theirs anew. Rejects after a purge.
   */
  setAside(copy: SetAsideCopy | null): Promise<void>
  readSetAside(): Promise<readonly SetAsideCopy[]>
  keepSetAside(copy: SetAsideCopy): Promise<void>
  dropSetAside(id: string): Promise<void>
  /** When all changes so far are stored or refused. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface LocalStoreOptions {
  readonly databases: IDBFactory | undefined
  readonly name: string
  readonly doc: Y.Doc
  readonly epoch: number
  /** Of PlanEntry. */
  readonly restoredEpoch: number | null
  /** One who may not, and never wrote here, has lost nothing by a restore. */
  readonly mayWrite: boolean
  /** Did a change come from the server? Others are unsent until `noteAllSaved`. */
  readonly isFromServer: (origin: unknown) => boolean
  /** Makes the copy to set aside when the stored one is of another epoch. */
  readonly copyOf: (update: Uint8Array, reason: 'epoch-changed') => SetAsideCopy
}

const RETRY_MS = 10_000
/** Rows that are read at the next opening, rather than made one at this one. */
const MANY_ROWS = 50

export function createLocalStore(options: LocalStoreOptions): LocalStore {
  const { databases, name, doc, epoch, mayWrite } = options
  const state = createObservable<StoreState>('stored')
  const emptied = new BroadcastChannel(`${name}/emptied`)
  let database: ReturnType<typeof withKeptNotes> | null = null
  let waiting: Uint8Array[] = []
  /** Where the rows before the next ones are; null: the next write is the whole document. */
  let generation: number | null = null
  let noteChange: 'set' | 'clear' | null = null
  let [hasUnsent, hasOwn] = [false, false]
  let ownNote: UnsentNote = { window: String(doc.clientID), token: 0 }
  /** What earlier windows left, and this one has taken over. */
  let foundNotes: readonly UnsentNote[] = []
  let isLoaded = false
  /** Another tab emptied the device's copy while this one was reading it. */
  let isEmptiedEarly = false
  let isClosed = false
  let isPurged = false
  let writing: Promise<void> | null = null
  let emptying: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  const open = async () => {
    if (isPurged) throw new Error('signed out: nothing is to be left on this device')
    if (database) return database
    const onClosed = (wasPurged: boolean) => {
      database = null
      if (wasPurged) end()
      if (wasPurged || !isClosed) refuse()
    }
    database = withKeptNotes(name, await openPlanDatabase(databases, name, onClosed))
    return database
  }
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === ORIGINS.store) return
    waiting.push(update)
    if (!options.isFromServer(origin)) {
      noteChange = 'set'
      hasUnsent = hasOwn = true
    }
    writeSoon()
  }
  const writeSoon = () => {
    if (!isLoaded || isClosed || isRefusal(state.get())) return
    state.set('storing')
    writing ??= writeAll().finally(() => (writing = null))
  }
  const writeAll = async () => {
    while (waiting.length > 0 || noteChange !== null) {
      const batch = takeBatch()
      try {
        const written = await (await open()).write(batch)
        if (written === null) takeWhole()
        else generation = written
      } catch (error) {
        noteChange ??= batch.unsent.set.length > 0 ? 'set' : null
        return refuse(error)
      }
    }
    state.set('stored')
  }
  const takeBatch = (): WriteBatch => {
    const change = noteChange
    const updates = waiting
    waiting = []
    noteChange = null
    if (change === 'set') ownNote = { ...ownNote, token: ownNote.token + 1 }
    return {
      epoch,
      generation,
      updates,
      hasOwn,
      unsent: {
        set: change === 'set' ? [ownNote] : [],
        clear: change === 'clear' ? [ownNote, ...foundNotes] : [],
      },
    }
  }
  /** What was stored may be gone. */
  const takeWhole = () => {
    waiting = [Y.encodeStateAsUpdate(doc)]
    generation = null
    if (hasUnsent) noteChange = 'set'
  }
  const refuse = (error?: unknown) => {
    state.set(refusalOf(error))
    // It may be dead without a word, as Safari's are after a while in the background.
    database?.close()
    database = null
    clearTimeout(retry)
    if (!isClosed) retry = setTimeout(tryAgain, RETRY_MS)
  }
  const tryAgain = () => {
    if (isClosed) return
    takeWhole()
    // Still refused until it is done: what comes and goes every ten seconds helps nobody.
    writing ??= writeAll().finally(() => (writing = null))
  }
  const stop = () => {
    isClosed = true
    clearTimeout(retry)
    doc.off('update', onUpdate)
  }
  const end = () => {
    isPurged = true
    stop()
    emptied.close()
  }

  if (doc.store.clients.size > 0) waiting.push(Y.encodeStateAsUpdate(doc))
  doc.on('update', onUpdate)
  emptied.addEventListener('message', () => {
    if (isClosed || isRefusal(state.get())) return
    if (!isLoaded) {
      isEmptiedEarly = true
      return
    }
    takeWhole()
    writeSoon()
  })

  /** Sets aside what is stored, or this document; what comes next begins anew. */
  const empty = async (copy: SetAsideCopy | null) => {
    await (await open()).setAside(copy, epoch)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    emptied.postMessage(null)
  }
  const load = async (): Promise<LoadedCopy> => {
    const opened = await open()
    const stored = await opened.read()
    if (stored.epoch === null) return { ...NOTHING, lost: opened.lost() }
    if (stored.updates.length === 0) return NOTHING
    hasUnsent = stored.unsentNotes.length > 0
    if (stored.epoch !== epoch) {
      const whole = Y.mergeUpdates([...stored.updates])
      const mayBeLost = (options.restoredEpoch ?? 0) > stored.epoch && (mayWrite || stored.hasOwn)
      await empty(hasUnsent || mayBeLost ? options.copyOf(whole, 'epoch-changed') : null)
      hasUnsent = false
      return NOTHING
    }
    generation = stored.generation
    foundNotes = stored.unsentNotes
    doc.transact(() => {
      for (const update of stored.updates) Y.applyUpdate(doc, update, ORIGINS.store)
    }, ORIGINS.store)
    if (stored.updates.length > MANY_ROWS) {
      await opened.replace(stored, Y.encodeStateAsUpdate(doc))
    }
    const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null
    return { isWhole, hasUnsent, lost: null }
  }

  return {
    state,
    async load() {
      try {
        return await load()
      } catch (error) {
        refuse(error)
        return NOTHING
      } finally {
        isLoaded = true
        if (isEmptiedEarly && doc.store.clients.size > 0) takeWhole()
        if (waiting.length > 0) writeSoon()
      }
    },
    noteAllSaved() {
      noteChange = 'clear'
      hasUnsent = false
      writeSoon()
    },
    setAside(copy) {
      stop()
      return (emptying = Promise.resolve(writing).then(() => empty(copy)))
    },
    readSetAside: async () => (await open()).readSetAside(),
    keepSetAside: async (copy) => (await open()).keepSetAside(copy),
    dropSetAside: async (id) => (await open()).dropSetAside(id),
    settled: async () => void (await writing),
    async close() {
      doc.off('update', onUpdate)
      await writing
      await emptying?.catch(() => undefined)
      stop()
      emptied.close()
      database?.close()
      database = null
    },
  }
}
