/**
 * What was not sent, was thrown away and is had back: it goes to the store that is open by then,
 * which may be another one than it was thrown away from. Where none is, it is kept on the device
 * for the next; and in this window, for as long as the device has not kept it.
 */
import type { DiscussDatabase } from '../open-plan/discuss-database.ts'
import type { Said } from './outbox.ts'

export interface BroughtBack {
  bring(said: Said): void
  /**
   * The store that was opened last gets what is brought, and what had come before.
   *
   * @returns stop: it is closed.
   */
  take(taker: (said: Said) => void): () => void
  /** Is something only in this window? */
  readonly hasAny: boolean
}

/** @param open rejects where nothing can be kept. */
export function createBroughtBack(open: () => Promise<DiscussDatabase<Said>>): BroughtBack {
  const held = new Map<string, Said>()
  const takers: ((said: Said) => void)[] = []
  const keep = async (said: Said) => {
    const kept = await open()
    try {
      await kept.keepWaiting(said)
      held.delete(said.id)
    } finally {
      kept.close()
    }
  }
  return {
    get hasAny() {
      return held.size > 0
    },
    bring(said) {
      const taker = takers.at(-1)
      if (taker) return taker(said)
      held.set(said.id, said)
      void keep(said).catch(() => undefined)
    },
    take(taker) {
      takers.push(taker)
      for (const said of held.values()) taker(said)
      held.clear()
      return () => void takers.splice(takers.indexOf(taker), 1)
    },
  }
}
