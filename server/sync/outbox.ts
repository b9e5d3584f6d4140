/**
 * Frames of one socket on their way out: the plan first, then what is new, one
 * write per turn of the event loop (rules W2, W7).
 *
 * Knows how much the other side has not taken yet; what is to be done about it
 * is said by the connection. The first plan is not held against anyone: it is
 * large, and there is one. Whoever asks again has asked for it.
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
  /** Frames of later answers that the other side has not taken. */
  #unsentAnswerFrames = 0
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

  /** An answer to someone who has the plan; `onTaken` once all of it is on its way. */
  sendAgain(frames: readonly Uint8Array[], onTaken: () => void): void {
    for (const frame of frames) {
      this.#unsentAnswerFrames += 1
      this.send(frame, () => {
        this.#unsentAnswerFrames -= 1
        if (this.#unsentAnswerFrames === 0) onTaken()
      })
    }
  }

  /** Is an answer on its way that is not the first? */
  get isAnsweringAgain(): boolean {
    return this.#unsentAnswerFrames > 0
  }

  /** Bytes that the other side has not taken, the first plan not counted. */
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
