/**
 * Keeps the rows that lists show within two seconds of the plans' logs.
 *
 * One refresh per plan at a time, at most one a second; a commit that comes in
 * between asks for one more. Rows that a crash or a stop left behind are caught
 * up with at the next start.
 */
import type { PlanId } from '../../shared/ids.ts'
import type { PlanRooms } from './plan-rooms.ts'
import type { PlanStore } from './plan-store.ts'
import { summarizePlan } from './plan-summary.ts'

const REFRESH_AFTER_MS = 1000

export interface SummaryRefresherDeps {
  readonly store: Pick<PlanStore, 'saveSummary' | 'listBehind'>
  readonly rooms: Pick<PlanRooms, 'readPlan' | 'onCommitted'>
  readonly logger: { warn(what: object, message: string): void }
}

export interface SummaryRefresher {
  /** Now, and done when the promise is. */
  refresh(planId: PlanId): Promise<void>
  /** Refreshes every plan whose row is behind its log. */
  catchUp(): Promise<void>
  /** No more refreshes; waits for those under way. */
  close(): Promise<void>
}

export function createSummaryRefresher({
  store,
  rooms,
  logger,
}: SummaryRefresherDeps): SummaryRefresher {
  const timers = new Map<PlanId, NodeJS.Timeout>()
  const running = new Map<PlanId, Promise<void>>()

  const refresh = async (planId: PlanId) => {
    const { plan, seq } = await rooms.readPlan(planId)
    await store.saveSummary(planId, seq, summarizePlan(plan))
  }

  const refreshQuietly = (planId: PlanId): Promise<void> =>
    refresh(planId).catch((error: unknown) => {
      logger.warn({ err: error, planId }, 'the summary of a plan could not be refreshed')
    })

  const refreshSoon = (planId: PlanId) => {
    if (timers.has(planId)) return
    const timer = setTimeout(() => {
      timers.delete(planId)
      const before = running.get(planId) ?? Promise.resolve()
      const refreshing = before.then(() => refreshQuietly(planId))
      running.set(planId, refreshing)
      void refreshing.then(() => running.get(planId) === refreshing && running.delete(planId))
    }, REFRESH_AFTER_MS)
    timers.set(planId, timer)
  }

  // The log's ids are the plans'.
  const stopListening = rooms.onCommitted((planId) => refreshSoon(planId as PlanId))

  return {
    refresh,
    async catchUp() {
      for (const planId of await store.listBehind()) await refreshQuietly(planId)
    },
    async close() {
      stopListening()
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      await Promise.all(running.values())
    },
  }
}
