/**
 * How often something was tried under a key within a while. In this program's
 * memory: after a restart everybody begins anew.
 */

export interface CounterTraits {
  readonly limit: number
  readonly windowMs: number
  readonly nowMs: () => number
}

/** More keys than a school has; then the oldest are let go. */
const MAX_KEYS = 20_000

export type Counter = ReturnType<typeof createCounter>

export function createCounter({ limit, windowMs, nowMs }: CounterTraits) {
  const tries = new Map<string, { count: number; readonly endsAtMs: number }>()

  const current = (key: string) => {
    const found = tries.get(key)
    if (found && found.endsAtMs > nowMs()) return found
    tries.delete(key)
    return null
  }

  return {
    /** Counts one try. false, and not counted, when there were too many. */
    take(key: string): boolean {
      const found = current(key)
      if (found && found.count >= limit) return false
      if (found) found.count += 1
      else tries.set(key, { count: 1, endsAtMs: nowMs() + windowMs })
      if (tries.size > MAX_KEYS) tries.delete(tries.keys().next().value ?? '')
      return true
    },

    /** Were there too many? Counts nothing. */
    isFull: (key: string) => (current(key)?.count ?? 0) >= limit,

    /** It was no such try after all. */
    giveBack(key: string): void {
      const found = current(key)
      if (found && found.count > 0) found.count -= 1
    },
  }
}
