/**
 * The device's database for one person and one plan, over IndexedDB: the updates,
 * notes about them, and copies that were set aside. Knows nothing of Yjs.
 *
 * One database per person and plan, so that a shared computer keeps people apart
 * and a sign-out can purge them. Every promise rejects when the browser refuses:
 * no room, a private window, site data cleared.
 */

/** A copy of a plan that could not be merged, kept for its words. */
export interface SetAsideCopy {
  readonly id: string
  /** Milliseconds since the epoch, this device's clock. */
  readonly atMs: number
  /** A FailureCode, or 'diverged'. */
  readonly reason: string
  /** The whole document as one update. */
  readonly update: Uint8Array
}

export interface StoredPlan {
  readonly updates: readonly Uint8Array[]
  /** Key of the newest of them; null when there are none. */
  readonly lastKey: number | null
  /** The plan's epoch that they belong to; null when there are none. */
  readonly epoch: number | null
  /** Whose changes may not have reached the server: one note per window. */
  readonly unsentNotes: readonly string[]
}

export interface PlanDatabase {
  read(): Promise<StoredPlan>
  /** In one transaction: adds updates, sets and clears notes of unsent changes. */
  write(batch: WriteBatch): Promise<void>
  /** Replaces all updates up to a key by one that holds them all. */
  replaceUpTo(lastKey: number, update: Uint8Array): Promise<void>
  /** In one transaction: keeps the copy, if any, and empties the plan. */
  setAside(copy: SetAsideCopy | null): Promise<void>
  readSetAside(): Promise<readonly SetAsideCopy[]>
  dropSetAside(id: string): Promise<void>
  close(): void
}

export interface WriteBatch {
  readonly epoch: number
  readonly updates: readonly Uint8Array[]
  readonly unsent: { readonly set: readonly string[]; readonly clear: readonly string[] }
}

const EPOCH = 'epoch'
const UNSENT = 'unsent/'
/** The last character there is: the end of a range of names. */
const END = '\uffff'

/** The name of a database; all of one person's begin with `databasePrefix`. */
export function databaseName(userId: string, planId: string): string {
  return `${databasePrefix(userId)}${planId}`
}

export function databasePrefix(userId: string): string {
  return `samplan/${userId}/`
}

/** @param onClosed closed by the browser, which cleared its data, or purged by a sign-out elsewhere. */
export async function openPlanDatabase(
  databases: IDBFactory,
  name: string,
  onClosed: (isPurged: boolean) => void,
): Promise<PlanDatabase> {
  const request = databases.open(name, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('updates', { autoIncrement: true })
    request.result.createObjectStore('notes')
    request.result.createObjectStore('setAside', { keyPath: 'id' })
  })
  const database = await resultOf(request)
  database.addEventListener('close', () => onClosed(false))
  database.addEventListener('versionchange', ({ newVersion }) => {
    database.close()
    onClosed(newVersion === null)
  })

  return {
    read: () => read(database),
    write: (batch) => write(database, batch),
    async replaceUpTo(lastKey, update) {
      const transaction = writing(database, ['updates'])
      const updates = transaction.objectStore('updates')
      updates.delete(IDBKeyRange.upperBound(lastKey))
      updates.add(update)
      await endOf(transaction)
    },
    async setAside(copy) {
      const transaction = writing(database, ['updates', 'notes', 'setAside'])
      if (copy) transaction.objectStore('setAside').put(copy)
      transaction.objectStore('updates').clear()
      transaction.objectStore('notes').clear()
      await endOf(transaction)
    },
    readSetAside: () =>
      resultOf<SetAsideCopy[]>(
        database.transaction('setAside').objectStore('setAside').getAll() as IDBRequest,
      ),
    async dropSetAside(id) {
      const transaction = writing(database, ['setAside'])
      transaction.objectStore('setAside').delete(id)
      await endOf(transaction)
    },
    close: () => database.close(),
  }
}

async function read(database: IDBDatabase): Promise<StoredPlan> {
  const transaction = database.transaction(['updates', 'notes'])
  const updates = transaction.objectStore('updates')
  const notes = transaction.objectStore('notes')
  // All asked at once: a transaction that waits for nothing ends.
  const [rows, keys, epoch, unsentNotes] = await Promise.all([
    resultOf<Uint8Array[]>(updates.getAll() as IDBRequest),
    resultOf(updates.getAllKeys()),
    resultOf<unknown>(notes.get(EPOCH)),
    resultOf(notes.getAllKeys(IDBKeyRange.bound(UNSENT, UNSENT + END))),
  ])
  const lastKey = keys.at(-1)
  return {
    updates: rows,
    lastKey: typeof lastKey === 'number' ? lastKey : null,
    epoch: typeof epoch === 'number' ? epoch : null,
    unsentNotes: unsentNotes.flatMap((key) =>
      typeof key === 'string' ? [key.slice(UNSENT.length)] : [],
    ),
  }
}

async function write(database: IDBDatabase, batch: WriteBatch): Promise<void> {
  const transaction = writing(database, ['updates', 'notes'])
  const notes = transaction.objectStore('notes')
  notes.put(batch.epoch, EPOCH)
  for (const update of batch.updates) transaction.objectStore('updates').add(update)
  for (const note of batch.unsent.clear) notes.delete(UNSENT + note)
  for (const note of batch.unsent.set) notes.put(true, UNSENT + note)
  await endOf(transaction)
}

/** Strict: it ends when the bytes would survive a power cut, for that is what people are told. */
function writing(database: IDBDatabase, stores: string[]): IDBTransaction {
  return database.transaction(stores, 'readwrite', { durability: 'strict' })
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(asError(request.error)))
  })
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(asError(transaction.error)))
    transaction.addEventListener('error', () => reject(asError(transaction.error)))
  })
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('IndexedDB gave up without a reason')
}
