/**
 * The whole server without a port: a real database and the real sync server, a clock
 * that the test moves, and people to send requests as. On SQLite, or where
 * TEST_ENGINE=postgres on Postgres.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { type AppDeps, buildApp, type BuiltApp } from '../../server/app.ts'
import type { Database } from '../../server/storage/database.ts'
import { type Engine, openInFolder, openTestStorage } from './engines.ts'

export const TEST_ORIGIN = 'http://localhost:4321'

export interface TestApp extends BuiltApp {
  readonly database: Database
  /** Milliseconds since the epoch, as the server sees it. */
  readonly clock: { nowMs: number }
  /** Everything logged so far. */
  logged(): string
  /** Sends a request as a page of our own would: with the Origin, and a cookie when given. */
  send(request: TestRequest): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

export interface TestRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  readonly url: string
  /** 'name=value', as `cookieOf` gives it. */
  readonly cookie?: string | null | undefined
  readonly body?: InjectOptions['payload']
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Network address it comes from; this machine's when absent. */
  readonly from?: string | undefined
}

export interface TestAppOptions {
  readonly config?: Partial<AppDeps['config']>
  readonly engine?: Engine
  /** A folder of an earlier app on SQLite, to start again on its data. */
  readonly folder?: string
  readonly random?: AppDeps['random']
  /** The built pages, for a browser; absent: files that stand for them. */
  readonly clientFolder?: string
  /** Where the clock begins; absent: START_MS. */
  readonly startMs?: number
}

/** Tuesday 19 January 2027, noon in Oslo. */
const START_MS = Date.UTC(2027, 0, 19, 11)

export async function buildTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'samplan-app-'))
  const storage = await (options.folder === undefined
    ? openTestStorage(options.engine)
    : openInFolder(folder))
  const { database } = storage
  const publicOrigin = options.config?.publicOrigin ?? TEST_ORIGIN
  const clock = { nowMs: options.startMs ?? START_MS }
  let logged = ''
  const logStream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString()
      done()
    },
  })

  const built = await buildApp({
    config: {
      publicOrigin: TEST_ORIGIN,
      trustProxy: false,
      demo: true,
      logLevel: 'debug',
      caps: 'normal',
      databaseUrl: null,
      mail: null,
      provider: null,
      ...options.config,
    },
    database,
    openUpdateLog: (onDeath) => storage.openUpdateLog(onDeath),
    clientFolder: options.clientFolder ?? writeClient(folder),
    nowMs: () => clock.nowMs,
    random: options.random ?? randomBytes,
    logStream,
  })
  await built.app.ready()

  return {
    ...built,
    database,
    clock,
    logged: () => logged,
    send: ({ method = 'GET', url, cookie, body, headers, from }) =>
      built.app.inject({
        method,
        url,
        ...(from === undefined ? {} : { remoteAddress: from }),
        ...(body === undefined ? {} : { payload: body }),
        headers: {
          ...(method === 'GET' || method === 'HEAD' ? {} : { origin: publicOrigin }),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
      }),
    async close() {
      await built.app.close()
      await storage.close()
      storage.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The session cookie that a reply sets, as the next request sends it; null when it sets none. */
export function cookieOf(reply: LightMyRequestResponse): string | null {
  const cookie = reply.cookies.find(({ name }) => name === 'session' || name === '__Host-session')
  return cookie ? `${cookie.name}=${cookie.value}` : null
}

/** Stands for the built client: a start page, a file with a hash in its name, one without. */
function writeClient(folder: string): string {
  const client = join(folder, 'client')
  mkdirSync(join(client, 'assets'), { recursive: true })
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Samplan</title>')
  writeFileSync(join(client, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(client, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return client
}
