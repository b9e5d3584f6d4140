/** Two who name the same version in the same moment: the later name stays. */
import { expect, it, onTestFinished } from 'vitest'
import type { HistoryStore } from '../../../server/history/history-store.ts'
import { createLogReader } from '../../../server/history/read-log.ts'
import { addVersion } from '../../../server/history/versions.ts'
import type { PlanId, SchoolId } from '../../../shared/ids.ts'
import { openHistory } from '../../support/stored-history.ts'
import { PLAN_ID, seed, startSync } from '../../support/sync-harness.ts'

const P = PLAN_ID as PlanId

it('a name is written once, so that one that a colleague gives right after it stays', async () => {
  const opened = await openHistory()
  const harness = await startSync({ log: opened.log, docs: opened.docs })
  onTestFinished(async () => {
    await harness.stop()
    await opened.close()
  })
  await seed(harness.server)
  const store: HistoryStore = {
    ...opened.store,
    async putVersion(planId, epoch, version) {
      const outcome = await opened.store.putVersion(planId, epoch, version)
      await opened.store.nameVersion(planId, version.seq, 'Olas')
      return outcome
    },
  }
  const deps = { ...opened, store, reader: createLogReader({ ...opened, nowMs: Date.now }) }

  const plan = { planId: P, schoolId: 'a' as SchoolId }
  const named = await addVersion(deps, plan, { seq: null, name: 'Karis' })

  expect(named.name).toBe('Olas')
  expect(await opened.store.listVersions(P)).toMatchObject([{ name: 'Olas' }])
})
