/**
 * samplan backup: everything as of one moment, in one file, while the program runs.
 *
 * The same kind of file whichever database the schools are in: see storage/backup-file.ts.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { causesOf } from '../ops/start-problems.ts'
import {
  type BackupFacts,
  BackupProblem,
  copySqlite,
  finishBackup,
  removeDatabase,
} from '../storage/backup-file.ts'
import { copyFromPostgres } from '../storage/backup-postgres.ts'
import type { Database } from '../storage/database.ts'
import { databaseFile } from '../storage/sqlite-storage.ts'
import { backupName, backupsFolder, makeFolder, removeOldBackups } from './backups-folder.ts'
import { type Command, CommandProblem, type Given } from './command.ts'
import { beside } from './open-data.ts'

export const backup: Command = {
  name: 'backup',
  says: 'writes everything into one file, while the program runs',
  options: {
    to: { value: 'FILE', says: 'which is not there yet; else one by the time in DATA_DIR/backups' },
    keep: { value: 'COUNT', says: 'of the backups in DATA_DIR/backups: older ones are removed' },
  },
  run({ config, nowMs }, given) {
    const keep = keepOf(given)
    return beside(config, async (database) => {
      const folder = backupsFolder(config)
      const target = resolve(given.text('to') ?? join(folder, backupName(nowMs())))
      if (existsSync(target)) throw new CommandProblem(`${target} is there already.`)
      const facts = await writeBackup(config, database, target, nowMs())
      const removed = keep === null ? [] : removeOldBackups(folder, keep)
      return {
        lines: [
          `${target}: ${facts.schools} schools, ${facts.plans} plans, looked through.`,
          ...(removed.length > 0 ? [`Older backups removed: ${removed.length}.`] : []),
        ],
        json: { file: target, ...facts, removed },
      }
    })
  },
}

/** @throws CommandProblem; then there is no such file. */
export async function writeBackup(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { db }: Pick<Database, 'db'>,
  target: string,
  nowMs: number,
): Promise<BackupFacts> {
  makeFolder(dirname(target))
  const part = `${target}.part`
  try {
    removeDatabase(part)
    if (config.databaseUrl === null) await copySqlite(databaseFile(resolve(config.dataDir)), part)
    else await copyFromPostgres(db, part)
    return await finishBackup(part, target, nowMs)
  } catch (error) {
    removeDatabase(part)
    if (error instanceof BackupProblem) throw error
    throw new CommandProblem(`The backup could not be written: ${causesOf(error)}`, {
      cause: error,
    })
  }
}

function keepOf(given: Given): number | null {
  const text = given.text('keep')
  if (text === null) return null
  const keep = Number(text)
  if (Number.isInteger(keep) && keep >= 1) return keep
  throw new CommandProblem(`--keep is a number from 1 on, not ${text}.`, { isUsage: true })
}
