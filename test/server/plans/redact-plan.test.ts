/** What the audit trail says of a redaction that is cut off: never nothing. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { redactPlan } from '../../../server/plans/redact-plan.ts'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import { createKyselyThreadStore } from '../../../server/storage/kysely-thread-store.ts'
import { Failure } from '../../../shared/failure.ts'
import type { PlanId } from '../../../shared/ids.ts'
import { auditedDeeds } from '../../support/accounts.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

const WANTED = { text: 'Kari Nordmann', replacement: '…' }

let app: TestApp
let school: TestSchool
let planId: PlanId

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  planId = (await addTestPlan(app, school)) as PlanId
})

afterEach(() => app.close())

/** With what happens when the plan itself is written anew. */
function redact(redactIt: () => Promise<{ places: number }>, text = WANTED.text) {
  const deps = {
    store: createKyselyPlanStore(app.database.db),
    rooms: { redactPlan: redactIt },
    threads: createKyselyThreadStore(app.database.db),
    summaries: { refresh: () => Promise.resolve() },
    scrub: () => Promise.resolve(),
  }
  const by = { memberId: school.people.coordinator.memberId, atMs: app.clock.nowMs }
  return redactPlan(deps, planId, { ...WANTED, text }, by)
}

it('stands in the trail before the plan is written anew, and with its outcome after', async () => {
  let before: readonly string[] = []
  await redact(async () => {
    before = await auditedDeeds(app)
    return { places: 3 }
  })

  expect(before).toEqual(['plan-made', 'plan-redaction-begun'])
  expect(await auditedDeeds(app)).toEqual([...before, 'plan-redacted'])
})

it('that breaks off is told as begun', async () => {
  const broken = redact(() => Promise.reject(new Failure('storage-unavailable', 'gone')))

  await expect(broken).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(await auditedDeeds(app)).toEqual(['plan-made', 'plan-redaction-begun'])
})

it('that is refused at once is not told', async () => {
  await expect(redact(() => Promise.resolve({ places: 0 }), 'a')).rejects.toMatchObject({
    code: 'bad-request',
  })
  expect(await auditedDeeds(app)).toEqual(['plan-made'])
})
