/**
 * The WebSocket of `ws`, with one close code of ours: a message over the limit is
 * closed with 4413 and not with 1009, which a client would take for a hiccup and
 * send its message again, for ever.
 */
import { MAX_FRAME_BYTES } from '../../shared/protocol/limits.ts'
import { WebSocket } from 'ws'
import { FAILURES } from '../../shared/failure.ts'

const MESSAGE_TOO_BIG = 1009

export class PlanSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === MESSAGE_TOO_BIG) {
      super.close(FAILURES['update-too-large'].close, 'update-too-large')
    } else {
      super.close(code, reason)
    }
  }
}

/** How sockets are opened. */
export const SOCKET_OPTIONS = {
  noServer: true,
  // 500 connections with it: 240 MB more.
  perMessageDeflate: false,
  // A little more than is allowed, so that it is us who say so.
  maxPayload: MAX_FRAME_BYTES + 1024,
  /** Milliseconds that a closed socket has to take what was sent and to answer. */
  closeTimeout: 10_000,
  WebSocket: PlanSocket,
}
