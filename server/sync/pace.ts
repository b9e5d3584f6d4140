/** How fast one connection is read: messages and bytes, each with a burst. */
import {
  BYTE_BURST,
  MAX_BYTES_PER_SECOND,
  MAX_MESSAGES_PER_SECOND,
  MESSAGE_BURST,
} from '../../shared/protocol/limits.ts'
import { createTokenBucket } from './token-bucket.ts'

export interface Pace {
  /** A message of this size was read. */
  count(byteLength: number): void
  /** The last message does not count: it only said what it was told. */
  forgive(): void
  /** Milliseconds until the next message may be read; 0: now. */
  waitMs(): number
}

/** The rates of limits.ts. */
export function createPace(nowMs: () => number): Pace {
  const messages = createTokenBucket(MAX_MESSAGES_PER_SECOND, MESSAGE_BURST, nowMs())
  const bytes = createTokenBucket(MAX_BYTES_PER_SECOND, BYTE_BURST, nowMs())
  return {
    count(byteLength) {
      messages.take(1, nowMs())
      bytes.take(byteLength, nowMs())
    },
    forgive: () => messages.take(-1, nowMs()),
    waitMs: () => Math.max(messages.waitMs(nowMs()), bytes.waitMs(nowMs())),
  }
}

/** No rates: for load tests on a loopback host. */
export const UNLIMITED_PACE: Pace = {
  count: () => undefined,
  forgive: () => undefined,
  waitMs: () => 0,
}
