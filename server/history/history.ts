/** The history of plans put together: what reads logs, and what knows of visits. */
import type { MemberId, PlanId } from '../../shared/ids.ts'
import type { LiveRights } from '../plans/live-rights.ts'
import type { DocThread } from '../sync/doc-thread.ts'
import type { UpdateLog } from '../sync/update-log.ts'
import type { HistoryStore } from './history-store.ts'
import { createLogReader, type LogReader } from './read-log.ts'
import { createVisits, type Visits } from './visits.ts'

export interface HistoryDeps {
  readonly history: HistoryStore
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly rights: Pick<LiveRights, 'isHere'>
  readonly nowMs: () => number
  readonly logger: { warn(what: object, message: string): void }
}

export interface History extends Pick<HistoryDeps, 'log' | 'docs' | 'nowMs'> {
  readonly store: HistoryStore
  readonly reader: LogReader
  readonly visits: Visits
  /** The last socket of somebody on a plan is closed. */
  left(planId: PlanId, memberId: MemberId): void
  /** Begins to read all logs on, after an upgrade years of them; what fails is logged. */
  readOn(): void
  /** Waits for what is under way. */
  close(): Promise<void>
}

export function createHistory({ history: store, rights, ...deps }: HistoryDeps): History {
  const { isHere } = rights
  const reader = createLogReader({ ...deps, store })
  const visits = createVisits({ ...deps, store, isHere })
  return {
    ...deps,
    store,
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
