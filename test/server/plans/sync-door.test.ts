import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Ticket } from '../../../shared/api/plans.ts'
import { SYNC_STEP1, syncFrame } from '../../../shared/protocol/frames.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let port: number
let school: TestSchool
let other: TestSchool
let planId: string

beforeAll(async () => {
  app = await buildTestApp()
  other = await addTestSchool(app, 'Grønnvika')
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.app.server.address() as { port: number }).port
})

beforeEach(async () => {
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school)
})

afterAll(() => app.close())

const OPEN = 'open'
const EMPTY_STATE_VECTOR = Uint8Array.of(0)

/** 'open' for a socket that is let in (and closed again), else the code it is closed with. */
async function knock(traits: {
  cookie?: string
  ticket?: string
  plan?: string
  origin?: string
}): Promise<typeof OPEN | number> {
  const query = traits.ticket === undefined ? '' : `?ticket=${traits.ticket}`
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${traits.plan ?? planId}${query}`, {
    origin: traits.origin ?? TEST_ORIGIN,
    headers: traits.cookie === undefined ? {} : { cookie: traits.cookie },
  })
  // Whoever asks what there is and gets an answer is in.
  socket.on('open', () => socket.send(syncFrame(SYNC_STEP1, EMPTY_STATE_VECTOR)))
  const heard = once(socket, 'message').then(() => OPEN as typeof OPEN)
  const closed = once(socket, 'close').then(([code]) => code as number)
  const answer = await Promise.race([heard, closed])
  socket.close()
  if (answer === OPEN) await closed
  return answer
}

async function newTicket(cookie: string, plan = planId): Promise<string> {
  const reply = await app.send({ method: 'POST', url: `/api/plans/${plan}/ticket`, cookie })
  return reply.json<Ticket>().ticket
}

/** Is let in and stays. */
async function stayIn(cookie: string): Promise<{ closed(): Promise<number> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${planId}`, {
    origin: TEST_ORIGIN,
    headers: { cookie },
  })
  const heard = once(socket, 'message')
  const closed = once(socket, 'close').then(([code]) => code as number)
  socket.on('open', () => socket.send(syncFrame(SYNC_STEP1, EMPTY_STATE_VECTOR)))
  await heard
  return { closed: () => closed }
}

describe('a session that ends', () => {
  it('by a sign-out closes its sockets and no others', async () => {
    const { teacher, coordinator } = school.people
    const [one, two] = [await stayIn(teacher.cookie), await stayIn(teacher.cookie)]
    const other = await stayIn(coordinator.cookie)

    await app.send({ method: 'POST', url: '/api/sign-out', cookie: teacher.cookie })

    expect([await one.closed(), await two.closed()]).toEqual([4401, 4401])
    const stays = Promise.race([other.closed(), knock({ cookie: coordinator.cookie })])
    expect(await stays).toBe(OPEN)
    await app.send({ method: 'POST', url: '/api/sign-out', cookie: coordinator.cookie })
    expect(await other.closed()).toBe(4401)
  })

  it('by itself closes its sockets when that is noticed', async () => {
    const { cookie } = school.people.teacher
    const socket = await stayIn(cookie)
    const beforeMs = app.clock.nowMs
    app.clock.nowMs += 31 * 24 * 60 * 60 * 1000

    const reply = await app.send({ url: '/api/me', cookie })
    app.clock.nowMs = beforeMs

    expect(reply.json()).toMatchObject({ user: null })
    expect(await socket.closed()).toBe(4401)
  })
})

describe('the door of the sync socket', () => {
  it('lets everyone of the school in, pupils once the plan is opened to them', async () => {
    const { pupil, ...others } = school.people
    for (const { cookie } of Object.values(others)) expect(await knock({ cookie })).toBe(OPEN)
    expect(await knock({ cookie: pupil.cookie })).toBe(4403)

    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${pupil.memberId}`,
      cookie: school.people.coordinator.cookie,
      body: { right: 'read' },
    })

    expect(await knock({ cookie: pupil.cookie })).toBe(OPEN)
  })

  it.each([
    ['nobody', () => ({}), 4401],
    ['an unknown session', () => ({ cookie: 'session=x' }), 4401],
    ['somebody of another school', () => ({ cookie: other.people.coordinator.cookie }), 4403],
    [
      'another page',
      () => ({ cookie: school.people.teacher.cookie, origin: 'https://evil.example' }),
      4403,
    ],
    [
      'a plan that is not there',
      () => ({ cookie: school.people.teacher.cookie, plan: '0'.repeat(20) }),
      4404,
    ],
    ['an unknown ticket', () => ({ ticket: 'x' }), 4401],
    [
      'an unknown ticket beside a session',
      () => ({ ticket: 'x', cookie: school.people.teacher.cookie }),
      4401,
    ],
  ])('is closed to %s', async (_who, traits, code) => {
    expect(await knock(traits())).toBe(code)
  })

  it('is closed to a deleted plan', async () => {
    await app.database.db
      .updateTable('plan')
      .set({ state: 'deleted' })
      .where('id', '=', planId as never)
      .execute()

    expect(await knock({ cookie: school.people.teacher.cookie })).toBe(4404)
  })

  it('opens for a ticket once', async () => {
    const ticket = await newTicket(school.people.teacher.cookie)

    expect(await knock({ ticket })).toBe(OPEN)
    expect(await knock({ ticket })).toBe(4401)
  })

  it('opens for a ticket on its own plan only', async () => {
    const elsewhere = await addTestPlan(app, school, 'Another')
    const ticket = await newTicket(school.people.teacher.cookie)

    expect(await knock({ ticket, plan: elsewhere })).toBe(4401)
  })

  it('is closed to a ticket of a session that was ended', async () => {
    const { cookie } = school.people.teacher
    const ticket = await newTicket(cookie)
    await app.send({ method: 'POST', url: '/api/sign-out', cookie })

    expect(await knock({ ticket })).toBe(4401)
  })

  it('opens for the people of an example school, to their plan', async () => {
    const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<{
      planId: string
      people: { signInUrl: string }[]
    }>()
    const link = demo.people[0]?.signInUrl.slice(TEST_ORIGIN.length) ?? ''
    const cookie = cookieOf(await app.send({ url: link })) ?? ''

    expect(await knock({ cookie, plan: demo.planId })).toBe(OPEN)
    expect(await knock({ cookie })).toBe(4403)
  })
})
