/**
 * One program at a time over one data folder: two would each keep rooms of the
 * same plan and show each other's changes to nobody.
 *
 * An open transaction on a small database of its own, because the operating
 * system lets go of it whatever way the program ends; a file with a process id
 * would have to be judged after a crash.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** @returns release, or null when another program holds the folder. */
export function lockDataFolder(folder: string): (() => void) | null {
  const database = new DatabaseSync(join(folder, 'in-use.db'))
  try {
    database.exec('pragma busy_timeout = 0; begin exclusive')
    return () => database.close()
  } catch {
    database.close()
    return null
  }
}
