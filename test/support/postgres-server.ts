/**
 * A Postgres for tests that one may stop and start: its own port and folder, with real
 * fsyncs, in memory where the system has a place for that.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './program.ts'
import { ROOT } from './source-files.ts'

export interface PostgresServer {
  /** Of its database `postgres`. */
  readonly url: string
  /** Begins, or begins again on the same data; with these settings, like 'fsync=off'. */
  start(...settings: readonly string[]): Promise<void>
  /** What runs is broken off. */
  stop(): Promise<void>
  /** Stops and takes everything away. */
  remove(): Promise<void>
}

const IN_MEMORY = '/dev/shm'

/** One that is not started yet. */
export async function createPostgresServer(): Promise<PostgresServer> {
  const port = await freePort()
  const folder = mkdtempSync(
    join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'samplan-postgres-'),
  )
  const password = randomBytes(12).toString('hex')
  writeFileSync(join(folder, 'password'), password, { mode: 0o644 })
  let keeper: ChildProcess | null = null
  const end = async (lastWord: '' | 'keep') => {
    const ending = keeper
    keeper = null
    if (!ending || ending.exitCode !== null) return
    const gone = once(ending, 'exit')
    ending.stdin?.end(lastWord)
    await gone
  }

  return {
    url: `postgres://samplan:${password}@127.0.0.1:${port}/postgres`,
    async start(...settings) {
      const started = spawn(
        process.execPath,
        ['test/support/postgres-keeper.ts', folder, String(port), ...settings],
        { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] },
      )
      keeper = started
      await readyOrEnded(started)
    },
    stop: () => end('keep'),
    async remove() {
      await end('')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @throws Error with what it said when it ended at once. */
async function readyOrEnded(keeper: ChildProcess): Promise<void> {
  let said = ''
  keeper.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(keeper, 'exit').then(() => {
    throw new Error(`Postgres ended at once:\n${said}`)
  })
  await Promise.race([once(keeper.stdout ?? keeper, 'data'), ended])
  ended.catch(() => undefined)
}
