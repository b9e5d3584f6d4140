import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPlanMaker } from '../../../server/plans/create-plan.ts'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import type { PlanList } from '../../../shared/api/plans.ts'
import type { PlanId } from '../../../shared/ids.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
})

afterEach(() => app.close())

const SEED = {
  title: 'P',
  language: 'nb',
  periodStart: null,
  periodEnd: null,
  content: NO_CONTENT,
} as const

const get = async <T>(url: string) =>
  (await app.send({ url, cookie: school.people.teacher.cookie })).json<T>()
const listPlans = async () => (await get<PlanList>(`/api/schools/${school.schoolId}/plans`)).plans
const lateCount = async () => (await listPlans())[0]?.wheel[0]?.lateCount
const create = (traits: object) =>
  app.send({
    method: 'POST',
    url: `/api/schools/${school.schoolId}/plans`,
    cookie: school.people.teacher.cookie,
    body: { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null, ...traits },
  })

describe('making a plan', () => {
  it('gives a whole one at once: in the list, to open, to read', async () => {
    const planId = await addTestPlan(app, school, ' Handlingsplan   2026–2027 ')

    const [listed] = await listPlans()
    expect(listed).toMatchObject({
      planId,
      title: 'Handlingsplan 2026–2027',
      state: 'active',
      periodStart: '2026-01-01',
      periodEnd: '2027-12-31',
    })
    expect(listed?.wheel).toHaveLength(5)
    expect(listed?.wheel.every(({ today, next }) => today === 'empty' && next === 'empty')).toBe(
      true,
    )

    const document = await get<PlanDocument>(`/api/plans/${planId}`)
    expect(document).toMatchObject({
      planId,
      seq: 1,
      title: 'Handlingsplan 2026–2027',
      language: 'nb',
      school: 'Ternvåg',
      today: '2027-01-19',
    })
    expect(document.sections).toHaveLength(8)
  })

  it.each([
    { title: '' },
    { title: ' \u202e ' },
    { title: 'x'.repeat(201) },
    { language: 'de' },
    { periodStart: '2026-02-30' },
    { periodStart: '0026-01-01' },
    { periodStart: '2027-01-01', periodEnd: '2026-12-31' },
  ])('refuses %j and makes nothing', async (traits) => {
    const reply = await create(traits)

    expect(reply.json()).toMatchObject({ code: 'bad-request' })
    expect(await app.database.db.selectFrom('plan').selectAll().execute()).toEqual([])
  })

  it('takes a day as period', async () => {
    const reply = await create({ periodStart: '2026-01-01', periodEnd: '2026-01-01' })

    expect(reply.statusCode).toBe(201)
  })

  it('leaves no trace of one that could not be filled', async () => {
    const store = createKyselyPlanStore(app.database.db)
    const closed: string[] = []
    const createPlan = createPlanMaker({
      store,
      rooms: {
        appendAsServer: () => Promise.reject(new Error('the log is gone')),
        closeRoom: (planId) => void closed.push(planId),
      },
      summaries: { refresh: () => Promise.resolve() },
      logger: createCollectedLog(),
      nowMs: () => 1,
      random: (count) => new Uint8Array(count),
    })

    const making = createPlan({ schoolId: school.schoolId, userId: null, seed: SEED })

    await expect(making).rejects.toThrow('the log is gone')
    expect(closed).toHaveLength(1)
    expect(await app.database.db.selectFrom('plan').selectAll().execute()).toEqual([])
  })

  it('says why it could not be filled, also when it cannot be taken away again', async () => {
    const logger = createCollectedLog()
    const createPlan = createPlanMaker({
      store: {
        addPlan: () => Promise.resolve(),
        removePlan: () => Promise.reject(new Error('the tables are gone')),
      },
      rooms: {
        appendAsServer: () => Promise.reject(new Error('the log is gone')),
        closeRoom: () => undefined,
      },
      summaries: { refresh: () => Promise.resolve() },
      logger,
      nowMs: () => 1,
      random: (count) => new Uint8Array(count),
    })

    const making = createPlan({ schoolId: school.schoolId, userId: null, seed: SEED })

    await expect(making).rejects.toThrow('the log is gone')
    expect(logger.said()).toContain('the tables are gone')
  })

  it('is done when its content is in the log: its row in the lists may come later', async () => {
    const store = createKyselyPlanStore(app.database.db)
    const logger = createCollectedLog()
    const createPlan = createPlanMaker({
      store,
      rooms: {
        appendAsServer: () => Promise.resolve({ seq: 1 }),
        closeRoom: () => undefined,
      },
      summaries: { refresh: () => Promise.reject(new Error('busy')) },
      logger,
      nowMs: () => 1,
      random: (count) => new Uint8Array(count),
    })

    const planId = await createPlan({ schoolId: school.schoolId, userId: null, seed: SEED })

    expect(await store.findPlan(planId)).not.toBeNull()
    expect(logger.said()).toContain('busy')
  })

  it('that the program died of is cleared away at the next start', async () => {
    const store = createKyselyPlanStore(app.database.db)
    const planId = await addTestPlan(app, school)
    await store.addPlan({
      planId: 'ha1fmade000000000000' as PlanId,
      schoolId: school.schoolId,
      template: { id: 'etwinning-school', version: 1 },
      userId: null,
      createdAtMs: 1,
    })

    await store.removeUnfilled(app.clock.nowMs)

    const rows = await app.database.db.selectFrom('plan').select('id').execute()
    expect(rows).toEqual([{ id: planId }])
  })
})

describe('the list of plans', () => {
  it('shows the latest change first, and no deleted plan', async () => {
    const first = await addTestPlan(app, school, 'First')
    app.clock.nowMs += 1000
    const second = await addTestPlan(app, school, 'Second')
    app.clock.nowMs += 1000
    const deleted = await addTestPlan(app, school, 'Deleted')
    await app.database.db
      .updateTable('plan')
      .set({ state: 'deleted' })
      .where('id', '=', deleted as PlanId)
      .execute()

    expect((await listPlans()).map(({ planId }) => planId)).toEqual([second, first])
  })

  it('shows only what the school has', async () => {
    await addTestPlan(app, await addTestSchool(app, 'Grønnvika'))

    expect(await listPlans()).toEqual([])
  })

  it('counts late actions on the day the school takes for today', async () => {
    const planId = await addTestPlan(app, school)
    const wheel = [
      {
        commitment: 'pupils',
        today: 'empty',
        next: 'begun',
        actions: [{ status: 'started', due: '2027-01-19' }],
      },
    ]
    await app.database.db
      .updateTable('plan_summary')
      .set({ wheel: JSON.stringify(wheel) })
      .where('plan_id', '=', planId as PlanId)
      .execute()

    // 19 January 2027, 23:30 in Oslo, and half an hour and a minute later.
    app.clock.nowMs = Date.UTC(2027, 0, 19, 22, 30)
    expect(await lateCount()).toBe(0)
    app.clock.nowMs += 31 * 60_000
    expect(await lateCount()).toBe(1)
  })

  it('keeps the newer of two summaries', async () => {
    const store = createKyselyPlanStore(app.database.db)
    const planId = (await addTestPlan(app, school)) as PlanId
    const summary = { periodStart: null, periodEnd: null, wheel: [] }

    await store.saveSummary(planId, 5, { ...summary, title: 'Five' })
    await store.saveSummary(planId, 4, { ...summary, title: 'Four' })

    expect((await store.findSummary(planId))?.title).toBe('Five')
  })

  it('knows which summaries are behind', async () => {
    const store = createKyselyPlanStore(app.database.db)
    const current = (await addTestPlan(app, school)) as PlanId
    const behind = (await addTestPlan(app, school)) as PlanId
    const without = (await addTestPlan(app, school)) as PlanId
    await app.database.db.updateTable('plan').set({ head: 9 }).where('id', '=', behind).execute()
    await app.database.db.deleteFrom('plan_summary').where('plan_id', '=', without).execute()

    const ids = await store.listBehind()

    expect([...ids].sort()).toEqual([behind, without].sort())
    expect(ids).not.toContain(current)
  })
})
