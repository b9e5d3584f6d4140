/** What is cleared up and caught up with at the start and once an hour: every part's own step. */
import type { FastifyBaseLogger } from 'fastify'
import type { EraseDeps } from './erasure/erase.ts'
import { removeExpiredSchools } from './example/remove-expired.ts'
import type { History } from './history/history.ts'
import { everySoOften, HOUR_MS, type RepeatedWork } from './ops/every-so-often.ts'
import type { Sessions } from './people/sessions.ts'
import { removeLongDeleted } from './plans/deleted-plans.ts'
import type { SummaryRefresher } from './plans/summary-refresher.ts'
import { clearUp } from './retention/clear-up.ts'
import type { createStores } from './storage/stores.ts'
import type { SyncServer } from './sync/sync-server.ts'

export interface HousekeepingDeps {
  readonly stores: ReturnType<typeof createStores>
  readonly sessions: Pick<Sessions, 'removeEnded'>
  readonly rooms: SyncServer
  readonly summaries: Pick<SummaryRefresher, 'catchUp'>
  readonly history: Pick<History, 'readOn'>
  readonly erasing: EraseDeps
  readonly nowMs: () => number
  readonly logger: FastifyBaseLogger
}

export function keepHouse(deps: HousekeepingDeps): RepeatedWork {
  const { stores, sessions, rooms, summaries, history, erasing, nowMs, logger } = deps
  const { schools, plans, accounts, retention, inbox, pupils } = stores
  return everySoOften(
    HOUR_MS,
    [
      { name: 'expired schools', work: () => removeExpiredSchools({ schools, rooms, nowMs }) },
      { name: 'deleted plans', work: () => removeLongDeleted(plans, nowMs()) },
      { name: 'sessions', work: () => sessions.removeEnded() },
      { name: 'links to sign in', work: () => accounts.removeEnded(nowMs()) },
      {
        name: 'what schools keep no longer',
        work: () => clearUp({ store: retention, inbox, erasing }, nowMs()),
      },
      { name: 'pupils’ codes', work: () => pupils.forgetCodes(nowMs()) },
      { name: 'summaries', work: () => summaries.catchUp() },
      { name: 'packing the history', work: () => rooms.packHistory() },
      { name: 'versions', work: () => history.readOn() },
    ],
    (step, error) => logger.error({ err: error, step }, 'a step of the hourly clearing up failed'),
  )
}
