/** Where backups lie when nothing else was said, and how they are called. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { causesOf } from '../ops/start-problems.ts'
import { CommandProblem } from './command.ts'

const NAMED = /^samplan-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/

/** Within the data folder; it may not be there. */
export function backupsFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(resolve(dataDir), 'backups')
}

/** 'samplan-2026-11-26T04-30-00Z.db': by name is by age. */
export function backupName(nowMs: number): string {
  const time = new Date(nowMs).toISOString().replace(/\.\d+Z$/, 'Z')
  return `samplan-${time.replaceAll(':', '-')}.db`
}

/** Oldest first; other files are nobody's business. */
export function listBackups(
  folder: string,
): readonly { readonly file: string; readonly madeAtMs: number }[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAMED.test(name))
      .sort()
      .map((name) => ({ file: join(folder, name), madeAtMs: statSync(join(folder, name)).mtimeMs }))
  } catch {
    return []
  }
}

/** Leaves the latest so many. @returns what is gone. */
export function removeOldBackups(folder: string, keep: number): readonly string[] {
  const old = listBackups(folder).slice(0, -keep)
  for (const { file } of old) rmSync(file)
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
