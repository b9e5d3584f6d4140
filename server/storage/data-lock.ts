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

/** SQLite's codes for "somebody else has it". */
const HELD = new Set([5, 6])

/** Within the data folder; it holds nothing. */
export function lockFile(folder: string): string {
  return join(folder, 'in-use.db')
}

/**
 * @returns release, or null when another program holds the folder.
 * @throws Error of SQLite when the lock cannot be asked for at all.
 */
export function lockDataFolder(folder: string): (() => void) | null {
  const database = new DatabaseSync(lockFile(folder))
  try {
    database.exec('pragma busy_timeout = 0; begin exclusive')
    return () => database.close()
  } catch (error) {
    database.close()
    if (isHeld(error)) return null
    throw error
  }
}

function isHeld(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    HELD.has(error.errcode & 0xff)
  )
}
