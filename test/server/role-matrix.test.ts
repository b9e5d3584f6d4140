/**
 * Who gets how far on which route: written by hand from the design, because a
 * policy table cannot test itself. A route without a row fails.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/access/policy.ts'
import { buildTestApp, type TestApp, type TestRequest } from '../support/build-app.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../support/test-people.ts'

/** A coordinator of another school is the stranger. */
type Who = 'nobody' | Role | 'stranger'

const WHO: readonly Who[] = [
  'nobody',
  'coordinator',
  'teacher',
  'leadership',
  'pupil',
  'guest',
  'stranger',
]

interface Row {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** As the route is declared. */
  readonly route: string
  readonly url?: string
  readonly body?: TestRequest['body']
  /** Statuses in the order of WHO. */
  readonly statuses: readonly [number, number, number, number, number, number, number]
}

const NEW_PLAN = { title: 'Ny plan', language: 'nb', periodStart: null, periodEnd: null }
const INVITE = { role: 'teacher', days: 7, maxUses: 5 }
const JOIN = { token: 'wrong', name: 'N', language: 'nb' }
const NOT_RIGHT = { email: 'a@b.no', password: 'x', to: '/', publicComputer: false }
const WRONG_LINK = { token: 'wrong', publicComputer: false }
const TO_START = { to: '/', publicComputer: false }
const PASSWORD = { current: null, password: 'tre grønne sykler', publicComputer: false }
const NAMED = { email: 'ola@ternvag.no', name: 'Ola', role: 'teacher', language: 'nb' }
const ACCEPT = { token: 'wrong', name: 'N', language: 'nb', publicComputer: false }
const SET_UP = { token: 'wrong', schoolName: 'S', name: 'N', language: 'nb' }

// prettier-ignore
const ROWS: readonly Row[] = [
  //                                                                        nobody coord teach leader pupil guest stranger
  { method: 'GET', route: '/livez', statuses:                                 [200, 200, 200, 200, 200, 200, 200] },
  { method: 'GET', route: '/readyz', statuses:                                [200, 200, 200, 200, 200, 200, 200] },
  { method: 'GET', route: '/*', url: '/icon.svg', statuses:                   [200, 200, 200, 200, 200, 200, 200] },
  { method: 'GET', route: '/api/me', statuses:                                [200, 200, 200, 200, 200, 200, 200] },
  { method: 'POST', route: '/api/set-up', body: SET_UP, statuses:             [410, 410, 410, 410, 410, 410, 410] },
  { method: 'GET', route: '/sign-in/:token', url: '/sign-in/x', statuses:     [410, 410, 410, 410, 410, 410, 410] },
  { method: 'POST', route: '/api/demo', statuses:                             [201, 201, 201, 201, 201, 201, 201] },
  { method: 'PUT', route: '/api/me/language', body: { language: 'en' }, statuses: [401, 204, 204, 204, 204, 204, 204] },
  { method: 'GET', route: '/api/schools/:schoolId/plans', statuses:           [401, 200, 200, 200, 200, 200, 403] },
  { method: 'POST', route: '/api/schools/:schoolId/plans', body: NEW_PLAN, statuses: [401, 201, 201, 403, 403, 403, 403] },
  { method: 'GET', route: '/api/plans/:planId', statuses:                     [401, 200, 200, 200, 200, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/entry', statuses:               [401, 200, 200, 200, 200, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/invitations', statuses:         [401, 200, 200, 200, 403, 403, 403] },
  { method: 'POST', route: '/api/plans/:planId/invitations', body: INVITE, statuses: [401, 201, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/invitations/look', body: { token: 'wrong' }, statuses: [410, 410, 410, 410, 410, 410, 410] },
  { method: 'POST', route: '/api/invitations/join', body: JOIN, statuses:     [410, 410, 410, 410, 410, 410, 410] },
  { method: 'POST', route: '/api/invitations/:invitationId/revoke', statuses: [401, 204, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/invitations/:invitationId/revoke', url: '/api/invitations/00000000000000000000/revoke', statuses: [401, 404, 404, 404, 404, 404, 404] },
  { method: 'POST', route: '/api/plans/:planId/ticket', statuses:             [401, 200, 200, 200, 200, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/export/:format', url: '/api/plans/:planId/export/html', statuses: [401, 200, 200, 200, 403, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/export/:format', url: '/api/plans/:planId/export/md', statuses: [401, 200, 200, 200, 403, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/export/:format', url: '/api/plans/:planId/export/exe', statuses: [401, 404, 404, 404, 403, 404, 403] },
  { method: 'GET', route: '/api/sign-in/ways', statuses:                      [200, 200, 200, 200, 200, 200, 200] },
  { method: 'POST', route: '/api/sign-in/password', body: NOT_RIGHT, statuses: [401, 401, 401, 401, 401, 401, 401] },
  // Without mail there is nothing to ask for; the provider of these rows does not answer.
  { method: 'POST', route: '/api/sign-in/mail', body: { email: 'a@b.no', to: '/' }, statuses: [404, 404, 404, 404, 404, 404, 404] },
  { method: 'POST', route: '/api/sign-in/link', body: WRONG_LINK, statuses:   [410, 410, 410, 410, 410, 410, 410] },
  { method: 'POST', route: '/api/sign-in/provider', body: TO_START, statuses: [503, 503, 503, 503, 503, 503, 503] },
  { method: 'GET', route: '/sign-in/oidc/callback', statuses:                 [303, 303, 303, 303, 303, 303, 303] },
  { method: 'GET', route: '/api/me/ways', statuses:                           [401, 200, 200, 200, 200, 200, 200] },
  { method: 'PUT', route: '/api/me/email', body: { email: 'none', password: null }, statuses: [401, 400, 400, 400, 400, 400, 400] },
  { method: 'POST', route: '/api/me/email/confirm', body: { token: 'wrong' }, statuses: [401, 410, 410, 410, 410, 410, 410] },
  { method: 'PUT', route: '/api/me/password', body: PASSWORD, statuses:       [401, 400, 400, 400, 400, 400, 400] },
  { method: 'POST', route: '/api/me/provider', statuses:                      [401, 503, 503, 503, 503, 503, 503] },
  { method: 'POST', route: '/api/members/:memberId/sign-in-link', statuses:   [401, 201, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/schools/:schoolId/personal-invitations', body: NAMED, statuses: [401, 201, 403, 403, 403, 403, 403] },
  { method: 'GET', route: '/api/schools/:schoolId/personal-invitations', statuses: [401, 200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/personal-invitations/:invitationId/revoke', url: '/api/personal-invitations/:personalId/revoke', statuses: [401, 204, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/personal-invitations/:invitationId/revoke', url: '/api/personal-invitations/00000000000000000000/revoke', statuses: [401, 404, 404, 404, 404, 404, 404] },
  { method: 'POST', route: '/api/personal-invitations/look', body: { token: 'wrong' }, statuses: [410, 410, 410, 410, 410, 410, 410] },
  { method: 'POST', route: '/api/personal-invitations/accept', body: ACCEPT, statuses: [410, 410, 410, 410, 410, 410, 410] },
  // Last: it ends everybody's session.
  { method: 'POST', route: '/api/sign-out', statuses:                         [401, 204, 204, 204, 204, 204, 204] },
]

/** What the routes about a plan answer its coordinator when it is not active. */
const STATES: readonly (readonly [
  state: string,
  method: 'GET' | 'POST',
  path: string,
  status: number,
])[] = [
  ['closed', 'GET', '', 200],
  ['closed', 'GET', '/export/html', 200],
  ['archived', 'GET', '', 200],
  ['archived', 'GET', '/entry', 200],
  ['archived', 'POST', '/ticket', 200],
  ['deleted', 'GET', '', 404],
  ['deleted', 'GET', '/entry', 404],
  ['deleted', 'GET', '/export/html', 404],
  ['archived', 'GET', '/invitations', 200],
  ['deleted', 'GET', '/invitations', 404],
  ['deleted', 'POST', '/ticket', 404],
]

const NOBODY_ANSWERS = {
  issuer: 'http://localhost:1',
  clientId: 'samplan',
  clientSecret: 'secret',
  name: 'Feide',
  scope: 'openid',
  groupClaim: null,
  groupRoles: new Map(),
  school: null,
}

let app: TestApp
let school: TestSchool
let other: TestSchool
let planId: string
let invitationId: string
let personalId: string

beforeAll(async () => {
  app = await buildTestApp({ config: { caps: 'bench', provider: NOBODY_ANSWERS } })
  school = await addTestSchool(app, 'Ternvåg')
  other = await addTestSchool(app, 'Grønnvika')
  planId = await addTestPlan(app, school)
  const made = await app.send({
    method: 'POST',
    url: `/api/plans/${planId}/invitations`,
    cookie: school.people.coordinator.cookie,
    body: INVITE,
  })
  invitationId = made.json<{ invitationId: string }>().invitationId
  const personal = await app.send({
    method: 'POST',
    url: `/api/schools/${school.schoolId}/personal-invitations`,
    cookie: school.people.coordinator.cookie,
    body: NAMED,
  })
  personalId = personal.json<{ invitationId: string }>().invitationId
})

afterAll(() => app.close())

const fill = (url: string) =>
  url
    .replace(':planId', planId)
    .replace(':schoolId', school.schoolId)
    .replace(':memberId', school.people.teacher.memberId)
    .replace(':personalId', personalId)
    .replace(':invitationId', invitationId)

describe('every route', () => {
  it('has a row', () => {
    const declared = declaredRoutes(app.app.printRoutes({ commonPrefix: false }))
    const rows = new Set(ROWS.map(({ method, route }) => `${method} ${route}`))

    expect(declared.length).toBeGreaterThan(10)
    expect(declared.filter((route) => !rows.has(route))).toEqual([])
  })

  it.each(ROWS.filter(({ method }) => method !== 'GET'))(
    'takes nothing from a page of another site: $method $route $url',
    async ({ method, route, url, body }) => {
      const reply = await app.send({
        method,
        url: fill(url ?? route),
        cookie: school.people.coordinator.cookie,
        body,
        headers: { origin: 'https://evil.example' },
      })

      expect(reply.json()).toMatchObject({ code: 'wrong-origin' })
    },
  )

  it.each(ROWS)('$method $route $url', async ({ method, route, url, body, statuses }) => {
    const found: Record<string, number> = {}
    for (const who of WHO) {
      const reply = await app.send({
        method,
        url: fill(url ?? route),
        cookie: cookieOf(who),
        body,
      })
      found[who] = reply.statusCode
    }

    expect(found).toEqual(Object.fromEntries(WHO.map((who, index) => [who, statuses[index]])))
  })
})

describe('a plan that is not active', () => {
  it.each(STATES)('%s: %s %s answers %i', async (state, method, path, status) => {
    const closed = await addTestSchool(app, `Skole ${state}`)
    const id = await addTestPlan(app, closed)
    await app.database.db
      .updateTable('plan')
      .set({ state: state as 'closed' })
      .where('id', '=', id as never)
      .execute()

    const reply = await app.send({
      method,
      url: `/api/plans/${id}${path}`,
      cookie: closed.people.coordinator.cookie,
    })

    expect(reply.statusCode).toBe(status)
    if (path === '/entry' && status === 200) {
      expect(reply.json()).toMatchObject({ state, me: { mayWrite: false, mayExport: true } })
    }
  })
})

function cookieOf(who: Who): string | null {
  if (who === 'nobody') return null
  return who === 'stranger' ? other.people.coordinator.cookie : school.people[who].cookie
}

/** From Fastify's drawing of them, where '├── /api/me (GET, HEAD)' may have '│   └── /language (PUT)' below it. */
function declaredRoutes(drawing: string): string[] {
  const parents: string[] = []
  return drawing.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] =
      /^(.*?)[├└]── (\S+) \(([^)]+)\)/.exec(line) ?? []
    const depth = indent.length / 4
    const route = path === '*' ? '/*' : `${depth > 0 ? parents[depth - 1] : ''}${path}`
    parents[depth] = route
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${route}`)
  })
}
