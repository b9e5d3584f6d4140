/**
 * When somebody was last in a plan. A visit begins when their page says so, and ends when the
 * last of their sockets on the plan closes; a crash loses the end, and then it ended where it
 * began.
 *
 * All windows that are open at one time are one visit: each is told where the one before ended.
 */
import { Failure } from '../../shared/failure.ts'
import type { MemberId, PlanId } from '../../shared/ids.ts'
import type { EndedVisit, HistoryStore, StoredVisit } from './history-store.ts'

export interface VisitsDeps {
  readonly store: Pick<HistoryStore, 'beginVisit' | 'endVisits'>
  /** Have they a socket on the plan? */
  readonly isHere: (planId: PlanId, memberId: MemberId) => boolean
  readonly nowMs: () => number
  readonly logger: { warn(what: object, message: string): void }
}

export interface Visits {
  /**
   * They are here. `last`: where the visit before this one ended.
   *
   * @throws Failure 'plan-not-found', 'storage-unavailable'.
   */
  begin(
    planId: PlanId,
    memberId: MemberId,
  ): Promise<{ readonly last: StoredVisit | null; readonly head: number }>
  /** Their last socket on the plan is closed. */
  left(planId: PlanId, memberId: MemberId): void
  /** Waits until all ends are stored. */
  close(): Promise<void>
}

/** Visits that are kept in mind; a page that never opens its socket leaves one behind. */
const MAX_OPEN = 10_000

export function createVisits({ store, isHere, nowMs, logger }: VisitsDeps): Visits {
  /** Of those who are here: where their visit before ended. */
  const open = new Map<string, StoredVisit | null>()
  /** Not stored yet. */
  let ended: EndedVisit[] = []
  let storing = Promise.resolve()

  /** All that have ended meanwhile at once: when the server stops, those of a whole school. */
  const storeEnds = async () => {
    const visits = ended
    ended = []
    if (visits.length === 0) return
    await store.endVisits(visits).catch((error: unknown) => {
      logger.warn({ err: error, visits: visits.length }, 'the ends of visits were not stored')
    })
  }

  return {
    async begin(planId, memberId) {
      const key = `${planId} ${memberId}`
      // Who comes back by a reload may be faster than the end of what was before.
      await storing
      const known = isHere(planId, memberId) ? open.get(key) : undefined
      const begun = await store.beginVisit(planId, memberId, nowMs())
      if (!begun) throw new Failure('plan-not-found', planId)
      const { head } = begun
      // Of a plan that was written anew since it says nothing.
      const last = known === undefined ? begun.last : known && known.seq <= head ? known : null
      open.delete(key)
      open.set(key, last)
      const [oldest] = open.keys()
      if (oldest !== undefined && open.size > MAX_OPEN) open.delete(oldest)
      return { last, head }
    },

    left(planId, memberId) {
      open.delete(`${planId} ${memberId}`)
      ended.push({ planId, memberId, atMs: nowMs() })
      storing = storing.then(storeEnds)
    },

    close: () => storing,
  }
}
