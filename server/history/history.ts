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

export interface History extends Pick<HistoryDeps, 'log' | 'docs' | 'nowMs' | 'logger'> {
  readonly store: HistoryStore
  readonly reader: LogReader
  readonly visits: Visits
  /** The last socket of somebody on a plan is closed. */
  left(planId: PlanId, memberId: MemberId): void
  /**
   * Begins to read all logs on, after an upgrade years of them, when a moment has passed: after a
   * start, people who come back to their plans go first. What fails is logged.
   */
  readOn(): void
  /** Waits for what is under way. */
  close(): Promise<void>
}

/** By then those who were here before a restart have their plans open again. */
const READ_ON_AFTER_MS = 120_000

export function createHistory({ history: store, rights, ...deps }: HistoryDeps): History {
  const { isHere } = rights
  const reader = createLogReader({ ...deps, store })
  const visits = createVisits({ ...deps, store, isHere })
  let timer: NodeJS.Timeout | undefined

  const readAll = () => {
    timer = undefined
    reader.catchUpAll().catch((error: unknown) => {
      deps.logger.warn({ err: error }, 'the history of plans could not be read on')
    })
  }
  return {
    ...deps,
    store,
    reader,
    visits,
    left: (planId, memberId) => visits.left(planId, memberId),
    readOn() {
      timer ??= setTimeout(readAll, READ_ON_AFTER_MS).unref()
    },
    async close() {
      clearTimeout(timer)
      await reader.close()
      await visits.close()
    },
  }
}
