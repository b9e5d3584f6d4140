/**
 * The messages of one socket on their way in, read no faster than its pace and
 * not while it has to wait for something. What is not read waits in the sender's
 * own machine: the socket is paused, nothing is thrown away (rules L5, L6).
 */
import type { WebSocket } from 'ws'
import type { Pace } from './pace.ts'

export interface InboxDeps {
  readonly socket: WebSocket
  readonly pace: Pace
  /** Must reading wait: for the log, for an answer that is made, or one that is not taken? */
  readonly mustWait: () => boolean
  readonly read: (bytes: Uint8Array) => void
}

export class Inbox {
  readonly #deps: InboxDeps
  readonly #messages: Uint8Array[] = []
  #wakeUp: NodeJS.Timeout | null = null
  #isReading = false
  #isStopped = false

  constructor(deps: InboxDeps) {
    this.#deps = deps
  }

  push(bytes: Uint8Array): void {
    if (this.#isStopped) return
    this.#messages.push(bytes)
    this.readOn()
  }

  /** Reads what may be read; called again whenever something has changed. */
  readOn(): void {
    // Reading one message may settle another and call this again.
    if (this.#isReading || this.#isStopped) return
    this.#isReading = true
    const { pace, mustWait } = this.#deps
    while (this.#messages.length > 0 && !mustWait() && pace.waitMs() === 0) this.#readOne()
    this.#isReading = false
    this.#rest()
  }

  #readOne(): void {
    const bytes = this.#messages.shift()
    if (!bytes) return
    this.#deps.pace.count(bytes.byteLength)
    this.#deps.read(bytes)
  }

  #rest(): void {
    const { socket, pace, mustWait } = this.#deps
    if (this.#messages.length === 0) {
      if (socket.isPaused) socket.resume()
      return
    }
    socket.pause()
    // Whoever made it wait for something else calls when that is done.
    if (mustWait() || this.#wakeUp) return
    this.#wakeUp = setTimeout(
      () => {
        this.#wakeUp = null
        this.readOn()
      },
      Math.max(1, pace.waitMs()),
    )
  }

  /** Reads what has arrived, without regard to pace, and then no more. */
  stop(): void {
    this.#isStopped = true
    this.#deps.socket.pause()
    while (this.#messages.length > 0) this.#readOne()
  }

  /** Forgets what was not read. A paused socket would never hear the other side say goodbye. */
  end(): void {
    this.#messages.length = 0
    if (this.#wakeUp) clearTimeout(this.#wakeUp)
    if (this.#deps.socket.isPaused) this.#deps.socket.resume()
  }
}
