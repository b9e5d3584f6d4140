/**
 * A line between a client and a server, driven by hand. It is ordered, as a socket is; when
 * something passes, when it is held up and when it breaks is for the test to say.
 *
 * The server's end is a stream under its own WebSocketServer: upgrade, frames, pauses and
 * closing are the real ones, and what a client has not taken stays in the stream's buffer.
 */
import type { Duplex } from 'node:stream'
import type { SyncServer } from '../../../server/sync/sync-server.ts'
import { createServerEnd, upgradeRequest } from './server-end.ts'
import {
  clientSocketFrame,
  createServerFrameReader,
  OPCODE,
  type SocketFrame,
} from './socket-bytes.ts'

export type Handler = ((event: never) => void) | null

/** The client's end of a line. */
export interface ClientSocket {
  readyState: number
  onopen: Handler
  onmessage: Handler
  onclose: Handler
  onerror: Handler
  send(data: Uint8Array): void
  close(): void
}

export interface LineWatch {
  /** A client has sent a message; its number among all that were sent. */
  said(): number
  /** The server has written this frame; nobody has it yet. */
  wrote(line: Line, frame: SocketFrame): void
  /** This message is with the server. */
  delivered(line: Line, message: Uint8Array, number: number): void
}

/** How a client comes: its address with the query, and its session. */
export interface Dial {
  readonly url: string
  readonly session: string
}

/** The states of a WebSocket. */
export const OPEN = 1
const CLOSING = 2
export const CLOSED = 3

export class Line {
  readonly dial: Dial
  /** The process at the client's end. */
  readonly owner: string
  readonly socket: ClientSocket
  /** Held up: nothing passes, and nobody is told. */
  isHeld = false
  readonly #watch: LineWatch
  readonly #up: ({ readonly bytes: Uint8Array; readonly number: number } | 'end')[] = []
  readonly #down: { readonly frame: SocketFrame | 'gone'; readonly endsAt: number }[] = []
  #isDialling = true
  #isBroken = false
  #isBallast = false
  #lastSaid: Uint8Array | null = null
  #stream: Duplex | null = null
  #writtenBytes = 0
  #takenBytes = 0
  #flushes: { readonly at: number; readonly done: () => void }[] = []

  constructor(dial: Dial, owner: string, socket: ClientSocket, watch: LineWatch) {
    this.dial = dial
    this.owner = owner
    this.socket = socket
    this.#watch = watch
  }

  get isOver(): boolean {
    return this.socket.readyState === CLOSED && (this.#stream === null || this.#stream.closed)
  }

  /** Does the server hold it for open? */
  get isAtServer(): boolean {
    return this.#stream !== null && !this.#stream.closed
  }

  /** Has it not reached the server yet? */
  get isDialling(): boolean {
    return this.#isDialling
  }

  /** Does nothing pass any more, whoever knows of it? */
  get isBroken(): boolean {
    return this.#isBroken
  }

  get waitingUp(): number {
    if (this.#isBroken) return 0
    return (this.#isDialling ? 1 : 0) + this.#up.length
  }

  get waitingDown(): number {
    return this.#isBroken ? 0 : this.#down.length
  }

  /** The client says something; on a closed line it reaches nobody. */
  say(message: Uint8Array, opcode: number = OPCODE.binary): void {
    if (this.socket.readyState !== CLOSED) {
      this.#up.push({ bytes: clientSocketFrame(opcode, message), number: this.#watch.said() })
    }
    if (opcode === OPCODE.binary) this.#lastSaid = message
  }

  /** The client sends its latest message once more; false: there is none. */
  repeat(): boolean {
    if (!this.#lastSaid || this.socket.readyState !== OPEN) return false
    this.socket.send(this.#lastSaid)
    return true
  }

  /** Lets the next thing through to the server; null: it is not there. */
  deliverUp(server: SyncServer | null): void {
    if (this.#isDialling) {
      this.#isDialling = false
      if (server) this.#upgrade(server)
      else this.noticeLoss()
      return
    }
    const next = this.#up.shift()
    if (next === undefined || !this.#stream || this.#stream.destroyed) return
    if (next === 'end') this.#stream.push(null)
    else {
      const { bytes, number } = next
      if ((bytes[0] ?? 0) % 16 === OPCODE.binary) {
        this.#watch.delivered(this, payloadOf(bytes), number)
      }
      this.#stream.push(bytes)
    }
  }

  #upgrade(server: SyncServer): void {
    const read = createServerFrameReader()
    this.#stream = createServerEnd({
      wrote: (chunk) => {
        this.#writtenBytes += chunk.byteLength
        if (this.#isBallast) return
        for (const frame of read(chunk)) {
          this.#watch.wrote(this, frame)
          this.#down.push({ frame, endsAt: this.#writtenBytes })
        }
      },
      whenTaken: (endsAt, done) => {
        if (this.#takenBytes >= endsAt) done()
        else this.#flushes.push({ at: endsAt, done })
      },
      gone: () => this.#down.push({ frame: 'gone', endsAt: this.#writtenBytes }),
    })
    const { url, session } = this.dial
    server.handleUpgrade(upgradeRequest(url, session), this.#stream, Buffer.alloc(0))
  }

  /** Lets the next frame through to the client. */
  deliverDown(): void {
    const next = this.#down.shift()
    if (!next) return
    this.#takenBytes = next.endsAt
    const { frame } = next
    if (frame === 'gone') {
      this.#up.push('end')
      this.noticeLoss()
    } else if (frame.opcode === 'open') {
      if (this.socket.readyState !== 0) return
      this.socket.readyState = OPEN
      this.socket.onopen?.({} as never)
    } else if (frame.opcode === OPCODE.ping) this.say(frame.payload, OPCODE.pong)
    else if (frame.opcode === OPCODE.close) this.#closedByServer(frame.payload)
    else if (frame.opcode === OPCODE.binary && this.socket.readyState === OPEN) {
      const data = Uint8Array.from(frame.payload).buffer
      this.socket.onmessage?.({ data } as never)
    }
  }

  /** The server hears that what it wrote was taken. */
  flush(): void {
    if (!this.isHeld && !this.#isBroken && this.#down.length === 0) {
      this.#takenBytes = this.#writtenBytes
    }
    const due = this.#flushes.filter(({ at }) => at <= this.#takenBytes)
    this.#flushes = this.#flushes.filter(({ at }) => at > this.#takenBytes)
    for (const { done } of due) done()
  }

  #closedByServer(payload: Buffer): void {
    if (this.socket.readyState === CLOSED) return
    if (this.socket.readyState === OPEN) this.say(payload, OPCODE.close)
    this.socket.readyState = CLOSED
    const code = payload.byteLength < 2 ? 1005 : payload.readUInt16BE(0)
    this.socket.onclose?.({ code, reason: payload.subarray(2).toString() } as never)
  }

  /** The client says goodbye. */
  hangUp(): void {
    if (this.socket.readyState >= CLOSING) return
    this.say(Uint8Array.of(1000 >> 8, 1000 & 0xff), OPCODE.close)
    this.socket.readyState = CLOSING
  }

  /** The client finds that its line is dead. */
  noticeLoss(): void {
    if (this.socket.readyState === CLOSED) return
    this.socket.readyState = CLOSED
    this.socket.onclose?.({ code: 1006, reason: '' } as never)
  }

  /** The client's end is gone without a word, and the server hears of it, or does not. */
  breakUp(isServerTold: boolean): void {
    this.#isBroken = true
    this.#isDialling = false
    if (isServerTold) this.#stream?.destroy()
  }

  /** The server's machine stops; this many of the frames under way still arrive. */
  loseServer(arriving: number): void {
    this.#stream = null
    this.#flushes = []
    if (this.#isDialling) return
    this.#down.splice(arriving)
    this.#down.push({ frame: 'gone', endsAt: Infinity })
  }

  /** So many bytes are under way to a client that takes none of them. */
  clog(ballast: Buffer): void {
    this.#isBallast = true
    this.#stream?.write(ballast)
    this.#isBallast = false
  }
}

function payloadOf(bytes: Uint8Array): Uint8Array {
  const short = (bytes[1] ?? 0) & 0x7f
  return bytes.subarray((short < 126 ? 2 : short === 126 ? 4 : 10) + 4)
}
