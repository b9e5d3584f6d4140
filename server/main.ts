/**
 * The program: environment in, a running server out. What people should read
 * goes to stdout in plain words, the log to stderr as JSON.
 *
 *   node server/main.ts         serves the schools in DATABASE_URL, or else in DATA_DIR
 *   node server/main.ts --dev   with an example school that is kept, and a link per person
 */
import './ops/require-node.ts'
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp, type BuiltApp } from './app.ts'
import { type Config, ConfigProblems, readConfig } from './config.ts'
import {
  causesOf,
  folderProblem,
  listenProblem,
  postgresProblem,
  StartProblem,
} from './ops/start-problems.ts'
import { stopOnSignals } from './ops/stop-signals.ts'
import { openPostgresStorage } from './storage/postgres-storage.ts'
import { databaseFile, openSqliteStorage } from './storage/sqlite-storage.ts'
import type { Storage } from './storage/storage.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../dist/client', import.meta.url))

try {
  await start(process.argv.includes('--dev'))
} catch (error) {
  process.stderr.write(`${problemText(error)}\n`)
  process.exit(1)
}

async function start(isDev: boolean): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const { databaseUrl, dataDir } = config
  const storage = await (databaseUrl === null ? openFolder(dataDir) : openPostgres(databaseUrl))
  const built = await buildApp({
    config,
    database: storage.database,
    openUpdateLog: (onDeath) => storage.openUpdateLog(onDeath),
    clientFolder: CLIENT_FOLDER,
    nowMs: Date.now,
    random: randomBytes,
    logStream: process.stderr,
  })
  const { app } = built
  stopOnSignals(
    () => closeAll(built, storage),
    (error) => app.log.fatal({ err: error }, 'the stop did not go well'),
  )
  await listen(built, config)
  await greet(built, config, isDev)
}

/** @throws StartProblem */
async function openFolder(dataDir: string): Promise<Storage> {
  const folder = prepareFolder(dataDir)
  const storage = await openSqliteStorage(folder).catch((error: unknown) => {
    throw new StartProblem(`${databaseFile(folder)} could not be opened: ${causesOf(error)}`, {
      cause: error,
    })
  })
  if (storage !== 'in-use') return storage
  throw new StartProblem(
    `Samplan is running over ${folder} already. Stop that one first, or set DATA_DIR to another folder.`,
  )
}

/** @throws StartProblem */
async function openPostgres(url: string): Promise<Storage> {
  const storage = await openPostgresStorage(url).catch((error: unknown) => {
    throw new StartProblem(postgresProblem(error, url), { cause: error })
  })
  if (storage !== 'in-use') return storage
  throw new StartProblem(
    'Samplan is running over this database already. Stop that one first, or set DATABASE_URL to another database.',
  )
}

/** @throws StartProblem when the folder cannot be made or written. */
function prepareFolder(dataDir: string): string {
  const folder = resolve(dataDir)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return folder
  } catch (error) {
    throw new StartProblem(folderProblem(error, folder), { cause: error })
  }
}

async function listen({ app }: BuiltApp, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const problem = listenProblem(error, host, port)
    throw problem === null ? error : new StartProblem(problem, { cause: error })
  }
}

async function greet(built: BuiltApp, config: Config, isDev: boolean): Promise<void> {
  const setUpLink = await built.createSetUpLink()
  const setUp =
    setUpLink === null
      ? []
      : [
          '',
          'There is no school here yet. Set yours up with this link, which works once:',
          `  ${setUpLink}`,
        ]
  say([`Samplan is running at ${config.publicOrigin}`, ...setUp].join('\n'))
  if (!isDev) return
  say('')
  say('Sign in as somebody in the example school:')
  for (const { name, role, signInUrl } of await built.openDevSchool()) {
    say(`  ${role.padEnd(11)} ${name.padEnd(18)} ${signInUrl}`)
  }
}

async function closeAll({ app }: BuiltApp, storage: Storage): Promise<void> {
  await app.close()
  await storage.close()
}

function problemText(error: unknown): string {
  if (error instanceof ConfigProblems) {
    return ['Samplan cannot start with these settings:', ...error.problems].join('\n  ')
  }
  if (error instanceof StartProblem) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
