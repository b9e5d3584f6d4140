/**
 * All copies of plans that this device keeps for one person: what a sign-out asks
 * about, warns of and purges. A forced sign-out purges nothing.
 */
import { databasePrefix, openPlanDatabase } from './plan-database.ts'

/** Plans with changes, or set-aside copies, that only this device may have. */
export async function plansWithUnsentText(
  userId: string,
  databases: IDBFactory = indexedDB,
): Promise<readonly string[]> {
  const planIds: string[] = []
  for (const name of await namesOf(userId, databases)) {
    const database = await openPlanDatabase(databases, name, () => undefined)
    const { unsentNotes } = await database.read()
    const copies = await database.readSetAside()
    database.close()
    if (unsentNotes.length > 0 || copies.length > 0) {
      planIds.push(name.slice(databasePrefix(userId).length))
    }
  }
  return planIds
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
