/** `samplan` in the test's own process, over a folder or a Postgres database of its own. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMANDS } from '../../server/commands/commands.ts'
import { runCli } from '../../server/commands/run-cli.ts'
import { readConfig } from '../../server/config.ts'
import { type Database, openDatabaseAsItIs } from '../../server/storage/database.ts'
import { openPostgresAsItIs } from '../../server/storage/postgres-database.ts'
import { databaseFile } from '../../server/storage/sqlite-storage.ts'
import { type Engine, newPostgresDatabase } from './engines.ts'

export interface Said<Json> {
  readonly code: number
  readonly out: string
  readonly err: string
  /** What was said as JSON; null: it was not. */
  readonly json: Json | null
}

export interface CommandLine {
  /** As the program would be given them. */
  readonly env: Record<string, string>
  readonly folder: string
  run<Json = never>(...words: readonly string[]): Promise<Said<Json>>
  /** A look at the data; whoever asks closes it. */
  open(): Database
  remove(): void
}

export async function createCommandLine(
  engine: Engine,
  nowMs: () => number = Date.now,
): Promise<CommandLine> {
  const folder = mkdtempSync(join(tmpdir(), 'samplan-commands-'))
  const url = engine === 'postgres' ? await newPostgresDatabase() : null
  const env = { DATA_DIR: folder, ...(url === null ? {} : { DATABASE_URL: url }) }
  return {
    env,
    folder,
    async run<Json>(...words: readonly string[]) {
      let out = ''
      let err = ''
      const code = await runCli(
        {
          commands: COMMANDS,
          readConfig: () => readConfig(env),
          nowMs,
          random: randomBytes,
          say: (text) => void (out += text),
          complain: (text) => void (err += text),
        },
        words,
      )
      const json = words.includes('--json') && out !== '' ? (JSON.parse(out) as Json) : null
      return { code, out, err, json }
    },
    open: () => (url === null ? openDatabaseAsItIs(databaseFile(folder)) : openPostgresAsItIs(url)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
