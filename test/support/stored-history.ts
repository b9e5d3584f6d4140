/** A plan in a database of an engine, with its log, the doc thread, and the store of its history. */
import type { HistoryStore } from '../../server/history/history-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import { createStores } from '../../server/storage/stores.ts'
import { createDocThread, type DocThread } from '../../server/sync/doc-thread.ts'
import type { UpdateLog } from '../../server/sync/update-log.ts'
import { type CollectedLog, createCollectedLog } from './collected-log.ts'
import { type Engine, openTestStorage, type TestStorage } from './engines.ts'
import { newPlan, newSchool } from './stored-school.ts'
import { PLAN_ID } from './sync-harness.ts'

export interface StoredHistory {
  readonly db: TestStorage['database']['db']
  readonly store: HistoryStore
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly logger: CollectedLog
  close(): Promise<void>
}

/** @param engine the usual one when absent. */
export async function openHistory(engine?: Engine): Promise<StoredHistory> {
  const storage = await openTestStorage(engine)
  const { db } = storage.database
  await createKyselySchoolStore(db).addExampleSchool(newSchool('a', [['kari', 'teacher']]), 9)
  await createKyselyPlanStore(db).addPlan(newPlan(PLAN_ID, 'a'))
  const log = await storage.openUpdateLog(() => undefined)
  const logger = createCollectedLog()
  const docs = createDocThread({ logger })
  return {
    db,
    store: createStores(db).history,
    log,
    docs,
    logger,
    async close() {
      await docs.close()
      await log.close()
      await storage.close()
      storage.remove()
    },
  }
}
