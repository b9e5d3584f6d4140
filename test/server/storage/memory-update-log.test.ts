import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { describeUpdateLog } from '../../support/update-log-contract.ts'

describeUpdateLog('the log in memory', async () => {
  const log = createMemoryUpdateLog()
  return {
    log,
    addPlan: async (planId) => log.addPlan(planId),
    close: () => log.close(),
  }
})
