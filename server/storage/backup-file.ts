/**
 * A backup: one SQLite file with every table, whichever engine it was taken from, so that
 * it can be put back into either, and opened by anybody with SQLite.
 *
 * Appears under its name only when it is whole and was looked through. Holds what the
 * database holds: names, addresses, hashes of passwords and sessions. It is readable by
 * its owner alone.
 */
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'

/** Why a file is no backup that can be used, for whoever asked. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
}

export interface BackupFacts {
  readonly schools: number
  readonly plans: number
  /** null: it was not made by `samplan backup`, but is a copy of a database. */
  readonly madeAtMs: number | null
}

/** So many pages that all are copied in one go, as of one moment: writers go on meanwhile. */
const ALL_PAGES = 2 ** 31 - 1

/** While a program writes to it. @throws Error of SQLite or of the file system. */
export async function copySqlite(file: string, target: string): Promise<void> {
  removeDatabase(target)
  const source = new DatabaseSync(file, { readOnly: true })
  try {
    await backup(source, target, { rate: ALL_PAGES })
  } finally {
    source.close()
  }
}

/**
 * Makes a copy a backup: one file without a log beside it, looked through, on disk.
 *
 * @throws BackupProblem when it is not whole.
 */
export async function finishBackup(
  part: string,
  target: string,
  madeAtMs: number,
): Promise<BackupFacts> {
  const database = new DatabaseSync(part)
  try {
    database.exec('pragma journal_mode = delete')
    // SQLite keeps a number for whoever made the file: seconds since 2020 fit it.
    database.exec(`pragma user_version = ${Math.floor((madeAtMs - START_MS) / 1000)}`)
  } finally {
    database.close()
  }
  const facts = readBackupFacts(part)
  chmodSync(part, 0o600)
  await syncToDisk(part)
  await rename(part, target)
  await syncToDisk(dirname(target))
  return facts
}

/** Looks the whole file through. @throws BackupProblem */
export function readBackupFacts(file: string): BackupFacts {
  if (!existsSync(file)) throw new BackupProblem(`There is no file ${file}.`)
  const database = openBackup(file)
  const one = (sql: string) => Object.values(database.prepare(sql).get({}) ?? {})[0]
  try {
    const said = String(one('pragma integrity_check'))
    if (said !== 'ok') throw new BackupProblem(`${file} is damaged: ${said}.`)
    const loose = database.prepare('pragma foreign_key_check').all({}).length
    if (loose > 0) throw new BackupProblem(`${file} is not whole: ${loose} rows hang in the air.`)
    const madeAt = Number(one('pragma user_version'))
    return {
      schools: Number(one('select count(*) from school where expires_at_ms is null')),
      plans: Number(one('select count(*) from plan')),
      madeAtMs: madeAt > 0 ? START_MS + madeAt * 1000 : null,
    }
  } catch (error) {
    if (error instanceof BackupProblem) throw error
    throw new BackupProblem(`${file} is no backup of Samplan (${messageOf(error)}).`)
  } finally {
    database.close()
  }
}

/** 1 January 2020. */
const START_MS = Date.UTC(2020, 0, 1)

/** Takes a database away with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

/**
 * Puts one database in the place of another, which nobody may have open: all at once,
 * so that after a power cut there is the one or the other.
 */
export async function swapDatabase(fresh: string, file: string): Promise<void> {
  if (existsSync(file)) mergeLog(file)
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
  await syncToDisk(fresh)
  await rename(fresh, file)
  await syncToDisk(dirname(file))
}

/** As it is, damaged or not: for what cannot be opened any more. */
export function copyRaw(file: string, target: string): void {
  for (const end of ['', '-wal']) {
    if (existsSync(file + end)) copyFileSync(file + end, target + end)
  }
}

/** What SQLite has written beside the file comes into it. One that is damaged stays as it is. */
function mergeLog(file: string): void {
  try {
    const database = new DatabaseSync(file)
    try {
      database.exec('pragma wal_checkpoint(truncate)')
    } finally {
      database.close()
    }
  } catch {
    // It goes anyway, and a copy of it was made as it is.
  }
}

function openBackup(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true })
  } catch (error) {
    throw new BackupProblem(`${file} cannot be opened (${messageOf(error)}).`)
  }
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
