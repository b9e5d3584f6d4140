/**
 * The WebSocket of `ws`, with one close code of ours: a message over the limit is
 * closed with 4413 and not with 1009, which a client would take for a hiccup and
 * send its message again, for ever.
 */
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
