/** Where backups lie when nothing else was said, and how they are called. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { causesOf } from '../ops/start-problems.ts'
import { CommandProblem } from './command.ts'

const NAMED = /^samplan-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/
/** What a restore put others in the place of. */
const BEFORE_RESTORE = 'before-restore-'

/** Within the data folder; it may not be there. */
export function backupsFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(resolve(dataDir), 'backups')
}

/** 'samplan-2026-11-26T04-30-00Z.db': by name is by age. */
export function backupName(nowMs: number): string {
  const time = new Date(nowMs).toISOString().replace(/\.\d+Z$/, 'Z')
  return `samplan-${time.replaceAll(':', '-')}.db`
}

/** Of what there is before a restore, kept beside the backups. */
export function safetyName(nowMs: number): string {
  return BEFORE_RESTORE + backupName(nowMs)
}

interface KeptFile {
  readonly file: string
  readonly madeAtMs: number
}

/** Oldest first; other files are nobody's business. */
export function listBackups(folder: string): readonly KeptFile[] {
  return listNamed(folder, '')
}

function listNamed(folder: string, before: string): readonly KeptFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(before) && NAMED.test(name.slice(before.length)))
      .sort()
      .map((name) => ({ file: join(folder, name), madeAtMs: statSync(join(folder, name)).mtimeMs }))
  } catch {
    return []
  }
}

/**
 * Leaves the latest so many, and as many of what restores have put aside: each has all the names
 * that were erased since. @returns what is gone.
 */
export function removeOldBackups(folder: string, keep: number): readonly string[] {
  const old = ['', BEFORE_RESTORE].flatMap((before) => listNamed(folder, before).slice(0, -keep))
  for (const { file } of old) {
    // A copy of what could not be opened may have SQLite's log beside it.
    for (const end of ['', '-wal']) rmSync(file + end, { force: true })
  }
  return old.map(({ file }) => file)
}

/** @throws CommandProblem when it cannot be made. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new CommandProblem(`${folder} cannot be made: ${causesOf(error)}`, { cause: error })
  }
}
