/**
 * A WebSocket that counts the content frames it sends, so that *saved(n)* can be read:
 * every frame up to the n-th of this socket is durable.
 *
 * An update that comes before this socket's step2 is not sent: the step2 will carry it. Sent
 * on a slow line it would be with the server long before what it builds on, and be refused.
 */
import { MESSAGE_SYNC, SYNC_STEP2, SYNC_UPDATE } from '../../shared/protocol/frames.ts'

export interface FrameCount {
  /** A new socket: nothing was sent on it. */
  began(): void
  /** A content frame was sent. */
  sent(isStep2: boolean): void
}

/** A class for y-websocket to make its sockets of. */
export function countingSocket(Base: typeof WebSocket, count: FrameCount): typeof WebSocket {
  return class extends Base {
    #hasSentStep2 = false

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      count.began()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const type = data instanceof Uint8Array && data[0] === MESSAGE_SYNC ? data[1] : null
      if (type === SYNC_UPDATE && !this.#hasSentStep2) return
      super.send(data)
      if (type !== SYNC_STEP2 && type !== SYNC_UPDATE) return
      this.#hasSentStep2 ||= type === SYNC_STEP2
      count.sent(type === SYNC_STEP2)
    }
  }
}
