/**
 * The real program as a child process, on its own port and data folder: started,
 * stopped gracefully, killed, started again on the same data.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Demo } from '../../shared/api/demo.ts'
import { ROOT } from './source-files.ts'
import { endChild } from './end-child.ts'

export interface Program {
  readonly url: string
  readonly dataFolder: string
  /** Of its process; null while it does not run. */
  pid(): number | null
  /** What it has printed for people, so far. */
  said(): string
  /** Everything it has logged, so far. */
  logged(): string
  start(): Promise<void>
  /** SIGTERM, and waits until it has gone. */
  stop(): Promise<void>
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>
  /** A fresh example school. */
  newExample(): Promise<Demo>
}

/** A program that is not started yet. @param folder where it is: this checkout, or a copy. */
export async function createProgram(
  env: Record<string, string> = {},
  folder = ROOT,
): Promise<Program> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const dataFolder = mkdtempSync(join(tmpdir(), 'samplan-data-'))
  let child: ChildProcess | null = null
  let said = ''
  let logged = ''

  const end = (signal: NodeJS.Signals) => {
    const ending = child
    child = null
    return endChild(ending, signal)
  }

  return {
    url,
    dataFolder,
    pid: () => child?.pid ?? null,
    said: () => said,
    logged: () => logged,
    async start() {
      const started = spawn(process.execPath, ['server/main.ts'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          PORT: String(port),
          DATA_DIR: dataFolder,
          LOG_LEVEL: 'info',
          ...env,
        },
      })
      child = started
      const before = [said.length, logged.length] as const
      started.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
      started.stderr.on('data', (chunk: Buffer) => (logged += chunk.toString()))
      const output = () => said.slice(before[0]) + logged.slice(before[1])
      await ready(url, started, output).catch(async (error: unknown) => {
        await end('SIGKILL')
        throw error
      })
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async newExample() {
      const reply = await fetch(`${url}/api/demo`, { method: 'POST' })
      if (reply.status !== 201) throw new Error(`POST /api/demo: ${reply.status}`)
      return (await reply.json()) as Demo
    },
  }
}

/** Runs the program until it ends by itself: its exit code, and all it said, line by line. */
export async function runProgramToEnd(env: Record<string, string>) {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, lines: output.trim().split('\n') }
}

/**
 * Asks /readyz until it says yes; fails at once when the process has gone.
 *
 * @param output of this start: what an earlier one has said tells nothing of it.
 */
async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the program ended at once:\n${output()}`)
    const reply = await fetch(`${url}/readyz`).catch(() => null)
    // What it prints for people, the link for setting up among it, comes after it answers.
    if (reply?.ok && /is running at .*\n/.test(output())) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the program was not ready within 30 s:\n${output()}`)
}

/** Below are ports that browsers keep away from, above those that a system deals out by itself. */
const PORTS = [11_000, 31_000] as const

/**
 * A port that nobody listens on just now. Until it is taken nobody gets it by chance: whoever
 * leaves the choice to the system (all sockets of tests beside this one) gets a higher one.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const isListening = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })
  if (!(await isListening)) return false
  server.close()
  await once(server, 'close')
  return true
}
