/**
 * The sync server: opens sockets for those who may come in, joins them to the
 * room of their plan, and is the door for whoever else reads or writes plans.
 *
 * Composes the parts of this folder; knows no database, no session, no route.
 * See SPEC.md for what goes over the wire.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { Failure, FAILURES, type FailureCode } from '../../shared/failure.ts'
import type { Notice } from '../../shared/protocol/notice.ts'
import {
  CONTENT_HASH_AFTER_MS,
  KEEP_ALIVE_MS,
  MAX_CONNECTIONS_PER_PERSON,
  MAX_CONNECTIONS_PER_PLAN,
  ROOM_IDLE_MS,
} from '../../shared/protocol/limits.ts'
import { admission, type AdmissionDeps, type Admitted } from './admission.ts'
import { Connection } from './connection.ts'
import type { DocThread } from './doc-thread.ts'
import { closeOneByOne, goodbye } from './goodbye.ts'
import { createHashTeller } from './hash-teller.ts'
import { createHistoryPacker } from './history-packer.ts'
import { createPace, UNLIMITED_PACE } from './pace.ts'
import { createPlanReader, type ReadPlan, readPlanAt } from './plan-reader.ts'
import type { PlanChange } from './plan-change.ts'
import { SOCKET_OPTIONS } from './plan-socket.ts'
import type { Redaction } from './scrub-words.ts'
import { redactAsServer } from './rewrite-plan.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { appendAsServer, type Author, type Written } from './server-writer.ts'
import type { SyncLogger } from './sync-logger.ts'
import type { SyncPass } from './sync-pass.ts'
import type { UpdateLog } from './update-log.ts'

export interface SyncServerDeps extends AdmissionDeps {
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly logger: SyncLogger
  readonly nowMs: () => number
  /** Lifts rates and counts per person: for load tests on a loopback host. */
  readonly capsBench?: boolean
  /** Other times than those of limits.ts. */
  readonly times?: {
    readonly roomIdleMs?: number
    readonly keepAliveMs?: number
    readonly contentHashMs?: number
  }
}

/** @param isOnlyLetters letters in texts that were there came or went, and nothing else. */
export type CommitListener = (planId: string, seq: number, isOnlyLetters: boolean) => void

export interface SyncServer {
  /** For the http server's 'upgrade' event on /sync/:planId. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** The writing door: see server-writer.ts. */
  appendAsServer(planId: string, change: PlanChange, author: Author): Promise<Written>
  /** Takes something out of a plan and its history: see rewrite-plan.ts. */
  redactPlan(planId: string, redaction: Redaction): Promise<{ readonly places: number }>
  /** The plan as it is now. Failures: 'plan-not-found', 'storage-unavailable', 'server-error'. */
  readPlan(planId: string): Promise<ReadPlan>
  /** The plan as it was after this update; null beyond the latest. Failures as for `readPlan`. */
  readPlanAt(planId: string, seq: number): Promise<ReadPlan | null>
  /** Packs in the background what is left of older parts of logs. */
  packHistory(): void
  /** Told after something was stored and shown. Returns the way to stop. */
  onCommitted(listener: CommitListener): () => void
  /** Sends everyone out of a plan, with this failure's close code. */
  closeRoom(planId: string, code: FailureCode): void
  /** Closes all connections of one session: SyncPass.sessionKey. */
  closeSession(sessionKey: string, code: FailureCode): void
  /** Closes the connection that stands on this pass, if there is one yet. */
  closePass(pass: SyncPass, code: FailureCode): void
  /** Tells it that something beside the text changed: rights, for one. */
  notifyPass(pass: SyncPass): void
  /** Tells everybody of ours in a plan, or those of them who may write. */
  notifyPlan(planId: string, notice: Notice, to?: 'everybody' | 'writers'): void
  /**
   * Stores what was received, says 1012 to everyone, and is gone. The log and the doc thread are
   * the caller's.
   */
  close(): Promise<void>
}

export function createSyncServer(deps: SyncServerDeps): SyncServer {
  const { log, docs, logger, nowMs, times } = deps
  const listeners = new Set<CommitListener>()
  const packer = createHistoryPacker({ log, logger })
  const rooms = new Rooms({
    log,
    docs,
    logger,
    nowMs,
    idleMs: times?.roomIdleMs ?? ROOM_IDLE_MS,
    onCommitted(planId, seq, isOnlyLetters) {
      hashes.expectQuiet(planId)
      tellListeners(planId, seq, isOnlyLetters)
    },
    onCheckpoint: (planId) => packer.packPlan(planId),
  })
  const reader = createPlanReader({ log, docs, rooms })
  const readPlan: SyncServer['readPlan'] = (planId) => reader.readPlan(planId)
  const hashes = createHashTeller({
    find: (planId) => rooms.find(planId),
    readPlan,
    logger,
    quietMs: times?.contentHashMs ?? CONTENT_HASH_AFTER_MS,
  })
  const sockets = new WebSocketServer(SOCKET_OPTIONS)
  let isClosing = false
  const keepAlive = setInterval(
    () => connections().forEach((connection) => connection.keepAlive()),
    // Twice in the time, so that no gap is longer than it.
    (times?.keepAliveMs ?? KEEP_ALIVE_MS) / 2,
  )

  /** A listener that fails is no reason to stop the room. */
  const tellListeners: CommitListener = (planId, seq, isOnlyLetters) => {
    for (const listener of listeners) {
      try {
        listener(planId, seq, isOnlyLetters)
      } catch (error) {
        logger.error({ planId, seq, err: error }, 'a listener failed')
      }
    }
  }
  const connections = () => rooms.all().flatMap((room) => [...room.connections])
  const connectionOf = (pass: SyncPass) => connections().find((each) => each.pass === pass)

  /** A failure can only be told by opening the socket and closing it: a 401 is retried for ever. */
  const turnAway = (upgrade: Upgrade, code: FailureCode) => {
    logger.info({ url: upgrade.request.url?.split('?')[0], code }, 'a connection was turned away')
    sockets.handleUpgrade(upgrade.request, upgrade.stream, upgrade.head, (socket) => {
      socket.on('error', () => socket.terminate())
      socket.close(FAILURES[code].close, code)
    })
  }

  const letIn = async (upgrade: Upgrade) => {
    const admitted = isClosing ? 'server-restarting' : await admission(deps, upgrade.request)
    if (typeof admitted === 'string') return turnAway(upgrade, admitted)
    let isIn = false
    try {
      const room = await rooms.open(admitted.planId, admitted.pass.userId)
      const code = isClosing ? 'server-restarting' : obstacle(room, admitted)
      if (code) turnAway(upgrade, code)
      else isIn = connect(upgrade, room, admitted)
      if (!isIn) rooms.release(room)
    } finally {
      if (!isIn) admitted.pass.leave()
    }
  }

  const obstacle = (room: Room, { pass }: Admitted): FailureCode | null => {
    if (room.endedWith) return room.endedWith
    if (pass.epoch !== room.epoch) return 'epoch-changed'
    const refusal = pass.refusal('plan.read')
    if (refusal) return refusal
    if (room.connections.size >= MAX_CONNECTIONS_PER_PLAN) return 'plan-busy'
    const own = [...room.connections].filter((other) => other.pass.userId === pass.userId)
    return own.length >= MAX_CONNECTIONS_PER_PERSON && !deps.capsBench ? 'too-many-requests' : null
  }

  /** The connection now is a user of the room; false when the handshake was no good. */
  const connect = ({ request, stream, head }: Upgrade, room: Room, admitted: Admitted) => {
    let isConnected = false
    sockets.handleUpgrade(request, stream, head, (socket) => {
      isConnected = true
      const connection = new Connection({
        ...admitted,
        socket,
        stream,
        logger,
        pace: deps.capsBench ? UNLIMITED_PACE : createPace(() => performance.now()),
        onFrame: (from, frame) => room.receive(from, frame),
        onGone: (gone) => {
          room.leave(gone)
          rooms.release(room)
          gone.pass.leave()
        },
      })
      room.enter(connection)
    })
    return isConnected
  }

  return {
    handleUpgrade(request, stream, head) {
      // Before there is a WebSocket nobody else listens, and an unheard error ends the process.
      stream.on('error', () => stream.destroy())
      letIn({ request, stream, head }).catch((error: unknown) => {
        const code = error instanceof Failure ? error.code : 'server-error'
        logger.error({ err: error, code }, 'a connection could not be opened')
        if (!stream.destroyed) turnAway({ request, stream, head }, code)
      })
    },
    appendAsServer: (planId, change, author) =>
      appendAsServer({ log, docs, rooms, nowMs }, planId, change, author),
    async redactPlan(planId, redaction) {
      const done = await redactAsServer({ log, docs, rooms, nowMs }, planId, redaction)
      reader.forget(planId)
      return done
    },
    readPlan,
    readPlanAt: (planId, seq) => readPlanAt({ log, docs }, planId, seq),
    packHistory: () => packer.packLeftovers(),
    onCommitted(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    closeRoom: (planId, code) => rooms.endPlan(planId, code),
    closeSession(sessionKey, code) {
      const own = connections().filter(({ pass }) => pass.sessionKey === sessionKey)
      for (const connection of own) connection.close(code)
    },
    closePass: (pass, code) => connectionOf(pass)?.close(code),
    notifyPass: (pass) => void connectionOf(pass)?.notify({ kind: 'changed' }),
    notifyPlan(planId, notice, to = 'everybody') {
      for (const connection of rooms.find(planId)?.connections ?? []) {
        if (to === 'everybody' || connection.pass.mayWrite()) connection.notify(notice)
      }
    },
    async close() {
      isClosing = true
      clearInterval(keepAlive)
      hashes.close()
      for (const connection of connections()) connection.stopReading()
      await rooms.commit.drain()
      await closeOneByOne(connections())
      await Promise.all([...sockets.clients].map((socket) => goodbye(socket)))
      await rooms.close()
      await packer.close()
    },
  }
}

interface Upgrade {
  readonly request: IncomingMessage
  readonly stream: Duplex
  readonly head: Buffer
}
