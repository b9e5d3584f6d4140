import { describe, expect, it } from 'vitest'
import { createPace } from '../../../server/sync/pace.ts'
import { createTokenBucket } from '../../../server/sync/token-bucket.ts'
import {
  BYTE_BURST,
  MAX_BYTES_PER_SECOND,
  MAX_MESSAGES_PER_SECOND,
  MESSAGE_BURST,
} from '../../../shared/protocol/limits.ts'

describe('the pace of a connection', () => {
  it('[L5] lets a burst through and then the sustained rate', () => {
    const clock = { nowMs: 0 }
    const pace = createPace(() => clock.nowMs)

    expect(messagesIn(pace)).toBe(MESSAGE_BURST)
    clock.nowMs += 1000
    expect(messagesIn(pace)).toBe(MAX_MESSAGES_PER_SECOND)
  })

  it('[L5] lets one frame of the largest size through, and pays for it', () => {
    const clock = { nowMs: 0 }
    const pace = createPace(() => clock.nowMs)

    pace.count(BYTE_BURST + MAX_BYTES_PER_SECOND)

    expect(pace.waitMs()).toBe(1000)
    clock.nowMs += 1001
    expect(pace.waitMs()).toBe(0)
  })

  it('[L5] does not count what is forgiven', () => {
    const pace = createPace(() => 0)
    for (let count = 0; count < MESSAGE_BURST * 10; count++) {
      pace.count(1)
      pace.forgive()
    }

    expect(pace.waitMs()).toBe(0)
    expect(messagesIn(pace)).toBe(MESSAGE_BURST)
  })

  it('never holds more than the burst', () => {
    const bucket = createTokenBucket(10, 5, 0)

    expect(bucket.waitMs(60_000)).toBe(0)
    bucket.take(6, 60_000)

    expect(bucket.waitMs(60_000)).toBe(100)
  })
})

function messagesIn(pace: ReturnType<typeof createPace>): number {
  let count = 0
  while (pace.waitMs() === 0 && count < 10_000) {
    pace.count(1)
    count += 1
  }
  return count
}
