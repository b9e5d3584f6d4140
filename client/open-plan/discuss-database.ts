/**
 * What this device keeps of what is said about plans: the threads as they were last read,
 * and words that wait to be sent. One database for a person and all their plans, under
 * their prefix, so that a sign-out asks about it and purges it like the plans themselves.
 *
 * Knows nothing of what it keeps but the plan it belongs to. Every promise rejects when
 * the browser refuses.
 */
import { databasePrefix } from './plan-database.ts'

/** Something that waits to be sent. */
export interface WaitingWords {
  readonly id: string
  readonly planId: string
}

export interface DiscussDatabase<Words extends WaitingWords> {
  /** null: nothing was kept of this plan. */
  readList(planId: string): Promise<unknown>
  keepList(planId: string, list: unknown): Promise<void>
  /** Of all plans: on a computer that others use nothing that was read is to stay. */
  dropLists(): Promise<void>
  /** Of one plan; null: of all. */
  readWaiting(planId: string | null): Promise<readonly Words[]>
  keepWaiting(words: Words): Promise<void>
  dropWaiting(id: string): Promise<void>
  close(): void
}

export function discussDatabaseName(userId: string): string {
  return `${databasePrefix(userId)}discuss`
}

/** @param databases undefined: this browser has none. */
export async function openDiscussDatabase<Words extends WaitingWords>(
  userId: string,
  databases: IDBFactory | undefined,
): Promise<DiscussDatabase<Words>> {
  if (!databases) throw new Error('this browser has no IndexedDB')
  const request = databases.open(discussDatabaseName(userId), 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('lists')
    request.result.createObjectStore('waiting', { keyPath: 'id' })
  })
  const database = await resultOf(request)
  // A sign-out in another window purges it.
  database.addEventListener('versionchange', () => database.close())

  const write = async (store: string, change: (store: IDBObjectStore) => void) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' })
    change(transaction.objectStore(store))
    await endOf(transaction)
  }
  return {
    readList: async (planId) =>
      (await resultOf<unknown>(database.transaction('lists').objectStore('lists').get(planId))) ??
      null,
    keepList: (planId, list) => write('lists', (store) => store.put(list, planId)),
    dropLists: () => write('lists', (store) => store.clear()),
    async readWaiting(planId) {
      const all = await resultOf<Words[]>(
        database.transaction('waiting').objectStore('waiting').getAll() as IDBRequest,
      )
      return all.filter((words) => planId === null || words.planId === planId)
    },
    keepWaiting: (words) => write('waiting', (store) => store.put(words)),
    dropWaiting: (id) => write('waiting', (store) => store.delete(id)),
    close: () => database.close(),
  }
}

/** The plans about which something waits to be sent. Empty when nothing was ever kept. */
export async function plansWithWaitingWords(
  userId: string,
  databases: IDBFactory,
): Promise<readonly string[]> {
  const all = await databases.databases()
  if (!all.some(({ name }) => name === discussDatabaseName(userId))) return []
  const database = await openDiscussDatabase(userId, databases)
  try {
    const waiting = await database.readWaiting(null)
    return [...new Set(waiting.map(({ planId }) => planId))]
  } finally {
    database.close()
  }
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not kept')))
  })
}
