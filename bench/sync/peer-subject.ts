/** The servers of others, each started as its own documentation says, on its own disk. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../test/support/program.ts'
import { preloadOptions } from './preload-options.ts'
import { pause } from './process-figures.ts'
import type { WireKind } from './wire.ts'
import type { Subject, SubjectName } from './subject.ts'
import { endChild } from '../../test/support/end-child.ts'

const PEERS = fileURLToPath(new URL('../peers/', import.meta.url))
const START_MS = 30_000

type PeerName = Exclude<SubjectName, 'samplan'>

const SCRIPTS = {
  hocuspocus: 'servers/hocuspocus.js',
  'y-websocket': 'node_modules/@y/websocket-server/src/server.js',
  'bare-ws': 'servers/bare-ws.js',
} as const satisfies Record<PeerName, string>

const WIRES = {
  hocuspocus: 'hocuspocus',
  'y-websocket': 'y-websocket',
  'bare-ws': 'bare',
} as const satisfies Record<PeerName, WireKind>

/** @throws Error when the peers are not installed. */
export async function createPeer(name: PeerName, profileFolder: string | null): Promise<Subject> {
  if (!existsSync(join(PEERS, 'node_modules')))
    throw new Error('The peers are not installed: npm install --prefix bench/peers')
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), `samplan-bench-${name}-`))
  let child: ChildProcess | null = null
  let said = ''

  const end = (signal: NodeJS.Signals) => {
    const ending = child
    child = null
    return endChild(ending, signal)
  }
  const killNow = () => child?.kill('SIGKILL')
  process.once('exit', killNow)

  return {
    name,
    hasDocuments: name !== 'bare-ws',
    isProfiled: profileFolder !== null,
    pid() {
      if (!child?.pid) throw new Error(`${name} does not run`)
      return child.pid
    },
    async start() {
      said = ''
      const started = spawn(process.execPath, [SCRIPTS[name]], {
        cwd: PEERS,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          ...preloadOptions(profileFolder),
          HOST: '127.0.0.1',
          PORT: String(port),
          DATA_DIR: folder,
          YPERSISTENCE: join(folder, 'leveldb'),
        },
      })
      child = started
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
      await answers(`http://127.0.0.1:${port}`, started, () => said)
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    makeDocuments: (count) => Promise.resolve(Array.from({ length: count }, () => randomUUID())),
    address: (document) => ({
      wire: WIRES[name],
      url: `ws://127.0.0.1:${port}/${document}`,
      document,
      headers: {},
    }),
    async remove() {
      process.off('exit', killNow)
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended at once:\n${said()}`)
    const reply = await fetch(url).catch(() => null)
    if (reply?.ok) return
    await pause(25)
  }
  throw new Error(`it did not answer within ${START_MS} ms:\n${said()}`)
}
