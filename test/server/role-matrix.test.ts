/**
 * Who gets how far on which route: written by hand from the design, because a
 * policy table cannot test itself. A route without a row fails. Plans in other states,
 * sockets and ids that do not belong together: role-matrix-of-plans.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestApp, type TestApp } from '../support/build-app.ts'
import { declaredRoutes } from '../support/declared-routes.ts'
import { createSpeaker } from '../support/discussing.ts'
import { addCast, type Cast, PRINCIPALS } from '../support/principals.ts'
import { HISTORY_ROWS, type RoleRow, THREAD_ROWS } from '../support/role-rows.ts'
import { addTestMember, addTestPlan, addTestSchool } from '../support/test-people.ts'

const NEW_PLAN = { title: 'Ny plan', language: 'nb', periodStart: null, periodEnd: null }
const INVITE = { role: 'teacher', days: 7, maxUses: 5 }
const JOIN = { token: 'wrong', name: 'N', language: 'nb' }
const NOT_RIGHT = { email: 'a@b.no', password: 'x', to: '/', publicComputer: false }
const WRONG_LINK = { token: 'wrong', publicComputer: false }
const TO_START = { to: '/', publicComputer: false }
const PASSWORD = { current: null, password: 'tre grønne sykler' }
const NAMED = { email: 'ola@ternvag.no', name: 'Ola', role: 'teacher', language: 'nb' }
const ACCEPT = { token: 'wrong', name: 'N', language: 'nb', publicComputer: false }
const SET_UP = { token: 'wrong', schoolName: 'S', name: 'N', language: 'nb' }
const SETTINGS = {
  name: 'Ternvåg',
  language: 'nb',
  timeZone: 'Europe/Oslo',
  calendar: { schoolYears: [], terms: [], holidays: [] },
  retentionDays: null,
}
const POSTS = { head: null, responsible: [], pupilsCouncil: [], sectionOwners: [] }
const DOOR = { label: '6A', days: 7, maxUses: 5 }
const NAME = { name: 'Et navn' }
const DIGEST = { digest: 'weekly', quietFrom: 15, quietTo: 8 }

const everybody = (status: number) => PRINCIPALS.map(() => status)
const NOWHERE = ['pupil', 'suspended', 'expired']
const adultsOnly = (status: number) =>
  PRINCIPALS.map((who) => (who === 'nobody' ? 401 : NOWHERE.includes(who) ? 403 : status))
const allButNobody = (status: number) => [401, ...everybody(status).slice(1)]

// prettier-ignore
const ROWS: readonly RoleRow[] = [
  { method: 'GET', route: '/livez', statuses: everybody(200) },
  { method: 'GET', route: '/readyz', statuses: everybody(200) },
  { method: 'GET', route: '/*', url: '/icon.svg', statuses: everybody(200) },
  { method: 'GET', route: '/api/docs', statuses: everybody(200) },
  { method: 'GET', route: '/api/docs/json', statuses: everybody(200) },
  { method: 'GET', route: '/api/me', statuses: everybody(200) },
  { method: 'POST', route: '/api/set-up', body: SET_UP, statuses: everybody(410) },
  { method: 'GET', route: '/sign-in/:token', url: '/sign-in/x', statuses: everybody(410) },
  { method: 'POST', route: '/api/demo', statuses: everybody(201) },
  { method: 'POST', route: '/api/invitations/look', body: { token: 'wrong' }, statuses: everybody(410) },
  { method: 'POST', route: '/api/invitations/join', body: JOIN, statuses: everybody(410) },
  { method: 'GET', route: '/api/sign-in/ways', statuses: everybody(200) },
  { method: 'POST', route: '/api/sign-in/password', body: NOT_RIGHT, statuses: PRINCIPALS.map((_, tried) => (tried < 10 ? 401 : 429)) },
  // Without mail there is nothing to ask for; the provider of these rows does not answer.
  { method: 'POST', route: '/api/sign-in/mail', body: { email: 'a@b.no', to: '/' }, statuses: everybody(404) },
  { method: 'POST', route: '/api/sign-in/link', body: WRONG_LINK, statuses: everybody(410) },
  { method: 'POST', route: '/api/sign-in/provider', body: TO_START, statuses: everybody(503) },
  { method: 'GET', route: '/sign-in/oidc/callback', statuses: everybody(303) },
  { method: 'POST', route: '/api/personal-invitations/look', body: { token: 'wrong' }, statuses: everybody(410) },
  { method: 'POST', route: '/api/personal-invitations/accept', body: ACCEPT, statuses: everybody(410) },
  { method: 'GET', route: '/api/me/ways', statuses: allButNobody(200) },
  { method: 'POST', route: '/api/me/email/confirm', body: { token: 'wrong' }, statuses: allButNobody(410) },
  { method: 'PUT', route: '/api/me/email', body: { email: 'none', password: null }, statuses: adultsOnly(400) },
  { method: 'PUT', route: '/api/me/password', body: PASSWORD, statuses: adultsOnly(400) },
  { method: 'POST', route: '/api/me/provider', statuses: adultsOnly(503) },
  { method: 'PUT', route: '/api/me/language', body: { language: 'en' }, statuses: allButNobody(204) },
  //                                                                                   nobo coor teac lead pupi gues stra susp expi narr shut wide both
  { method: 'PUT', route: '/api/me/name', body: NAME, statuses:                        [401, 204, 204, 204, 403, 204, 204, 403, 403, 204, 204, 204, 204] },
  { method: 'GET', route: '/api/me/data', statuses: allButNobody(200) },
  { method: 'POST', route: '/api/me/erase', body: { name: 'Somebody else' }, statuses: allButNobody(400) },
  { method: 'GET', route: '/api/me/sessions', statuses: allButNobody(200) },
  { method: 'POST', route: '/api/me/sessions/:sessionId/revoke', url: '/api/me/sessions/00000000000000000000/revoke', statuses: allButNobody(404) },
  { method: 'POST', route: '/api/me/sessions/revoke-others', statuses: allButNobody(204) },
  { method: 'GET', route: '/api/inbox', statuses: allButNobody(200) },
  { method: 'POST', route: '/api/inbox/seen', body: { notificationIds: [] }, statuses: allButNobody(204) },
  { method: 'GET', route: '/api/me/digest', statuses: allButNobody(200) },
  { method: 'PUT', route: '/api/me/digest', body: DIGEST, statuses: adultsOnly(204) },

  //                                                                                   nobo coor teac lead pupi gues stra susp expi narr shut wide both
  { method: 'GET', route: '/api/schools/:schoolId/plans', statuses:                    [401, 200, 200, 200, 200, 200, 403, 403, 403, 200, 200, 200, 200] },
  { method: 'GET', route: '/api/schools/:schoolId/search', url: '/api/schools/:schoolId/search?q=plan', statuses: [401, 200, 200, 200, 200, 200, 403, 403, 403, 200, 200, 200, 200] },
  { method: 'POST', route: '/api/schools/:schoolId/plans', body: NEW_PLAN, statuses:   [401, 201, 201, 403, 403, 403, 403, 403, 403, 201, 201, 403, 403] },
  { method: 'GET', route: '/api/schools/:schoolId/deleted-plans', statuses:            [401, 200, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'GET', route: '/api/schools/:schoolId/settings', statuses:                 [401, 200, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 403] },
  { method: 'PUT', route: '/api/schools/:schoolId/settings', body: SETTINGS, statuses: [401, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'GET', route: '/api/schools/:schoolId/members', statuses:                  [401, 200, 403, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'GET', route: '/api/schools/:schoolId/audit', statuses:                    [401, 200, 403, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'PUT', route: '/api/members/:memberId/role', body: { role: 'teacher' }, statuses: [401, 204, 403, 403, 403, 403, 404, 404, 404, 403, 403, 403, 403] },
  { method: 'PUT', route: '/api/members/:memberId/role', body: { role: 'coordinator' }, statuses: [401, 204, 403, 403, 403, 403, 404, 404, 404, 403, 403, 403, 403] },
  { method: 'PUT', route: '/api/members/:memberId/name', body: NAME, statuses:         [401, 204, 403, 403, 403, 403, 404, 404, 404, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/members/:memberId/suspend', statuses:                 [401, 204, 403, 403, 403, 403, 404, 404, 404, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/members/:memberId/restore', statuses:                 [401, 204, 403, 403, 403, 403, 404, 404, 404, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/members/:memberId/remove', statuses:                  [401, 204, 403, 403, 403, 403, 404, 404, 404, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/members/:memberId/erase', body: { name: 'one more teacher' }, statuses: [401, 204, 403, 403, 403, 403, 404, 404, 404, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/members/:memberId/remove', url: '/api/members/00000000000000000000/remove', statuses: allButNobody(404) },

  { method: 'POST', route: '/api/members/:memberId/sign-in-link', statuses:            [401, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/schools/:schoolId/personal-invitations', body: NAMED, statuses: [401, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'GET', route: '/api/schools/:schoolId/personal-invitations', statuses:     [401, 200, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/personal-invitations/:invitationId/revoke', url: '/api/personal-invitations/:personalId/revoke', statuses: [401, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/personal-invitations/:invitationId/revoke', url: '/api/personal-invitations/00000000000000000000/revoke', statuses: allButNobody(404) },

  { method: 'GET', route: '/api/plans/:planId', statuses:                              [401, 200, 200, 200, 200, 200, 403, 403, 403, 200, 403, 200, 200] },
  { method: 'GET', route: '/api/plans/:planId/entry', statuses:                        [401, 200, 200, 200, 200, 200, 403, 403, 403, 200, 403, 200, 200] },
  { method: 'POST', route: '/api/plans/:planId/ticket', statuses:                      [401, 200, 200, 200, 200, 200, 403, 403, 403, 200, 403, 200, 200] },
  { method: 'GET', route: '/api/plans/:planId/posts', statuses:                        [401, 200, 200, 200, 200, 200, 403, 403, 403, 200, 403, 200, 200] },
  { method: 'PUT', route: '/api/plans/:planId/posts', body: POSTS, statuses:           [401, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'GET', route: '/api/plans/:planId/rights', statuses:                       [401, 200, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'PUT', route: '/api/plans/:planId/rights/:memberId', body: { right: 'read' }, statuses: [401, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'PUT', route: '/api/plans/:planId/state', body: { state: 'active' }, statuses: [401, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  ...THREAD_ROWS,
  { method: 'GET', route: '/api/plans/:planId/invitations', statuses:                  [401, 200, 200, 200, 403, 403, 403, 403, 403, 200, 403, 200, 403] },
  { method: 'POST', route: '/api/plans/:planId/invitations', body: INVITE, statuses:   [401, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'GET', route: '/api/plans/:planId/pupils', statuses:                       [401, 200, 200, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/plans/:planId/pupil-doors', body: DOOR, statuses:     [401, 201, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/pupil-doors/:doorId/close', statuses:                 [401, 204, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/pupil-doors/:doorId/close', url: '/api/pupil-doors/00000000000000000000/close', statuses: allButNobody(404) },
  { method: 'POST', route: '/api/pupils/:memberId/return-code', url: '/api/pupils/:pupilId/return-code', statuses: [401, 201, 201, 403, 403, 403, 404, 404, 404, 201, 201, 403, 403] },
  { method: 'POST', route: '/api/pupils/come-in', body: { code: 'wrong', name: 'N', language: 'nb' }, statuses: everybody(410) },
  { method: 'POST', route: '/api/pupils/return', body: { returnCode: 'wrong' }, statuses: everybody(410) },
  { method: 'POST', route: '/api/invitations/:invitationId/end', statuses:             [401, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/invitations/:invitationId/revoke', statuses:          [401, 204, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', route: '/api/invitations/:invitationId/revoke', url: '/api/invitations/00000000000000000000/revoke', statuses: allButNobody(404) },
  ...HISTORY_ROWS,
  { method: 'GET', route: '/api/plans/:planId/export/:format', url: '/api/plans/:planId/export/html', statuses: [401, 200, 200, 200, 403, 200, 403, 403, 403, 200, 403, 200, 200] },
  { method: 'GET', route: '/api/plans/:planId/export/:format', url: '/api/plans/:planId/export/md', statuses: [401, 200, 200, 200, 403, 200, 403, 403, 403, 200, 403, 200, 200] },
  { method: 'GET', route: '/api/plans/:planId/export/:format', url: '/api/plans/:planId/export/exe', statuses: [401, 404, 404, 404, 403, 404, 403, 403, 403, 404, 403, 404, 404] },
  // Last: it ends everybody's session.
  { method: 'POST', route: '/api/sign-out', statuses: allButNobody(204) },
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
let cast: Cast
let invitationId: string
let doorId: string
let personalId: string
let threadId: string
let messageId: string

beforeAll(async () => {
  app = await buildTestApp({ config: { caps: 'bench', provider: NOBODY_ANSWERS } })
  cast = await addCast(app, 'Ternvåg', await addTestSchool(app, 'Grønnvika'))
  const made = await app.send({
    method: 'POST',
    url: `/api/plans/${cast.planId}/invitations`,
    cookie: cast.cookies.coordinator,
    body: INVITE,
  })
  invitationId = made.json<{ invitationId: string }>().invitationId
  const door = await app.send({
    method: 'POST',
    url: `/api/plans/${cast.planId}/pupil-doors`,
    cookie: cast.cookies.teacher,
    body: DOOR,
  })
  doorId = door.json<{ doorId: string }>().doorId
  const personal = await app.send({
    method: 'POST',
    url: `/api/schools/${cast.school.schoolId}/personal-invitations`,
    cookie: cast.cookies.coordinator,
    body: NAMED,
  })
  personalId = personal.json<{ invitationId: string }>().invitationId
  await addTestPlan(app, cast.school, 'En til')
  const { people } = cast.school
  const thread = await createSpeaker(app, cast.planId, people.coordinator.cookie).begin()
  threadId = thread.threadId
  messageId = thread.messages[0]?.messageId ?? ''
})

afterAll(() => app.close())

const fill = (url: string, memberId: string, pupilId = memberId) =>
  url
    .replace(':planId', cast.planId)
    .replace(':schoolId', cast.school.schoolId)
    .replace(':memberId', memberId)
    .replace(':personalId', personalId)
    .replace(':doorId', doorId)
    .replace(':threadId', threadId)
    .replace(':messageId', messageId)
    .replace(':pupilId', pupilId)
    .replace(':invitationId', invitationId)

const bodyOf = (body: RoleRow['body']) => (typeof body === 'function' ? body() : body)

describe('every route', () => {
  it('has a row', () => {
    const declared = declaredRoutes(app.app)
    const rows = new Set(ROWS.map(({ method, route }) => `${method} ${route}`))

    expect(declared.length).toBeGreaterThan(30)
    expect(declared.filter((route) => !rows.has(route))).toEqual([])
  })

  it.each(ROWS.filter(({ method }) => method !== 'GET'))(
    'takes nothing from a page of another site: $method $route $url',
    async ({ method, route, url, body }) => {
      const reply = await app.send({
        method,
        url: fill(url ?? route, cast.school.people.teacher.memberId),
        cookie: cast.cookies.coordinator,
        body: bodyOf(body),
        headers: { origin: 'https://evil.example' },
      })

      expect(reply.json()).toMatchObject({ code: 'wrong-origin' })
    },
  )

  // One row makes thirteen example schools.
  it.each(ROWS)(
    '$method $route $url',
    { timeout: 20_000 },
    async ({ method, route, url, body, statuses }) => {
      const found: Record<string, number> = {}
      for (const who of PRINCIPALS) {
        // Somebody new each time: what was done to one is not in the way of the next.
        const { memberId } = await addTestMember(app, cast.school, 'teacher')
        const { memberId: pupilId } = await addTestMember(app, cast.school, 'pupil')
        const reply = await app.send({
          method,
          url: fill(url ?? route, memberId, pupilId),
          cookie: cast.cookies[who],
          body: bodyOf(body),
        })
        found[who] = reply.statusCode
      }

      expect(found).toEqual(
        Object.fromEntries(PRINCIPALS.map((who, index) => [who, statuses[index]])),
      )
    },
  )
})
