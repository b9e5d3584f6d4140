/**
 * The program: environment in, a running server out. What people should read
 * goes to stdout in plain words, the log to stderr as JSON.
 *
 *   node server/main.ts         serves the school in DATA_DIR
 *   node server/main.ts --dev   with an example school that is kept, and a link per person
 */
import './ops/require-node.ts'
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp, type BuiltApp } from './app.ts'
import { type Config, ConfigProblems, readConfig } from './config.ts'
import { folderProblem, listenProblem, StartProblem } from './ops/start-problems.ts'
import { stopOnSignals } from './ops/stop-signals.ts'
import { lockDataFolder } from './storage/data-lock.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { openSqliteUpdateLog } from './storage/sqlite-update-log.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../dist/client', import.meta.url))

const ONE_AT_A_TIME = 'Stop that one first, or set DATA_DIR to another folder.'

try {
  await start(process.argv.includes('--dev'))
} catch (error) {
  process.stderr.write(`${problemText(error)}\n`)
  process.exit(1)
}

async function start(isDev: boolean): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const folder = prepareFolder(config.dataDir)
  const unlock = lockDataFolder(folder)
  if (!unlock) throw new StartProblem(`Samplan is running over ${folder} already. ${ONE_AT_A_TIME}`)
  const file = join(folder, 'samplan.db')
  const database = await openDatabase(file).catch((error: unknown) => {
    throw new StartProblem(`${file} could not be opened: ${causesOf(error)}`, { cause: error })
  })
  const built = await buildApp({
    config,
    database,
    openUpdateLog: (onDeath) => openSqliteUpdateLog(file, onDeath),
    clientFolder: CLIENT_FOLDER,
    nowMs: Date.now,
    random: randomBytes,
    logStream: process.stderr,
  })
  const { app } = built
  stopOnSignals(
    async () => {
      await closeAll(built, database)
      unlock()
    },
    (error) => app.log.fatal({ err: error }, 'the stop did not go well'),
  )
  await listen(built, config)
  await greet(built, config, isDev)
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

async function closeAll({ app }: BuiltApp, database: Database): Promise<void> {
  await app.close()
  await database.close()
}

function problemText(error: unknown): string {
  if (error instanceof ConfigProblems) {
    return ['Samplan cannot start with these settings:', ...error.problems].join('\n  ')
  }
  if (error instanceof StartProblem) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The message with those of its causes: the first says what, the last says why. */
function causesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${causesOf(error.cause)}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
