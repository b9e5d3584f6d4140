import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeExpiredSchools } from '../../../server/example/remove-expired.ts'
import { createKyselySchoolStore } from '../../../server/storage/kysely-school-store.ts'
import type { Demo } from '../../../shared/api/demo.ts'
import type { Me } from '../../../shared/api/me.ts'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { addTestPlan, addTestSchool } from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp

beforeEach(async () => {
  app = await buildTestApp()
})

afterEach(() => app.close())

const newDemo = async (body?: object) => {
  const reply = await app.send({ method: 'POST', url: '/api/demo', body })
  expect(reply.statusCode).toBe(201)
  return reply.json<Demo>()
}
const pathOf = (signInUrl: string) => signInUrl.slice(TEST_ORIGIN.length)
const signIn = (signInUrl: string, cookie?: string) =>
  app.send({ url: pathOf(signInUrl), cookie, headers: { accept: 'text/html' } })
const rowsLeft = async () =>
  Object.fromEntries(
    await Promise.all(
      (
        [
          'school',
          'user',
          'member',
          'session',
          'sign_in_link',
          'plan',
          'plan_update',
          'plan_summary',
          'thread',
          'thread_message',
          'notification',
        ] as const
      ).map(async (table) => [
        table,
        (await app.database.db.selectFrom(table).selectAll().execute()).length,
      ]),
    ),
  )

describe('a fresh example school', () => {
  it('has people of every role, each with a way in', async () => {
    const demo = await newDemo()
    const roles = demo.people.map(({ role }) => role)

    expect(new Set(roles)).toEqual(
      new Set(['coordinator', 'teacher', 'leadership', 'guest', 'pupil']),
    )
    expect(roles.filter((role) => role === 'teacher').length).toBeGreaterThanOrEqual(2)
    expect(
      demo.people.every(({ signInUrl }) => signInUrl.startsWith(`${TEST_ORIGIN}/sign-in/`)),
    ).toBe(true)
    expect(demo.planIds).toBeUndefined()
  })

  it('is made for programs without an Origin too, and sets no cookie', async () => {
    const reply = await app.app.inject({ method: 'POST', url: '/api/demo' })

    expect(reply.statusCode).toBe(201)
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('is made for a program that says JSON and sends none', async () => {
    const headers = { 'content-type': 'application/json' }

    const reply = await app.app.inject({ method: 'POST', url: '/api/demo', headers })
    const broken = await app.app.inject({
      method: 'POST',
      url: '/api/demo',
      headers,
      payload: '{',
    })

    expect(reply.statusCode).toBe(201)
    expect(broken.statusCode).toBe(400)
    expect(broken.json()).toMatchObject({ code: 'bad-request' })
  })

  it('leads by each link to its plan, signed in, again and again', async () => {
    const demo = await newDemo()

    for (const { name, role, signInUrl } of [...demo.people, ...demo.people]) {
      const reply = await signIn(signInUrl)

      expect(reply.statusCode).toBe(303)
      expect(reply.headers.location).toBe(`/plans/${demo.planId}`)
      const me = (await app.send({ url: '/api/me', cookie: cookieOf(reply) })).json<Me>()
      expect(me).toMatchObject({
        user: { name, example: true },
        schools: [{ schoolId: demo.schoolId, role, today: '2027-01-19' }],
      })
    }
  })

  it('holds the whole plan, on a day on which one action is late', async () => {
    const demo = await newDemo()
    const cookie = cookieOf(await signIn(demo.people[0]!.signInUrl))

    const plan = (await app.send({ url: `/api/plans/${demo.planId}`, cookie })).json<PlanDocument>()

    const actions = plan.sections.flatMap((section) => section.actions)
    expect(actions).toHaveLength(15)
    expect(actions.filter(({ daysLate }) => daysLate > 0).map(({ daysLate }) => daysLate)).toEqual([
      39,
    ])
    expect(actions.flatMap(({ owners }) => owners)).toContain('Elle Márjá Lund')
    expect(actions.flatMap(({ owners }) => owners)).not.toContain('?')
  })

  it('is thrown away after a day, with its people and their sessions', async () => {
    const before = await rowsLeft()
    const demo = await newDemo()
    const cookie = cookieOf(await signIn(demo.people[0]!.signInUrl))
    const closed: string[] = []
    const clearUp = () =>
      removeExpiredSchools({
        schools: createKyselySchoolStore(app.database.db),
        rooms: { closeRoom: (planId) => void closed.push(planId) },
        nowMs: () => app.clock.nowMs,
      })

    app.clock.nowMs += DAY_MS - 1
    await clearUp()
    expect((await app.send({ url: `/api/plans/${demo.planId}`, cookie })).statusCode).toBe(200)

    app.clock.nowMs += 1
    expect((await app.send({ url: '/api/me', cookie })).json<Me>().user).toBeNull()
    expect((await signIn(demo.people[0]!.signInUrl)).statusCode).toBe(410)
    await clearUp()
    expect(closed).toEqual([demo.planId])
    expect(await rowsLeft()).toEqual(before)
  })

  it('leaves nothing behind when its plan cannot be made', async () => {
    const before = await rowsLeft()
    await app.database.db.schema.alterTable('plan_update').renameTo('away').execute()

    const reply = await app.send({ method: 'POST', url: '/api/demo' })

    await app.database.db.schema.alterTable('away').renameTo('plan_update').execute()
    expect(reply.statusCode).toBe(503)
    expect(await rowsLeft()).toEqual(before)
  })

  it('is a school apart: its people do not get at any other plan', async () => {
    const mine = await newDemo()
    const other = await newDemo()
    const real = await addTestPlan(app, await addTestSchool(app, 'Grønnvika'))
    const cookie = cookieOf(await signIn(mine.people[0]!.signInUrl))

    for (const planId of [other.planId, real]) {
      expect((await app.send({ url: `/api/plans/${planId}`, cookie })).statusCode).toBe(403)
    }
  })
})

describe('the limits of the example', () => {
  it('are ten an hour per address', async () => {
    for (let n = 1; n <= 10; n++) await newDemo()

    const eleventh = await app.send({ method: 'POST', url: '/api/demo' })

    expect(eleventh.statusCode).toBe(429)
    expect(eleventh.json()).toMatchObject({ code: 'too-many-requests' })
    const elsewhere = await app.app.inject({
      method: 'POST',
      url: '/api/demo',
      remoteAddress: '127.0.0.2',
    })
    expect(elsewhere.statusCode).toBe(201)
  })

  it('are fifty alive, and more when those are gone', async () => {
    const store = createKyselySchoolStore(app.database.db)
    for (let n = 0; n < 49; n++) {
      await addTestSchool(app, `Example ${n}`, { expiresAtMs: app.clock.nowMs + DAY_MS })
    }
    await newDemo()

    const tooMany = await app.send({ method: 'POST', url: '/api/demo' })

    expect(tooMany.json()).toMatchObject({ code: 'too-many-requests' })
    app.clock.nowMs += DAY_MS
    expect(await store.listExpiredSchools(app.clock.nowMs)).toHaveLength(50)
    await newDemo()
  })

  it('are one plan, whatever is asked for', async () => {
    expect((await newDemo({ plans: 5 })).planIds).toBeUndefined()
    expect((await rowsLeft())['plan']).toBe(1)
  })

  it('under CAPS=bench are as many plans as asked for', async () => {
    await app.close()
    app = await buildTestApp({ config: { caps: 'bench' } })

    const demo = await newDemo({ plans: 3 })

    expect(demo.planIds).toHaveLength(3)
    expect(demo.planIds?.[0]).toBe(demo.planId)
    expect((await rowsLeft())['plan_summary']).toBe(3)
  })

  it('are none where the demo is off: the address is not there', async () => {
    await app.close()
    app = await buildTestApp({ config: { demo: false } })

    const reply = await app.send({ method: 'POST', url: '/api/demo' })

    expect(reply.statusCode).toBe(404)
    expect((await app.send({ url: '/api/me' })).json<Me>().demo).toBe(false)
  })
})

describe('the example for development', () => {
  it('is made once and kept, with fresh links at each start', async () => {
    const first = await app.openDevSchool()
    const again = await app.openDevSchool()

    expect(again.map(({ name }) => name).sort()).toEqual(first.map(({ name }) => name).sort())
    expect((await rowsLeft())['school']).toBe(1)
    for (const { signInUrl } of [first[0]!, again[0]!]) {
      expect((await signIn(signInUrl)).headers.location).toMatch(/^\/plans\//)
    }
  })
})
