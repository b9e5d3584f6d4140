/**
 * One client of a room, seen from its socket: who it is, what it said, what it
 * is owed, how it ends. Knows no plan.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { FAILURES, type FailureCode } from '../../shared/failure.ts'
import {
  awarenessFrame,
  type ClientFrame,
  noticeFrame,
  readClientFrame,
  rejectedFrame,
  savedFrame,
} from '../../shared/protocol/frames.ts'
import type { Notice } from '../../shared/protocol/notice.ts'
import {
  MAX_FRAME_BYTES,
  MAX_UNCOMMITTED_BYTES,
  SLOW_READER_BYTES,
  STUCK_READER_BYTES,
} from '../../shared/protocol/limits.ts'
import { Inbox } from './inbox.ts'
import { Outbox } from './outbox.ts'
import type { Pace } from './pace.ts'
import { Receipts } from './receipts.ts'
import type { SyncLogger } from './sync-logger.ts'
import type { SyncPass } from './sync-pass.ts'

export interface ConnectionDeps {
  readonly planId: string
  readonly socket: WebSocket
  /** The stream under the socket. */
  readonly stream: Duplex
  readonly pass: SyncPass
  /** Does it know our own frame types? */
  readonly isOurs: boolean
  readonly pace: Pace
  readonly logger: SyncLogger
  onFrame(connection: Connection, frame: ClientFrame): void
  onGone(connection: Connection): void
}

/** An awareness update about nobody: a message for clients that count messages. */
const NOTHING_FRAME = awarenessFrame(Uint8Array.of(0))
/** Ticks of the keep-alive without a sign of life. */
const SILENT_TICKS = 3

export class Connection {
  readonly pass: SyncPass
  readonly #deps: ConnectionDeps
  readonly #inbox: Inbox
  readonly #outbox: Outbox
  readonly #receipts = new Receipts()
  #isAnswering = false
  /** Presence frames sent that a stock client has not sent back yet. */
  #echoesDue = 0
  #hasWarnedOfRights = false
  #silentTicks = 0
  #isEnded = false

  constructor(deps: ConnectionDeps) {
    const { socket, stream, pace } = deps
    this.#deps = deps
    this.pass = deps.pass
    this.#outbox = new Outbox(socket, stream)
    this.#inbox = new Inbox({
      socket,
      pace,
      mustWait: () => this.#mustWait(),
      read: (bytes) => this.#read(bytes),
    })
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#hear(data, isBinary))
    socket.on('pong', () => (this.#silentTicks = 0))
    socket.on('error', (error) => this.#warn({ err: error }, 'the socket failed'))
    socket.on('close', () => {
      this.#end()
      deps.onGone(this)
    })
  }

  /** Is it over: closed by either side? */
  get isEnded(): boolean {
    return this.#isEnded
  }

  #mustWait(): boolean {
    if (this.#isEnded || this.#isAnswering || this.#outbox.isAnsweringAgain) return true
    return this.#receipts.openBytes >= MAX_UNCOMMITTED_BYTES
  }

  #hear(data: Buffer, isBinary: boolean): void {
    if (this.#isEnded) return
    this.#silentTicks = 0
    if (!isBinary) this.refuse('bad-frame', 'a text message')
    else if (data.byteLength > MAX_FRAME_BYTES) this.refuse('update-too-large', 'the frame')
    else this.#inbox.push(data)
  }

  #read(bytes: Uint8Array): void {
    if (this.#isEnded) return
    const frame = readClientFrame(bytes)
    if (frame) this.#deps.onFrame(this, frame)
    else this.refuse('bad-frame', 'not a frame')
  }

  /** Reads what has arrived and then no more: before the server ends. */
  stopReading(): void {
    this.#inbox.stop()
  }

  /** The number of a content frame that has just come: 1 for the first. */
  countContent(): number {
    return this.#receipts.countContent()
  }

  /** This content frame is settled later: the latest one, or one that waits already. */
  awaitLog(index: number, byteLength: number): void {
    this.#receipts.open(index, byteLength)
  }

  /** A content frame that waited is durable. */
  settle(index: number): void {
    this.#receipts.settle(index)
  }

  /** Says how far everything is durable or answered, if that has moved; reads on. */
  acknowledge(): void {
    const saved = this.#receipts.newlySaved()
    if (saved !== null && this.#deps.isOurs) this.send(savedFrame(saved))
    if (!this.#isEnded) this.#inbox.readOn()
  }

  /** A content frame without the right to write: dropped, the connection goes on reading. */
  rejectWrite(index: number): void {
    if (!this.#hasWarnedOfRights) this.#warn({ code: 'access-denied' }, 'a write was dropped')
    this.#hasWarnedOfRights = true
    this.#sendRejected(index, 'access-denied')
  }

  /** A content frame that must not come in. It leaves a gap, so the connection ends. */
  refuseContent(index: number, code: FailureCode, why: string): void {
    this.#sendRejected(index, code)
    this.refuse(code, why)
  }

  #sendRejected(index: number, code: FailureCode): void {
    if (this.#deps.isOurs) this.send(rejectedFrame(index, code))
  }

  /** Has it been sent the plan? */
  get hasPlan(): boolean {
    return this.#outbox.hasPlan
  }

  /** While the plan is put together nothing is read, and what others write waits its turn. */
  beginAnswer(): void {
    this.#isAnswering = true
    this.#outbox.holdBack()
  }

  /** The plan, what came meanwhile, then `closing`; reads on. */
  answer(plan: readonly Uint8Array[], closing: readonly Uint8Array[]): void {
    this.#isAnswering = false
    if (!this.#canTake()) return
    if (this.#outbox.hasPlan) {
      this.#outbox.sendAgain([...plan, ...closing], () => this.#inbox.readOn())
    } else {
      this.#outbox.sendPlan(plan, closing)
    }
    this.#inbox.readOn()
  }

  /** Something new in the plan. */
  show(frame: Uint8Array): void {
    if (this.#canTake()) this.#outbox.show(frame)
  }

  /** Something beside the text, never before the plan. false: they do not know notices. */
  notify(notice: Notice): boolean {
    if (!this.#deps.isOurs || !this.#outbox.hasPlan) return false
    this.send(noticeFrame(notice))
    return true
  }

  /** Who is here. false: it is a slow reader and was left out. */
  showPresence(frame: Uint8Array): boolean {
    if (this.#outbox.unsentBytes > SLOW_READER_BYTES) return false
    this.#echoesDue += 1
    this.send(frame)
    return true
  }

  /** What was just read is only what we had told it: as often as we did, that costs nothing. */
  hearEcho(): void {
    if (this.#echoesDue === 0) return
    this.#echoesDue -= 1
    this.#deps.pace.forgive()
  }

  send(frame: Uint8Array): void {
    if (this.#canTake()) this.#outbox.send(frame)
  }

  #canTake(): boolean {
    if (this.#isEnded) return false
    if (this.#outbox.unsentBytes <= STUCK_READER_BYTES) return true
    this.refuse('plan-busy', 'it does not read what it is sent')
    return false
  }

  /** Called at regular times: a stock client needs a message, a dead one must be found. */
  keepAlive(): void {
    if (this.#isEnded) return
    const { socket } = this.#deps
    if (!this.#outbox.hasSentSinceAsked()) this.send(NOTHING_FRAME)
    this.#outbox.hasSentSinceAsked()
    // We do not listen, so it cannot be heard; but it is for them to take an answer.
    if (socket.isPaused && !this.#outbox.isAnsweringAgain) return
    if (++this.#silentTicks > SILENT_TICKS) socket.terminate()
    else socket.ping()
  }

  /** Closes, and writes down why. */
  refuse(code: FailureCode, why: string): void {
    if (this.#isEnded) return
    this.#warn({ code, why }, 'a connection was refused')
    this.close(code)
  }

  close(code: FailureCode): void {
    if (this.#isEnded) return
    this.#end()
    this.#deps.socket.close(FAILURES[code].close, code)
  }

  terminate(): void {
    this.#deps.socket.terminate()
  }

  #end(): void {
    this.#isEnded = true
    this.#inbox.end()
  }

  #warn(facts: object, message: string): void {
    const { logger, planId } = this.#deps
    logger.warn({ planId, userId: this.pass.userId, ...facts }, message)
  }
}
