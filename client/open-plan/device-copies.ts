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

/** Leaves nothing of this person's plans on the device: for shared computers. */
export async function purgeCopies(
  userId: string,
  databases: IDBFactory = indexedDB,
): Promise<void> {
  for (const name of await namesOf(userId, databases)) {
    await new Promise<void>((resolve, reject) => {
      const request = databases.deleteDatabase(name)
      request.addEventListener('success', () => resolve())
      request.addEventListener('error', () => reject(request.error ?? new Error('not purged')))
    })
  }
}

async function namesOf(userId: string, databases: IDBFactory): Promise<readonly string[]> {
  const all = await databases.databases()
  return all.flatMap(({ name }) => (name?.startsWith(databasePrefix(userId)) ? [name] : []))
}
