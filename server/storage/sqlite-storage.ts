/** Everything in one SQLite file of a folder that this program has for itself. */
import { join } from 'node:path'
import { lockDataFolder, lockFile } from './data-lock.ts'
import { openDatabase } from './database.ts'
import { makePrivate } from './private-files.ts'
import { openSqliteUpdateLog } from './sqlite-update-log.ts'
import { scrubSqlite } from './scrub.ts'
import type { Storage } from './storage.ts'

/** The database within the data folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'samplan.db')
}

/**
 * @param folder that is there and may be written.
 * @returns 'in-use' when another program has it.
 * @throws Error when the file cannot be opened or the tables cannot be brought up to date.
 */
export async function openSqliteStorage(folder: string): Promise<Storage | 'in-use'> {
  makePrivate(folder, [databaseFile(folder), lockFile(folder)])
  const unlock = lockDataFolder(folder)
  if (!unlock) return 'in-use'
  const file = databaseFile(folder)
  const database = await openDatabase(file).catch((error: unknown) => {
    unlock()
    throw error
  })
  return {
    database,
    openUpdateLog: (onDeath) => openSqliteUpdateLog(file, onDeath),
    scrub: () => scrubSqlite(database.db),
    async close() {
      await database.close()
      unlock()
    },
  }
}
