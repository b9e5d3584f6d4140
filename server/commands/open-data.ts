/**
 * The data of the schools, for a command: beside a program that may run over them, or
 * alone, which waits for nobody: a program that runs is named, and nothing is done.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { causesOf, postgresProblem } from '../ops/start-problems.ts'
import { type Database, openDatabaseAsItIs } from '../storage/database.ts'
import { tablesAge } from '../storage/migrations.ts'
import { openPostgresAsItIs } from '../storage/postgres-database.ts'
import { openPostgresStorage } from '../storage/postgres-storage.ts'
import { databaseFile, openSqliteStorage } from '../storage/sqlite-storage.ts'
import type { Storage } from '../storage/storage.ts'
import { CommandProblem } from './command.ts'

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>

/** Does something with the database while a program may run over it, and closes it. */
export async function beside<Result>(
  config: Where,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = openBeside(config)
  try {
    await refuseOtherTables(database, config)
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Beside a program, or where nothing is yet: then the tables are made. */
export async function openData<Result>(
  config: Where,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (!(await isNew(config))) return beside(config, work)
  const storage = await openAlone(config)
  try {
    return await work(storage.database)
  } finally {
    await storage.close()
  }
}

async function isNew({ databaseUrl, dataDir }: Where): Promise<boolean> {
  if (databaseUrl === null) {
    mkdirSync(resolve(dataDir), { recursive: true, mode: 0o700 })
    return !existsSync(databaseFile(resolve(dataDir)))
  }
  const database = openPostgresAsItIs(databaseUrl)
  try {
    const tables = await database.db.introspection.getTables()
    return tables.length === 0
  } catch (error) {
    throw new CommandProblem(unreachable({ databaseUrl, dataDir }, error), { cause: error })
  } finally {
    await database.close()
  }
}

/** Without a look at its tables. @throws CommandProblem when there is none in the folder. */
export function openBeside({ databaseUrl, dataDir }: Where): Database {
  if (databaseUrl !== null) return openPostgresAsItIs(databaseUrl)
  const file = databaseFile(resolve(dataDir))
  if (existsSync(file)) return openDatabaseAsItIs(file)
  throw new CommandProblem(
    `There is no school in ${resolve(dataDir)} yet. Start Samplan first, or set DATA_DIR to the folder that it uses.`,
  )
}

async function refuseOtherTables({ db }: Database, config: Where): Promise<void> {
  const age = await tablesAge(db).catch((error: unknown) => {
    throw new CommandProblem(unreachable(config, error), { cause: error })
  })
  if (age === 'same') return
  throw new CommandProblem(
    age === 'older'
      ? 'The data were last used by an older Samplan, or never. Start this one once, then try again.'
      : 'The data were used by a newer Samplan than this one. Use that one’s commands.',
  )
}

/** Alone over the data, for as long as it takes, with the tables brought up to date. @throws CommandProblem */
export async function openAlone(config: Where): Promise<Storage> {
  const { databaseUrl, dataDir } = config
  const open =
    databaseUrl === null
      ? openSqliteStorage(resolve(dataDir))
      : openPostgresStorage(databaseUrl, 'unlimited')
  const storage = await open.catch((error: unknown) => {
    throw new CommandProblem(unreachable(config, error), { cause: error })
  })
  if (storage === 'in-use') throw new CommandProblem(isRunning(config))
  return storage
}

/** That a program runs over the data, and what to do. */
export function isRunning({ databaseUrl, dataDir }: Where): string {
  const where = databaseUrl === null ? resolve(dataDir) : 'this database'
  return `Samplan is running over ${where}. This cannot be done beside it: stop it first, and start it again afterwards.`
}

/** Why the data cannot be had, in a sentence. */
export function unreachable({ databaseUrl, dataDir }: Where, error: unknown): string {
  // What Postgres or the network said lies under what we made of it.
  if (databaseUrl !== null) return postgresProblem(rootOf(error), databaseUrl)
  return `${databaseFile(resolve(dataDir))} could not be opened: ${causesOf(error)}`
}

function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error
}
