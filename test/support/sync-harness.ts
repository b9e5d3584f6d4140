/**
 * A sync server behind a real http server on a free port, with a door that
 * believes what a client says of itself: `?as=kari` (a teacher), `?as=gro:guest`.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createDocThread, type DocThread } from '../../server/sync/doc-thread.ts'
import type { SyncPass } from '../../server/sync/sync-pass.ts'
import {
  createSyncServer,
  type SyncServer,
  type SyncServerDeps,
} from '../../server/sync/sync-server.ts'
import type { UpdateLog } from '../../server/sync/update-log.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { FailureCode } from '../../shared/failure.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import { NO_CONTENT } from '../../shared/plan/plan-content.ts'
import { type CollectedLog, createCollectedLog } from './collected-log.ts'

/** Well-formed plan ids, as many as a test needs. */
export const PLAN_IDS = ['a', 'b', 'c'].map((letter) => letter.repeat(20))
export const [PLAN_ID = ''] = PLAN_IDS

export const PUBLIC_ORIGIN = 'https://samplan.example'

export interface SyncHarness {
  /** ws://… without a path. */
  readonly url: string
  readonly port: number
  readonly server: SyncServer
  readonly docs: DocThread
  readonly logger: CollectedLog
  /** What the server holds for all sockets because the other side does not read. */
  heldBytes(): number
  stop(): Promise<void>
}

export interface HarnessOptions extends Partial<SyncServerDeps> {
  readonly log: UpdateLog
  readonly port?: number
}

export async function startSync(options: HarnessOptions): Promise<SyncHarness> {
  const logger = createCollectedLog()
  const docs = options.docs ?? createDocThread({ logger })
  const server = createSyncServer({
    admit: (request) => Promise.resolve(passOf(request)),
    publicOrigin: PUBLIC_ORIGIN,
    nowMs: () => Date.now(),
    logger,
    docs,
    ...options,
  })
  const http = createServer()
  const streams: Duplex[] = []
  http.on('upgrade', (request, socket, head) => {
    streams.push(socket)
    server.handleUpgrade(request, socket, head)
  })
  http.listen(options.port ?? 0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo

  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    server,
    docs,
    logger,
    heldBytes: () => streams.reduce((sum, { writableLength }) => sum + writableLength, 0),
    async stop() {
      await server.close()
      if (!options.docs) await docs.close()
      await closed(http)
    },
  }
}

/** `as=<name>[:<role>]`, and `refuse=<failure>` for a door that stays shut. */
export function passOf(request: IncomingMessage): SyncPass | FailureCode {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const refusal = searchParams.get('refuse')
  if (refusal) return refusal as FailureCode
  const [name = 'kari', role = 'teacher'] = (searchParams.get('as') ?? 'kari').split(':')
  return passFor(name, role as Role)
}

export function passFor(name: string, role: Role = 'teacher'): SyncPass {
  return {
    userId: `user-${name}` as UserId,
    memberId: `member-${name}` as MemberId,
    name,
    colour: 1,
    role,
    sessionKey: `session-${name}`,
    refusal: () => null,
    mayWrite: () => role === 'teacher' || role === 'coordinator',
    leave: () => undefined,
    epoch: 1,
  }
}

/** Makes the plan a plan, as the server does for a new one. */
export async function seed(server: SyncServer, planId = PLAN_ID): Promise<void> {
  await server.appendAsServer(
    planId,
    {
      kind: 'seed',
      templateId: CURRENT_TEMPLATE.id,
      templateVersion: CURRENT_TEMPLATE.version,
      seed: {
        title: 'Handlingsplan',
        language: 'nb',
        periodStart: null,
        periodEnd: null,
        content: NO_CONTENT,
      },
    },
    { userId: null },
  )
}

async function closed(http: Server): Promise<void> {
  http.closeAllConnections()
  http.close()
  await once(http, 'close')
}
