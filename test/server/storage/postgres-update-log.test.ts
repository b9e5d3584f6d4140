import { afterAll } from 'vitest'
import { openTestStorage, type TestStorage } from '../../support/engines.ts'
import { addPlan, addSchoolOfPlans } from '../../support/sqlite-plans.ts'
import { describeUpdateLog } from '../../support/update-log-contract.ts'
import type { UpdateLog } from '../../../server/sync/update-log.ts'

let opened: Promise<{ readonly storage: TestStorage; readonly log: UpdateLog }> | null = null

afterAll(async () => {
  const { storage, log } = (await opened) ?? {}
  await log?.close()
  await storage?.close()
})

// One for all: to open one takes longer than most of the tests do.
describeUpdateLog('the log in Postgres', async () => {
  const { storage, log } = await (opened ??= openLog())
  const { database } = storage
  await database.db.deleteFrom('school').execute()
  await addSchoolOfPlans(database)
  return {
    log,
    addPlan: (planId) => addPlan(database, planId),
    close: () => Promise.resolve(),
  }
})

async function openLog() {
  const storage = await openTestStorage('postgres')
  const log = await storage.openUpdateLog((error) => {
    throw error
  })
  return { storage, log }
}
