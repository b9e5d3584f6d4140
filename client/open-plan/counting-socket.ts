/**
 * A WebSocket that counts the content frames it is given, so that *saved(n)* can
 * be read: every frame up to the n-th of this socket is durable.
 */
import { MESSAGE_SYNC, SYNC_STEP2, SYNC_UPDATE } from '../../shared/protocol/frames.ts'

export interface FrameCount {
  /** A new socket: nothing was sent on it. */
  began(): void
  /** A content frame was given to the socket. */
  sent(isStep2: boolean): void
}

/** A class for y-websocket to make its sockets of. */
export function countingSocket(Base: typeof WebSocket, count: FrameCount): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      count.began()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      if (!(data instanceof Uint8Array) || data[0] !== MESSAGE_SYNC) return
      if (data[1] === SYNC_STEP2 || data[1] === SYNC_UPDATE) count.sent(data[1] === SYNC_STEP2)
    }
  }
}
