/**
 * All copies of plans that this device keeps for one person: what the start page lists
 * without connection, and what a sign-out asks about, warns of and purges. A
 * forced sign-out purges nothing.
 */
import { discussDatabaseName, plansWithWaitingWords } from './discuss-database.ts'
import { forgetKept } from './kept-notes.ts'
import {
  databaseName,
  databasePrefix,
  openPlanDatabase,
  type SetAsideCopy,
} from './plan-database.ts'
import { plansWithWordsInWindow } from './words-in-window.ts'

/** One plan as this device keeps it. */
export interface DeviceCopy {
  readonly planId: string
  /** The plan's updates; none: the device cannot show it. */
  readonly updates: readonly Uint8Array[]
  /** Are there changes that the school may not have? */
  readonly hasUnsent: boolean
  readonly setAside: readonly SetAsideCopy[]
}

/** Everything that this device keeps for a person. */
interface KeptPlans {
  readonly copies: readonly DeviceCopy[]
  /** Plans whose database does not open or cannot be read: what is in it is still there. */
  readonly unreadable: readonly string[]
}

/** One that cannot be read hides no other. Rejects when the browser does not tell what there is. */
export async function readDeviceCopies(
  userId: string,
  databases: IDBFactory = indexedDB,
): Promise<KeptPlans> {
  const copies: DeviceCopy[] = []
  const unreadable: string[] = []
  for (const name of await namesOf(userId, databases)) {
    if (name === discussDatabaseName(userId)) continue
    const planId = name.slice(databasePrefix(userId).length)
    try {
      copies.push({ planId, ...(await readCopy(databases, name)) })
    } catch {
      unreadable.push(planId)
    }
  }
  return { copies, unreadable }
}

async function readCopy(databases: IDBFactory, name: string): Promise<Omit<DeviceCopy, 'planId'>> {
  const database = await openPlanDatabase(databases, name, () => undefined)
  try {
    const { updates, unsentNotes } = await database.read()
    const setAside = await database.readSetAside()
    return { updates, hasUnsent: unsentNotes.length > 0, setAside }
  } finally {
    database.close()
  }
}

/**
 * Plans with changes, set-aside copies, or words about them, that only this device may have.
 * Rejects when one cannot be read: it may be one of them.
 */
export async function plansWithUnsentText(
  userId: string,
  databases: IDBFactory = indexedDB,
): Promise<readonly string[]> {
  const { copies, unreadable } = await readDeviceCopies(userId, databases)
  if (unreadable.length > 0) throw new Error(`not readable: ${unreadable.join(', ')}`)
  const plans = copies
    .filter(({ hasUnsent, setAside }) => hasUnsent || setAside.length > 0)
    .map(({ planId }) => planId)
  const waiting = await plansWithWaitingWords(userId, databases)
  return [...new Set([...plans, ...waiting, ...plansWithWordsInWindow(userId)])]
}

/** Forgets a copy that was set aside, for good. */
export async function dropSetAside(
  userId: string,
  planId: string,
  copyId: string,
  databases: IDBFactory = indexedDB,
): Promise<void> {
  const database = await openPlanDatabase(databases, databaseName(userId, planId), () => undefined)
  try {
    await database.dropSetAside(copyId)
  } finally {
    database.close()
  }
}

/** Windows of this program let go at once; one that does not is waited for this long. */
const LET_GO_MS = 3000

/**
 * Leaves nothing of this person's plans on the device: for shared computers. Rejects when some
 * could not be removed, after the others were.
 */
export async function purgeCopies(
  userId: string,
  databases: IDBFactory = indexedDB,
  letGoMs: number = LET_GO_MS,
): Promise<void> {
  const names = await namesOf(userId, databases)
  const ends = await Promise.allSettled(names.map((name) => purge(databases, name, letGoMs)))
  forgetKept(databasePrefix(userId))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

function purge(databases: IDBFactory, name: string, letGoMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = databases.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('not purged')))
    // It stays asked for: it is done as soon as that window is closed.
    request.addEventListener('blocked', () =>
      setTimeout(() => reject(new Error(`another window holds ${name}`)), letGoMs),
    )
  })
}

async function namesOf(userId: string, databases: IDBFactory): Promise<readonly string[]> {
  const all = await databases.databases()
  return all.flatMap(({ name }) => (name?.startsWith(databasePrefix(userId)) ? [name] : []))
}
