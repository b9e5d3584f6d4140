/**
 * Keeps the data folder from other accounts of the machine: the folder is its owner's, and so are
 * the files in it, also those that an earlier version left open to all. A folder that holds other
 * things, or is another account's, is left as it is: that is a decision of whoever made it.
 */
import { chmodSync, closeSync, existsSync, openSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const OWNER_ONLY_FOLDER = 0o700
const OWNER_ONLY_FILE = 0o600

/**
 * @param files of the database; SQLite gives those beside them the same mode.
 * @throws Error when a file cannot be made.
 */
export function makePrivate(folder: string, files: readonly string[]): void {
  const names = files.map((file) => basename(file))
  const there = readdirSync(folder)
  const isOurs = there.length === 0 || names.some((name) => there.includes(name))
  if (isOurs && isOwn(folder)) chmodSync(folder, OWNER_ONLY_FOLDER)
  for (const file of files) {
    // One that is there is never opened here: closing it would let go of SQLite's locks on it.
    if (!existsSync(file)) closeSync(openSync(file, 'a', OWNER_ONLY_FILE))
  }
  for (const name of readdirSync(folder)) {
    const isOfDatabase = names.some((one) => [one, `${one}-wal`, `${one}-shm`].includes(name))
    const file = join(folder, name)
    if (isOfDatabase) unlessGone(() => isOwn(file) && chmodSync(file, OWNER_ONLY_FILE))
  }
}

/** A program that ends just now takes the files beside its database away while they are listed. */
function unlessGone(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isGone) throw error
  }
}

/** On a system without owners nothing is anybody's. */
function isOwn(path: string): boolean {
  return process.getuid !== undefined && statSync(path).uid === process.getuid()
}
