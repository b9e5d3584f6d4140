/**
 * The device's database for one person and one plan, over IndexedDB: the updates,
 * notes about them, and copies that were set aside. Knows nothing of Yjs.
 *
 * One database per person and plan, so that a shared computer keeps people apart and a sign-out
 * can purge them. Every promise rejects when the browser refuses: no room, a private window.
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
  /** Were its words put back into the plan? Once is enough. */
  readonly isPutBack?: boolean
}

export interface StoredPlan {
  readonly updates: readonly Uint8Array[]
  /** Key of the newest of them; null when there are none. */
  readonly lastKey: number | null
  /** The plan's epoch that they belong to; null when there are none. */
  readonly epoch: number | null
  /** Whose changes may not have reached the server: one note per window. */
  readonly unsentNotes: readonly UnsentNote[]
  /** Was any of it written on this device? */
  readonly hasOwn: boolean
  /** How often the plan was emptied: rows of an earlier generation are gone. */
  readonly generation: number
}

/** A window's word that it has changes which the server has not acknowledged. */
export interface UnsentNote {
  readonly window: string
  /** Another each time the window sets its note: who read an older one does not know of it. */
  readonly token: number
}

export interface PlanDatabase {
  read(): Promise<StoredPlan>
  /**
   * In one transaction: adds updates, sets and clears notes of unsent changes. Rejects when the
   * device holds a later epoch of the plan.
   *
   * @returns the generation written in; null, and nothing is written, when the batch follows one
   * that was emptied.
   */
  write(batch: WriteBatch): Promise<number | null>
  /** Replaces all updates that were read by one that holds them all, unless they are gone. */
  replace(read: StoredPlan, update: Uint8Array): Promise<void>
  /** In one transaction: keeps the copy, if any, and empties the plan for one of this epoch. */
  setAside(copy: SetAsideCopy | null, epoch: number): Promise<void>
  readSetAside(): Promise<readonly SetAsideCopy[]>
  /** Writes what is known of a copy anew. */
  keepSetAside(copy: SetAsideCopy): Promise<void>
  dropSetAside(id: string): Promise<void>
  close(): void
}

export interface WriteBatch {
  readonly epoch: number
  /** Where the rows before these updates are; null when the updates are the whole document. */
  readonly generation: number | null
  readonly updates: readonly Uint8Array[]
  /** Has this window written? */
  readonly hasOwn: boolean
  /** `clear`: those whose token is still the one given. */
  readonly unsent: {
    readonly set: readonly UnsentNote[]
    readonly clear: readonly UnsentNote[]
  }
}

const EPOCH = 'epoch'
const GENERATION = 'generation'
const UNSENT = 'unsent/'
const OWN = 'own'
/** The last character there is: the end of a range of names. */
const END = '\uffff'

/** The name of a database; all of one person's begin with `databasePrefix`. */
export function databaseName(userId: string, planId: string): string {
  return `${databasePrefix(userId)}${planId}`
}

export function databasePrefix(userId: string): string {
  return `samplan/${userId}/`
}

/**
 * @param databases undefined: this browser has none.
 * @param onClosed closed by the browser, which cleared its data, or purged by a sign-out elsewhere.
 */
export async function openPlanDatabase(
  databases: IDBFactory | undefined,
  name: string,
  onClosed: (isPurged: boolean) => void,
): Promise<PlanDatabase> {
  if (!databases) throw new Error('this browser has no IndexedDB')
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
    replace: (stored, update) => replace(database, stored, update),
    setAside: (copy, epoch) => setAside(database, copy, epoch),
    readSetAside: () =>
      resultOf<SetAsideCopy[]>(
        database.transaction('setAside').objectStore('setAside').getAll() as IDBRequest,
      ),
    keepSetAside: (copy) => changeSetAside(database, (copies) => copies.put(copy)),
    dropSetAside: (id) => changeSetAside(database, (copies) => copies.delete(id)),
    close: () => database.close(),
  }
}

async function read(database: IDBDatabase): Promise<StoredPlan> {
  const transaction = database.transaction(['updates', 'notes'])
  const updates = transaction.objectStore('updates')
  const notes = transaction.objectStore('notes')
  const ofUnsent = IDBKeyRange.bound(UNSENT, UNSENT + END)
  // All asked at once: a transaction that waits for nothing ends.
  const [rows, keys, where, windows, tokens, own] = await Promise.all([
    resultOf<Uint8Array[]>(updates.getAll() as IDBRequest),
    resultOf(updates.getAllKeys()),
    readWhere(notes),
    resultOf(notes.getAllKeys(ofUnsent)),
    resultOf<unknown[]>(notes.getAll(ofUnsent)),
    resultOf(notes.count(OWN)),
  ])
  const lastKey = keys.at(-1)
  return {
    updates: rows,
    lastKey: typeof lastKey === 'number' ? lastKey : null,
    unsentNotes: windows.flatMap((key, index) =>
      typeof key === 'string'
        ? [{ window: key.slice(UNSENT.length), token: Number(tokens[index]) }]
        : [],
    ),
    hasOwn: own > 0,
    ...where,
  }
}

async function write(database: IDBDatabase, batch: WriteBatch): Promise<number | null> {
  const transaction = writing(database, ['updates', 'notes'])
  const notes = transaction.objectStore('notes')
  const { epoch, generation } = await readWhere(notes)
  if (epoch !== null && epoch > batch.epoch) throw new Error('the device holds a later epoch')
  if (batch.generation !== null && batch.generation !== generation) return null

  notes.put(batch.epoch, EPOCH)
  for (const update of batch.updates) transaction.objectStore('updates').add(update)
  for (const { window, token } of batch.unsent.set) notes.put(token, UNSENT + window)
  if (batch.hasOwn) notes.put(true, OWN)
  for (const { window, token } of batch.unsent.clear) {
    const request = notes.get(UNSENT + window)
    request.addEventListener('success', () => {
      if (request.result === token) notes.delete(UNSENT + window)
    })
  }
  await endOf(transaction)
  return generation
}

async function replace(
  database: IDBDatabase,
  { lastKey, generation }: StoredPlan,
  update: Uint8Array,
): Promise<void> {
  const transaction = writing(database, ['updates', 'notes'])
  const now = await readWhere(transaction.objectStore('notes'))
  if (lastKey === null || now.generation !== generation) return
  transaction.objectStore('updates').delete(IDBKeyRange.upperBound(lastKey))
  transaction.objectStore('updates').add(update)
  await endOf(transaction)
}

async function setAside(
  database: IDBDatabase,
  copy: SetAsideCopy | null,
  epoch: number,
): Promise<void> {
  const transaction = writing(database, ['updates', 'notes', 'setAside'])
  const notes = transaction.objectStore('notes')
  const before = await readWhere(notes)
  if (copy) transaction.objectStore('setAside').put(copy)
  transaction.objectStore('updates').clear()
  notes.clear()
  notes.put(Math.max(epoch, before.epoch ?? epoch), EPOCH)
  notes.put(before.generation + 1, GENERATION)
  await endOf(transaction)
}

async function changeSetAside(
  database: IDBDatabase,
  change: (copies: IDBObjectStore) => void,
): Promise<void> {
  const transaction = writing(database, ['setAside'])
  change(transaction.objectStore('setAside'))
  await endOf(transaction)
}

/** Which epoch and which generation the rows are of. */
async function readWhere(notes: IDBObjectStore): Promise<Pick<StoredPlan, 'epoch' | 'generation'>> {
  const [epoch, generation] = await Promise.all([
    resultOf<unknown>(notes.get(EPOCH)),
    resultOf<unknown>(notes.get(GENERATION)),
  ])
  return {
    epoch: typeof epoch === 'number' ? epoch : null,
    generation: typeof generation === 'number' ? generation : 0,
  }
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
  })
}

const asError = (error: DOMException | null) => error ?? new Error('IndexedDB gave up')
