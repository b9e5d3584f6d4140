/** Taking something out of a plan: in which order, and what the audit trail says of it: never nothing. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { redactPlan } from '../../../server/plans/redact-plan.ts'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import { createKyselyThreadStore } from '../../../server/storage/kysely-thread-store.ts'
import { Failure } from '../../../shared/failure.ts'
import type { PlanId } from '../../../shared/ids.ts'
import { auditedDeeds } from '../../support/accounts.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { createSpeaker } from '../../support/discussing.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

const WANTED = { text: 'Kari Nordmann', replacement: '…' }

let app: TestApp
let school: TestSchool
let planId: PlanId
let told: readonly string[]

beforeEach(async () => {
  app = await buildTestApp()
  told = []
  school = await addTestSchool(app, 'Ternvåg')
  planId = (await addTestPlan(app, school)) as PlanId
})

afterEach(() => app.close())

/** With what happens when the plan itself is written anew. */
function redact(redactIt: () => Promise<{ places: number }>, text = WANTED.text) {
  const deps = {
    store: createKyselyPlanStore(app.database.db),
    rooms: {
      redactPlan: redactIt,
      notifyPlan: (_planId: PlanId, { kind }: { readonly kind: string }) => {
        told = [...told, kind]
      },
    },
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

it('takes it out of what is said before anyone is sent away, once more after, and tells it', async () => {
  const kari = createSpeaker(app, planId, school.people.coordinator.cookie)
  const bodies = async () =>
    (await kari.list()).threads.flatMap(({ messages }) => messages.map(({ body }) => body))
  await kari.begin({ body: `Spurte noen ${WANTED.text}?` })
  let meanwhile: readonly unknown[] = []

  const { places } = await redact(async () => {
    meanwhile = [...(await bodies()), ...told]
    await kari.begin({ body: `${WANTED.text} igjen` })
    return { places: 3 }
  })

  expect(meanwhile).toEqual(['Spurte noen …?'])
  expect(await bodies()).toEqual(['Spurte noen …?', '… igjen'])
  expect([places, told]).toEqual([5, ['threads']])
})
