/**
 * Keeps the rows that lists show and searches read within two seconds of the plans'
 * logs, and within thirty where people only type: to read a whole plan every second for
 * each that is typed in costs more than all else that typing does.
 *
 * One refresh per plan at a time, at most one a second; a commit that comes in
 * between asks for one more. Rows that a crash or a stop left behind are caught
 * up with at the next start.
 */
import type { PlanId } from '../../shared/ids.ts'
import type { PlanRooms } from './plan-rooms.ts'
import type { PlanStore } from './plan-store.ts'
import { summarizePlan } from './plan-summary.ts'
import type { SearchStore } from './search-store.ts'
import { searchedTexts } from './searched-plan.ts'

const REFRESH_AFTER_MS = 1000
/** A text that was empty may have got its first letter, so it cannot wait for ever. */
const REFRESH_AFTER_LETTERS_MS = 29_000

export interface SummaryRefresherDeps {
  readonly store: Pick<PlanStore, 'saveSummary' | 'listBehind'>
  readonly search: Pick<SearchStore, 'saveTexts'>
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
  search,
  rooms,
  logger,
}: SummaryRefresherDeps): SummaryRefresher {
  const timers = new Map<PlanId, { readonly timer: NodeJS.Timeout; readonly isSoon: boolean }>()
  const running = new Map<PlanId, Promise<void>>()

  const refresh = async (planId: PlanId) => {
    const { plan, seq } = await rooms.readPlan(planId)
    await store.saveSummary(planId, seq, summarizePlan(plan))
    await search.saveTexts(planId, seq, searchedTexts(plan))
  }

  const refreshQuietly = (planId: PlanId): Promise<void> =>
    refresh(planId).catch((error: unknown) => {
      logger.warn({ err: error, planId }, 'the summary of a plan could not be refreshed')
    })

  const refreshLater = (planId: PlanId, isSoon: boolean) => {
    const set = timers.get(planId)
    if (set && (set.isSoon || !isSoon)) return
    clearTimeout(set?.timer)
    const delayMs = isSoon ? REFRESH_AFTER_MS : REFRESH_AFTER_LETTERS_MS
    const timer = setTimeout(() => {
      timers.delete(planId)
      const before = running.get(planId) ?? Promise.resolve()
      const refreshing = before.then(() => refreshQuietly(planId))
      running.set(planId, refreshing)
      void refreshing.then(() => running.get(planId) === refreshing && running.delete(planId))
    }, delayMs)
    timers.set(planId, { timer, isSoon })
  }

  // The log's ids are the plans'.
  const stopListening = rooms.onCommitted((planId, _seq, isOnlyLetters) =>
    refreshLater(planId as PlanId, !isOnlyLetters),
  )

  return {
    refresh,
    async catchUp() {
      for (const planId of await store.listBehind()) await refreshQuietly(planId)
    },
    async close() {
      stopListening()
      for (const { timer } of timers.values()) clearTimeout(timer)
      timers.clear()
      await Promise.all(running.values())
    },
  }
}
