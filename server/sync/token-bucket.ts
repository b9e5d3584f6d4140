/** A rate with a burst: what may be taken now, and when the next may be. */

export interface TokenBucket {
  /** Takes; may go into debt, which the rate pays off. */
  take(amount: number, nowMs: number): void
  /** Milliseconds until something may be taken again; 0: now. */
  waitMs(nowMs: number): number
}

/** Full at the start. */
export function createTokenBucket(perSecond: number, burst: number, nowMs: number): TokenBucket {
  let tokens = burst
  let filledAtMs = nowMs
  const fill = (now: number) => {
    tokens = Math.min(burst, tokens + ((now - filledAtMs) / 1000) * perSecond)
    filledAtMs = now
  }

  return {
    take(amount, now) {
      fill(now)
      tokens -= amount
    },
    waitMs(now) {
      fill(now)
      return tokens > 0 ? 0 : Math.max(1, Math.ceil((-tokens / perSecond) * 1000))
    },
  }
}
