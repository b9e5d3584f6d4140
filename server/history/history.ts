/** The history of plans put together: what reads logs, and what knows of visits. */
import type { MemberId, PlanId } from '../../shared/ids.ts'
import type { DocThread } from '../sync/doc-thread.ts'
import type { UpdateLog } from '../sync/update-log.ts'
import type { HistoryStore } from './history-store.ts'
import { createLogReader, type LogReader } from './read-log.ts'
import { createVisits, type Visits, type VisitsDeps } from './visits.ts'

export interface HistoryDeps extends Pick<VisitsDeps, 'isHere' | 'nowMs' | 'logger'> {
  readonly store: HistoryStore
  readonly log: UpdateLog
  readonly docs: DocThread
}

export interface History extends HistoryDeps {
  readonly reader: LogReader
  readonly visits: Visits
  /** The last socket of somebody on a plan is closed. */
  left(planId: PlanId, memberId: MemberId): void
  /** Begins to read all logs on, after an upgrade years of them; what fails is logged. */
  readOn(): void
  /** Waits for what is under way. */
  close(): Promise<void>
}

export function createHistory(deps: HistoryDeps): History {
  const reader = createLogReader(deps)
  const visits = createVisits(deps)
  return {
    ...deps,
    reader,
    visits,
    left: (planId, memberId) => visits.left(planId, memberId),
    readOn() {
      reader.catchUpAll().catch((error: unknown) => {
        deps.logger.warn({ err: error }, 'the history of plans could not be read on')
      })
    },
    async close() {
      await reader.close()
      await visits.close()
    },
  }
}
