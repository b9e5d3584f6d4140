import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeletedPlanList, Posts, RightList } from '../../../shared/api/plan-people.ts'
import type { PlanEntry, PlanList } from '../../../shared/api/plans.ts'
import type { SearchHits } from '../../../shared/api/search.ts'
import { removeLongDeleted } from '../../../server/plans/deleted-plans.ts'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import {
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let school: TestSchool
let planId: string
let people: TestSchool['people']

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  ;({ people } = school)
  planId = await addTestPlan(app, school)
})

afterEach(() => app.close())

const NONE: Posts = { head: null, responsible: [], pupilsCouncil: [], sectionOwners: [] }

const put = (path: string, body: object) =>
  app.send({
    method: 'PUT',
    url: `/api/plans/${planId}${path}`,
    cookie: people.coordinator.cookie,
    body,
  })
const get = <Reply>(url: string, { cookie } = people.coordinator) =>
  app.send({ url, cookie }).then((reply) => reply.json<Reply>())
const postsOf = (who?: TestPerson) => get<Posts>(`/api/plans/${planId}/posts`, who)
const entryOf = (who: TestPerson) => get<PlanEntry>(`/api/plans/${planId}/entry`, who)

const rightsOf = async () =>
  (await get<RightList>(`/api/plans/${planId}/rights`)).members.map(
    ({ role, onPlan, usual, ceiling, right }) => [role, onPlan, usual, ceiling, right],
  )

const deleted = () =>
  get<DeletedPlanList>(`/api/schools/${school.schoolId}/deleted-plans`).then(({ plans }) => plans)

describe('posts', () => {
  it('are set all at once, and seen by all who read the plan', async () => {
    const posts: Posts = {
      head: people.leadership.memberId,
      responsible: [people.coordinator.memberId, people.teacher.memberId].sort(),
      pupilsCouncil: [people.pupil.memberId],
      sectionOwners: [
        { sectionId: 'inclusion', memberIds: [people.teacher.memberId] },
        { sectionId: 'pupils', memberIds: [people.teacher.memberId] },
      ],
    }
    expect(await postsOf()).toEqual(NONE)
    expect((await put('/posts', posts)).statusCode).toBe(204)

    for (const who of Object.values(people)) expect(await postsOf(who)).toEqual(posts)
    expect((await entryOf(people.teacher)).me.posts.sort()).toEqual([
      'responsible',
      'section-owner',
      'section-owner',
    ])
    await put('/posts', { ...NONE, head: people.coordinator.memberId })
    expect(await postsOf()).toEqual({ ...NONE, head: people.coordinator.memberId })
  })

  it.each([
    ['a teacher as head', () => ({ head: people.teacher.memberId }), 'above-role'],
    ['a pupil as responsible', () => ({ responsible: [people.pupil.memberId] }), 'above-role'],
    ['a guest in the council', () => ({ pupilsCouncil: [people.guest.memberId] }), 'above-role'],
    ['somebody unknown', () => ({ head: '0'.repeat(20) }), 'not-found'],
    [
      'the same one twice',
      () => ({ responsible: [people.teacher.memberId, people.teacher.memberId] }),
      'bad-request',
    ],
    [
      'a section that the plan does not have',
      () => ({ sectionOwners: [{ sectionId: 'kitchen', memberIds: [people.teacher.memberId] }] }),
      'bad-request',
    ],
  ])('do not take %s, and stay as they were', async (_what, change, code) => {
    const before = { ...NONE, head: people.leadership.memberId }
    await put('/posts', before)

    expect((await put('/posts', { ...before, ...change() })).json()).toMatchObject({ code })
    expect(await postsOf()).toEqual(before)
  })

  it('never have two heads, whoever sets them at once', async () => {
    const heads = [people.leadership, people.coordinator]

    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        put('/posts', { ...NONE, head: heads[index % 2]?.memberId }),
      ),
    )

    const rows = await app.database.db.selectFrom('plan_post').selectAll().execute()
    expect(rows).toHaveLength(1)
  })
})

describe('a post', () => {
  it('opens the plan to a pupil, in lists and searching too, until it is taken or shut to them', async () => {
    const { pupil } = people
    const listed = async () =>
      (await get<PlanList>(`/api/schools/${school.schoolId}/plans`, pupil)).plans.length
    const found = async () =>
      (await get<SearchHits>(`/api/schools/${school.schoolId}/search?q=handlingsplan`, pupil)).hits
        .length
    const read = async () =>
      (await app.send({ url: `/api/plans/${planId}`, cookie: pupil.cookie })).statusCode
    const seen = async () => [await read(), await listed(), (await found()) > 0]
    expect(await seen()).toEqual([403, 0, false])

    await put('/posts', { ...NONE, pupilsCouncil: [pupil.memberId] })
    expect(await seen()).toEqual([200, 1, true])
    expect((await rightsOf())[3]).toEqual(['pupil', null, 'read', 'read', 'read'])

    await put(`/rights/${pupil.memberId}`, { right: 'none' })
    expect(await seen()).toEqual([403, 0, false])
    await put(`/rights/${pupil.memberId}`, { right: null })
    await put('/posts', NONE)
    expect(await seen()).toEqual([403, 0, false])
  })

  it('is gone with the role that could hold it', async () => {
    await put('/posts', {
      ...NONE,
      head: people.leadership.memberId,
      responsible: [people.teacher.memberId],
    })
    const give = (memberId: string, role: string) =>
      app.send({
        method: 'PUT',
        url: `/api/members/${memberId}/role`,
        cookie: people.coordinator.cookie,
        body: { role },
      })

    await give(people.leadership.memberId, 'teacher')
    await give(people.teacher.memberId, 'guest')

    expect(await postsOf()).toEqual(NONE)
  })
})

describe('rights', () => {
  it('are those of the role where the plan says nothing', async () => {
    expect(await rightsOf()).toEqual([
      ['coordinator', null, 'write', 'write', 'write'],
      ['guest', null, 'read', 'discuss', 'read'],
      ['leadership', null, 'discuss', 'write', 'discuss'],
      ['pupil', null, 'none', 'read', 'none'],
      ['teacher', null, 'write', 'write', 'write'],
    ])
  })

  it('are narrowed, widened, and given back', async () => {
    await put(`/rights/${people.teacher.memberId}`, { right: 'discuss' })
    await put(`/rights/${people.leadership.memberId}`, { right: 'write' })
    expect((await entryOf(people.teacher)).me).toMatchObject({ mayWrite: false, mayDiscuss: true })
    expect((await entryOf(people.leadership)).me).toMatchObject({ mayWrite: true })
    expect((await rightsOf())[4]).toEqual(['teacher', 'discuss', 'write', 'write', 'discuss'])

    await put(`/rights/${people.teacher.memberId}`, { right: null })
    expect((await entryOf(people.teacher)).me).toMatchObject({ mayWrite: true })
  })

  it.each([
    ['guest', 'write'],
    ['pupil', 'discuss'],
    ['pupil', 'write'],
  ] as const)('never go above the ceiling of a %s: %s', async (role, right) => {
    const reply = await put(`/rights/${people[role].memberId}`, { right })

    expect(reply.statusCode).toBe(409)
    expect(reply.json()).toMatchObject({ code: 'above-role' })
  })

  it('hide the plan from one who is shut out, in the list too', async () => {
    const other = await addTestPlan(app, school, 'En annen')
    await put(`/rights/${people.teacher.memberId}`, { right: 'none' })

    const { plans } = await get<PlanList>(`/api/schools/${school.schoolId}/plans`, people.teacher)

    expect(plans.map((plan) => plan.planId)).toEqual([other])
  })
})

describe('a deleted plan', () => {
  it('is in no list but that of deleted ones, and comes back whole', async () => {
    const before = await get<object>(`/api/plans/${planId}`)
    await put('/state', { state: 'deleted' })

    const { plans } = await get<PlanList>(`/api/schools/${school.schoolId}/plans`)
    expect(plans).toEqual([])
    expect(await deleted()).toEqual([
      {
        planId,
        title: 'Handlingsplan 2026–2027',
        deletedAtMs: app.clock.nowMs,
        goneAtMs: app.clock.nowMs + 30 * DAY_MS,
      },
    ])
    expect((await put('/state', { state: 'active' })).statusCode).toBe(204)
    expect(await get<object>(`/api/plans/${planId}`)).toEqual(before)
    expect(await deleted()).toEqual([])
  })

  it('is gone for good after thirty days', async () => {
    const store = createKyselyPlanStore(app.database.db)
    await put('/state', { state: 'deleted' })

    await removeLongDeleted(store, app.clock.nowMs + 30 * DAY_MS - 1)
    expect(await deleted()).toHaveLength(1)
    await removeLongDeleted(store, app.clock.nowMs + 30 * DAY_MS)

    expect(await deleted()).toEqual([])
    expect((await put('/state', { state: 'active' })).statusCode).toBe(404)
  })
})
