/**
 * Frames of one socket on their way out: the plan first, then what is new, one
 * write per turn of the event loop (rules W2, W7).
 *
 * Knows how much the other side has not taken yet; what is to be done about it
 * is said by the connection.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

export class Outbox {
  readonly #socket: WebSocket
  readonly #stream: Duplex
  /** New frames that wait until the plan has been sent; null: none do. */
  #heldBack: Uint8Array[] | null = null
  #hasPlan = false
  #planBytes = 0
  #isCorked = false
  #hasSent = false

  /** @param stream the one under the socket. */
  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket
    this.#stream = stream
  }

  send(frame: Uint8Array, onFlushed?: () => void): void {
    this.#hasSent = true
    this.#cork()
    this.#socket.send(frame, onFlushed)
  }

  /** Has the plan been sent? */
  get hasPlan(): boolean {
    return this.#hasPlan
  }

  /** From now on what is new waits for the plan. */
  holdBack(): void {
    if (!this.#hasPlan) this.#heldBack ??= []
  }

  /** Something new in the plan: never before the plan itself. */
  show(frame: Uint8Array): void {
    if (this.#heldBack) this.#heldBack.push(frame)
    else if (this.#hasPlan) this.send(frame)
  }

  /** The plan, then what was held back, then `closing`. */
  sendPlan(plan: readonly Uint8Array[], closing: readonly Uint8Array[]): void {
    const frames = [...plan, ...(this.#heldBack ?? []), ...closing]
    this.#heldBack = null
    this.#hasPlan = true
    for (const frame of frames) {
      this.#planBytes += frame.byteLength
      this.send(frame, () => (this.#planBytes -= frame.byteLength))
    }
  }

  /** Bytes that the other side has not taken, the plan it asked for not counted. */
  get unsentBytes(): number {
    return Math.max(0, this.#socket.bufferedAmount - this.#planBytes)
  }

  /** Was anything sent since this was last asked? */
  hasSentSinceAsked(): boolean {
    const hasSent = this.#hasSent
    this.#hasSent = false
    return hasSent
  }

  #cork(): void {
    if (this.#isCorked) return
    this.#isCorked = true
    this.#stream.cork()
    process.nextTick(() => {
      this.#isCorked = false
      this.#stream.uncork()
    })
  }
}
