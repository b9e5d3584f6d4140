/**
 * Commands for whoever runs the server, beside the running program:
 *
 *   node server/cli.ts sign-in-link    a link for each coordinator who is locked out
 *
 * No colleague can let a coordinator in again (sign-in/member-link-route.ts): whoever
 * has the data folder in hand can.
 */
import './ops/require-node.ts'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Config, readConfig } from './config.ts'
import { postgresProblem, StartProblem } from './ops/start-problems.ts'
import { makeSignInLink, MEMBER_LINK_MINUTES } from './sign-in/one-time-links.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { createKyselyAccountStore } from './storage/kysely-account-store.ts'
import { createKyselySchoolStore } from './storage/kysely-school-store.ts'
import { openPostgresDatabase } from './storage/postgres-database.ts'
import { databaseFile } from './storage/sqlite-storage.ts'

const [command] = process.argv.slice(2)
if (command === 'sign-in-link') {
  await printSignInLinks().catch((error: unknown) => {
    if (!(error instanceof StartProblem)) throw error
    stop(error.message)
  })
} else {
  stop('Say what to do: npm run sign-in-link')
}

async function printSignInLinks(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const database = await openExisting(config)
  if (!database) {
    return stop(`There is no school in ${resolve(config.dataDir)} yet. Start Samplan first.`)
  }
  try {
    await printLinks(database, config.publicOrigin)
  } finally {
    await database.close()
  }
}

/** Beside the program that may run over it; null when there is none in the data folder. */
async function openExisting({ databaseUrl, dataDir }: Config): Promise<Database | null> {
  if (databaseUrl !== null) {
    return openPostgresDatabase(databaseUrl).catch((error: unknown) => {
      throw new StartProblem(postgresProblem(error, databaseUrl), { cause: error })
    })
  }
  const file = databaseFile(resolve(dataDir))
  return existsSync(file) ? openDatabase(file) : null
}

async function printLinks({ db }: Database, publicOrigin: string): Promise<void> {
  const coordinators = await createKyselySchoolStore(db).listCoordinators()
  if (coordinators.length === 0) return stop('There is no school here yet. Start Samplan first.')

  const accounts = createKyselyAccountStore(db)
  const deps = { accounts, publicOrigin, nowMs: Date.now, random: randomBytes }
  for (const { userId, name, schoolName } of coordinators) {
    const wanted = { userId, path: '/', minutes: MEMBER_LINK_MINUTES }
    const { url } = await makeSignInLink(deps, wanted)
    say(`${name}, ${schoolName}\n  ${url}`)
  }
  say('Each works once, within the hour.')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function stop(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
