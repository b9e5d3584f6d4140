/**
 * The role matrix where a plan is not active, and on the socket. Written by hand, as
 * role-matrix.test.ts is.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLAN_STATES, type PlanState } from '../../shared/access/policy.ts'
import { FRAME_VERBS } from '../../server/sync/frame-verbs.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp, type TestRequest } from '../support/build-app.ts'
import { declaredRoutes } from '../support/declared-routes.ts'
import { createSpeaker, freshId, newThread } from '../support/discussing.ts'
import { addCast, type Cast, PRINCIPALS, type PrincipalName } from '../support/principals.ts'
import { connectClient, type } from '../support/sync-client.ts'
import { addTestSchool } from '../support/test-people.ts'
import { until } from '../support/until.ts'

const INVITE = { role: 'teacher', days: 7, maxUses: 5 }
const DOOR = { label: '6A', days: 7, maxUses: 5 }
const POSTS = { head: null, responsible: [], pupilsCouncil: [], sectionOwners: [] }

interface PlanRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** After /api/plans/:planId. */
  readonly path: string
  /** As the route is declared, where it is not the path. */
  readonly route?: string
  /** A function where each is to send one of their own. */
  readonly body?: TestRequest['body'] | (() => object)
  /** Who may, and what they hear, in each state. */
  readonly who: Allowed
  readonly status: number
  readonly states: readonly PlanState[]
}

type Allowed = readonly PrincipalName[]
const COORDINATOR: Allowed = ['coordinator']
const WORKING: Allowed = ['coordinator', 'teacher', 'leadership', 'narrowed', 'widened']
const ADULTS: Allowed = [...WORKING, 'guest', 'both']
const READERS: Allowed = [...ADULTS, 'pupil']
const WRITERS: Allowed = ['coordinator', 'teacher', 'widened']
/** Coordinator and teachers who write in it. */
const OPENERS: Allowed = ['coordinator', 'teacher']
const DISCUSSERS: Allowed = [...WRITERS, 'leadership']
const READABLE: readonly PlanState[] = ['active', 'closed', 'archived']
const ACTIVE: readonly PlanState[] = ['active']
const THREAD = '/threads/:threadId'
const REACTION = `${THREAD}/messages/:messageId/reactions`

// prettier-ignore
const ROUTES: readonly PlanRow[] = [
  { method: 'GET', path: '', who: READERS, status: 200, states: READABLE },
  { method: 'GET', path: '/entry', who: READERS, status: 200, states: READABLE },
  { method: 'POST', path: '/ticket', who: READERS, status: 200, states: READABLE },
  { method: 'GET', path: '/posts', who: READERS, status: 200, states: READABLE },
  { method: 'PUT', path: '/posts', body: POSTS, who: COORDINATOR, status: 204, states: READABLE },
  { method: 'GET', path: '/rights', who: COORDINATOR, status: 200, states: READABLE },
  { method: 'PUT', path: '/rights/:me', route: '/rights/:memberId', body: { right: null }, who: COORDINATOR, status: 204, states: READABLE },
  { method: 'GET', path: '/threads', who: DISCUSSERS, status: 200, states: READABLE },
  { method: 'POST', path: '/threads', body: newThread, who: DISCUSSERS, status: 201, states: ACTIVE },
  { method: 'POST', path: `${THREAD}/messages`, body: () => ({ messageId: freshId(), body: 'Ja' }), who: DISCUSSERS, status: 201, states: ACTIVE },
  { method: 'PUT', path: `${REACTION}/thanks`, route: `${REACTION}/:reaction`, who: DISCUSSERS, status: 200, states: ACTIVE },
  { method: 'DELETE', path: `${REACTION}/thanks`, route: `${REACTION}/:reaction`, who: DISCUSSERS, status: 200, states: ACTIVE },
  { method: 'PUT', path: `${THREAD}/messages/:messageId`, body: { body: 'Nei' }, who: COORDINATOR, status: 200, states: ACTIVE },
  { method: 'DELETE', path: `${THREAD}/messages/:messageId`, who: COORDINATOR, status: 200, states: ACTIVE },
  { method: 'PUT', path: `${THREAD}/state`, body: { state: 'resolved' }, who: DISCUSSERS, status: 200, states: ACTIVE },
  { method: 'PUT', path: `${THREAD}/assignee`, body: { memberId: null }, who: DISCUSSERS, status: 200, states: ACTIVE },
  { method: 'PUT', path: `${THREAD}/decision`, body: { sentence: 'Ja.' }, who: WRITERS, status: 200, states: ACTIVE },
  { method: 'POST', path: `${THREAD}/accept`, who: WRITERS, status: 404, states: ACTIVE },
  { method: 'POST', path: `${THREAD}/refuse`, body: { reason: 'Nei' }, who: WRITERS, status: 404, states: ACTIVE },
  { method: 'POST', path: `${THREAD}/take-back`, who: WRITERS, status: 404, states: ACTIVE },
  { method: 'POST', path: '/accept-suggestions', body: () => ({ by: freshId() }), who: WRITERS, status: 200, states: ACTIVE },
  { method: 'PUT', path: `${THREAD}/seen`, body: { seq: 1 }, who: DISCUSSERS, status: 204, states: READABLE },
  { method: 'GET', path: '/invitations', who: WORKING, status: 200, states: READABLE },
  { method: 'POST', path: '/invitations', body: INVITE, who: COORDINATOR, status: 201, states: READABLE },
  { method: 'GET', path: '/pupils', who: OPENERS, status: 200, states: READABLE },
  { method: 'POST', path: '/pupil-doors', body: DOOR, who: OPENERS, status: 201, states: READABLE },
  { method: 'GET', path: '/versions', who: WORKING, status: 200, states: READABLE },
  { method: 'POST', path: '/versions', body: { name: 'Utkast', seq: 1 }, who: WRITERS, status: 201, states: ACTIVE },
  { method: 'PUT', path: '/versions/1', route: '/versions/:seq', body: { name: 'Utkast' }, who: WRITERS, status: 200, states: ACTIVE },
  { method: 'GET', path: '/moments/1', route: '/moments/:seq', who: WORKING, status: 200, states: READABLE },
  { method: 'GET', path: '/changes', who: WORKING, status: 200, states: READABLE },
  { method: 'GET', path: '/authors', who: WORKING, status: 200, states: READABLE },
  { method: 'POST', path: '/visit', who: WORKING, status: 200, states: READABLE },
  { method: 'POST', path: '/restore', body: { seq: 1, what: { kind: 'plan' } }, who: WRITERS, status: 200, states: ['active'] },
  { method: 'GET', path: '/export/html', route: '/export/:format', who: ADULTS, status: 200, states: READABLE },
  { method: 'PUT', path: '/state', body: { state: 'same' }, who: COORDINATOR, status: 204, states: PLAN_STATES },
]

let app: TestApp
let url: string
let own: Cast
let threadId: string
let messageId: string

beforeAll(async () => {
  app = await buildTestApp({ config: { caps: 'bench' } })
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  url = `ws://127.0.0.1:${(app.app.server.address() as { port: number }).port}`
  const stranger = await addTestSchool(app, 'Grønnvika')
  own = await addCast(app, 'Ternvåg', stranger)
  const { coordinator } = own.school.people
  const thread = await createSpeaker(app, own.planId, coordinator.cookie).begin()
  threadId = thread.threadId
  messageId = thread.messages[0]?.messageId ?? ''
})

afterAll(() => app.close())

const ask = (
  method: PlanRow['method'],
  path: string,
  cookie: string | null,
  body?: TestRequest['body'],
) => app.send({ method, url: path, cookie, body })

async function setState(state: PlanState): Promise<void> {
  const path = `/api/plans/${own.planId}/state`
  expect((await ask('PUT', path, own.cookies.coordinator, { state })).statusCode).toBe(204)
}

describe.each(PLAN_STATES)('a plan that is %s', (state) => {
  beforeAll(() => setState(state))

  it.each(ROUTES)('$method $path', async ({ method, path, body, who, status, states }) => {
    const { memberId } = own.school.people.coordinator
    const address = `/api/plans/${own.planId}${path}`
      .replace(':threadId', threadId)
      .replace(':messageId', messageId)
      .replace(':me', memberId)
    const sent = () => {
      if (path === '/state') return { state }
      return typeof body === 'function' ? body() : body
    }

    for (const name of PRINCIPALS) {
      const { statusCode } = await ask(method, address, own.cookies[name], sent())
      expect([name, statusCode]).toEqual([name, expected(name)])
    }

    function expected(name: PrincipalName): number {
      if (name === 'nobody') return 401
      // A deleted plan is not there, for those who may not bring it back as for all.
      if (state === 'deleted' && !states.includes(state)) return 404
      return states.includes(state) && who.includes(name) ? status : 403
    }
  })

  it('tells everybody who opens it what they may', async () => {
    if (state === 'deleted') return expect(PLAN_STATES).toContain(state)
    for (const name of READERS) {
      const reply = await ask('GET', `/api/plans/${own.planId}/entry`, own.cookies[name])
      const { me } = reply.json<{ me: Record<string, unknown> }>()
      const isActive = state === 'active'
      expect([name, me]).toEqual([
        name,
        expect.objectContaining({
          mayWrite: isActive && WRITERS.includes(name),
          mayReadThreads: DISCUSSERS.includes(name),
          mayDiscuss: isActive && DISCUSSERS.includes(name),
          maySuggest: isActive && DISCUSSERS.includes(name),
          mayDecide: isActive && WRITERS.includes(name),
          mayReadHistory: WORKING.includes(name),
          mayExport: name !== 'pupil',
          mayShare: WORKING.includes(name),
          mayInvite: name === 'coordinator',
          mayAppoint: name === 'coordinator',
          maySettle: name === 'coordinator',
        }),
      ])
    }
  })

  it.each(PRINCIPALS)('lets %s do on its socket what they may', async (name) => {
    const cookie = own.cookies[name]
    const client = await connectClient(url, {
      planId: own.planId,
      headers: { origin: TEST_ORIGIN, ...(cookie === null ? {} : { cookie }) },
    })
    await until('in or out', () => client.isSynced() || client.closeCode() !== null)

    const code = client.closeCode()
    if (name === 'nobody') expect(code).toBe(4401)
    else if (state === 'deleted') expect(code).toBe(4404)
    else if (!READERS.includes(name)) expect(code).toBe(4403)
    else {
      expect(code).toBeNull()
      type(client.doc, 'x')
      await until('answered', () => client.saved() >= client.sent())
      const mayWrite = state === 'active' && WRITERS.includes(name)
      expect(client.rejected.length).toBe(mayWrite ? 0 : 1)
    }
    await client.close()
  })
})

it('every message of the socket names its verb, and the plan routes are all here', () => {
  expect(FRAME_VERBS).toEqual({
    step1: 'plan.read',
    content: 'plan.write',
    awareness: 'plan.read',
    'query-awareness': 'plan.read',
    diverged: 'plan.read',
    unknown: 'plan.read',
  })
  const rows = ROUTES.map(
    ({ method, path, route }) => `${method} /api/plans/:planId${route ?? path}`,
  )
  const declared = declaredRoutes(app.app).filter((route) => route.includes('/api/plans/:planId'))
  expect(declared.filter((route) => !rows.includes(route))).toEqual([])
})
