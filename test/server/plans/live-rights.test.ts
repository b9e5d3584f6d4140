import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MESSAGE_NOTICE } from '../../../shared/protocol/frames.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let url: string
let school: TestSchool
let planId: string
let coordinator: TestPerson
let teacher: TestPerson
const clients: SyncClient[] = []

beforeEach(async () => {
  app = await buildTestApp()
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  url = `ws://127.0.0.1:${(app.app.server.address() as { port: number }).port}`
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school)
  ;({ coordinator, teacher } = school.people)
})

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.close()
  await app.close()
})

async function openPlan(cookie: string, plan = planId): Promise<SyncClient> {
  const client = await connectClient(url, {
    planId: plan,
    headers: { cookie, origin: TEST_ORIGIN },
  })
  clients.push(client)
  await until('in, or sent away', () => client.isSynced() || client.closeCode() !== null)
  return client
}

const put = (path: string, body: object, cookie = coordinator.cookie) =>
  app.send({ method: 'PUT', url: path, cookie, body })
const post = (path: string, cookie = coordinator.cookie) =>
  app.send({ method: 'POST', url: path, cookie })
const setRight = (right: string | null, who = teacher) =>
  put(`/api/plans/${planId}/rights/${who.memberId}`, { right })
const notices = ({ frames }: SyncClient) =>
  frames.filter(([first]) => first === MESSAGE_NOTICE).length

/** Types, and tells whether it was taken. */
async function tryToType(client: SyncClient, text: string): Promise<boolean> {
  const before = client.rejected.length
  type(client.doc, text)
  await until(
    'saved or refused',
    () => client.saved() >= client.sent() || client.closeCode() !== null,
  )
  return client.rejected.length === before && client.closeCode() === null
}

describe('a right that is taken from somebody with the plan open', () => {
  it.each([
    ['narrowed to reading', () => setRight('read')],
    ['narrowed to discussing', () => setRight('discuss')],
    ['made leadership', () => put(`/api/members/${teacher.memberId}/role`, { role: 'leadership' })],
    ['made a guest', () => put(`/api/members/${teacher.memberId}/role`, { role: 'guest' })],
    ['whose plan is closed', () => put(`/api/plans/${planId}/state`, { state: 'closed' })],
    ['whose plan is archived', () => put(`/api/plans/${planId}/state`, { state: 'archived' })],
  ])('%s: reads on, is refused from the answer on, and told', async (_what, deed) => {
    const client = await openPlan(teacher.cookie)
    expect(await tryToType(client, 'før')).toBe(true)
    const told = notices(client)

    expect((await deed()).statusCode).toBe(204)
    expect(await tryToType(client, ' etter')).toBe(false)

    expect(client.rejected.at(-1)).toMatchObject({ code: 'access-denied' })
    await until('they are told', () => notices(client) > told)
    expect(client.closeCode()).toBeNull()
    const other = await openPlan(coordinator.cookie)
    expect(written(other.doc)).toBe('før')
  })

  it.each([
    ['shut out of the plan', () => setRight('none'), 4403],
    ['suspended', () => post(`/api/members/${teacher.memberId}/suspend`), 4403],
    ['removed', () => post(`/api/members/${teacher.memberId}/remove`), 4403],
    ['whose plan is deleted', () => put(`/api/plans/${planId}/state`, { state: 'deleted' }), 4404],
    [
      'whose other window ends all sessions but its own',
      async () => {
        const again = await addSession(teacher)
        return post('/api/me/sessions/revoke-others', again)
      },
      4401,
    ],
  ])('%s: is sent out, and does not come in again', async (_what, deed, code) => {
    const client = await openPlan(teacher.cookie)
    const other = await openPlan(coordinator.cookie)

    expect((await deed()).statusCode).toBe(204)

    expect(await client.closed()).toBe(code)
    expect(await (await openPlan(teacher.cookie)).closed()).toBe(code)
    if (code !== 4404) expect(other.closeCode()).toBeNull()
  })

  it('narrowed from discussing to reading: is told, though they never wrote', async () => {
    const { leadership } = school.people
    const client = await openPlan(leadership.cookie)

    expect((await setRight('read', leadership)).statusCode).toBe(204)

    await until('they are told', () => notices(client) > 0)
    expect(client.closeCode()).toBeNull()
  })

  it('a session is ended by itself, and only its own plans are closed', async () => {
    const [one, two] = [await addSession(teacher), await addSession(teacher)]
    const [first, second] = [await openPlan(one), await openPlan(two)]
    const list = await app.send({ url: '/api/me/sessions', cookie: one })
    const { sessions } = list.json<{ sessions: { sessionId: string; isThis: boolean }[] }>()
    const own = sessions.find(({ isThis }) => isThis)?.sessionId

    expect((await post(`/api/me/sessions/${own}/revoke`, two)).statusCode).toBe(204)

    expect(await first.closed()).toBe(4401)
    expect(await tryToType(second, 'her')).toBe(true)
  })

  it('a guest whose time is over is refused at once and sent out', async () => {
    const guest = await addTestMember(app, school, 'guest', {
      expires_at_ms: app.clock.nowMs + DAY_MS,
    })
    const client = await openPlan(guest.cookie)

    app.clock.nowMs += DAY_MS

    expect(await client.closed()).toBe(4403)
    expect((await app.send({ url: '/api/me', cookie: guest.cookie })).json()).toMatchObject({
      schools: [],
    })
  })
})

describe('a right that is given to somebody with the plan open', () => {
  it('is told, and holds when they come again', async () => {
    const { leadership } = school.people
    const client = await openPlan(leadership.cookie)
    expect(await tryToType(client, 'for tidlig')).toBe(false)

    expect((await setRight('write', leadership)).statusCode).toBe(204)

    await until('they are told', () => notices(client) > 0)
    const fresh = await openPlan(leadership.cookie)
    expect(await tryToType(fresh, 'nå')).toBe(true)
  })
})

describe('what changes for one', () => {
  it('leaves the others where they are', async () => {
    const other = await addTestMember(app, school, 'teacher')
    const elsewhere = await addTestPlan(app, school, 'En annen')
    const [theirs, onOther] = [
      await openPlan(other.cookie),
      await openPlan(teacher.cookie, elsewhere),
    ]

    await setRight('read')

    expect(await tryToType(theirs, 'a')).toBe(true)
    expect(await tryToType(onOther, 'b')).toBe(true)
    expect(notices(theirs) + notices(onOther)).toBe(0)
  })

  it('by a second sign-in in the same browser keeps their open plan', async () => {
    const demo = (await post('/api/demo')).json<{
      planId: string
      people: { role: string; signInUrl: string }[]
    }>()
    const link = demo.people.find(({ role }) => role === 'teacher')?.signInUrl ?? ''
    const enter = (cookie: string | null) =>
      app.send({ url: new URL(link).pathname, cookie: cookie })
    const first = cookieOf(await enter(null)) ?? ''
    const client = await openPlan(first, demo.planId)

    const second = cookieOf(await enter(first)) ?? ''

    expect(second).not.toBe(first)
    expect((await app.send({ url: '/api/me', cookie: first })).json()).toMatchObject({ user: null })
    expect(await tryToType(client, 'videre')).toBe(true)
    await post('/api/sign-out', second)
    expect(await client.closed()).toBe(4401)
  })
})

it('a right that is taken while somebody is on their way in is taken from them too', async () => {
  const coming = Array.from({ length: 8 }, () => openPlan(teacher.cookie))
  const deed = setRight('read')

  const inside = await Promise.all(coming)
  expect((await deed).statusCode).toBe(204)

  for (const client of inside) expect(await tryToType(client, 'x')).toBe(false)
})

/** One more browser in which they are signed in. */
async function addSession({ userId }: TestPerson): Promise<string> {
  const { createSessions } = await import('../../../server/people/sessions.ts')
  const { createKyselyPeopleStore } = await import('../../../server/storage/kysely-people-store.ts')
  const { randomBytes } = await import('node:crypto')
  const sessions = createSessions({
    store: createKyselyPeopleStore(app.database.db),
    nowMs: () => app.clock.nowMs,
    random: randomBytes,
  })
  return `session=${(await sessions.open(userId)).token}`
}
