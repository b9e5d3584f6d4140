/** The role matrix with ids that do not belong together: each of them good, the pair not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestApp, type TestApp, type TestRequest } from '../support/build-app.ts'
import { addCast, type Cast } from '../support/principals.ts'
import { addTestPlan, addTestSchool } from '../support/test-people.ts'

const POSTS = { head: null, responsible: [], pupilsCouncil: [], sectionOwners: [] }

type Method = 'GET' | 'POST' | 'PUT'

let app: TestApp
let own: Cast
let other: Cast

beforeAll(async () => {
  app = await buildTestApp()
  const stranger = await addTestSchool(app, 'Grønnvika')
  own = await addCast(app, 'Ternvåg', stranger)
  other = await addCast(app, 'Fjellheim', stranger)
})

afterAll(() => app.close())

const ask = (method: Method, path: string, cookie: string | null, body?: TestRequest['body']) =>
  app.send({ method, url: path, cookie, body })

describe('ids that do not belong together', () => {
  const mixed: readonly (readonly [
    what: string,
    ask: () => { method: Method; path: string; body?: TestRequest['body'] },
    status: number,
  ])[] = [
    ['a plan of theirs', () => ({ method: 'GET', path: `/api/plans/${other.planId}` }), 403],
    [
      'a right on our plan for a member of theirs',
      () => ({
        method: 'PUT',
        path: `/api/plans/${own.planId}/rights/${other.school.people.teacher.memberId}`,
        body: { right: 'read' },
      }),
      404,
    ],
    [
      'a right on their plan for a member of ours',
      () => ({
        method: 'PUT',
        path: `/api/plans/${other.planId}/rights/${own.school.people.teacher.memberId}`,
        body: { right: 'write' },
      }),
      403,
    ],
    [
      'a post on our plan for a member of theirs',
      () => ({
        method: 'PUT',
        path: `/api/plans/${own.planId}/posts`,
        body: { ...POSTS, responsible: [other.school.people.teacher.memberId] },
      }),
      404,
    ],
    [
      'a post on their plan for a member of ours',
      () => ({
        method: 'PUT',
        path: `/api/plans/${other.planId}/posts`,
        body: { ...POSTS, head: own.school.people.leadership.memberId },
      }),
      403,
    ],
    [
      'the role of a member of theirs',
      () => ({
        method: 'PUT',
        path: `/api/members/${other.school.people.pupil.memberId}/role`,
        body: { role: 'guest' },
      }),
      404,
    ],
    [
      'the name of a member of theirs',
      () => ({
        method: 'PUT',
        path: `/api/members/${other.school.people.pupil.memberId}/name`,
        body: { name: 'X' },
      }),
      404,
    ],
    [
      'the suspension of a member of theirs',
      () => ({
        method: 'POST',
        path: `/api/members/${other.school.people.teacher.memberId}/suspend`,
      }),
      404,
    ],
    ['their members', () => ({ method: 'GET', path: schoolPath(other, 'members') }), 403],
    ['their audit trail', () => ({ method: 'GET', path: schoolPath(other, 'audit') }), 403],
    ['their settings', () => ({ method: 'GET', path: schoolPath(other, 'settings') }), 403],
    [
      'their deleted plans',
      () => ({ method: 'GET', path: schoolPath(other, 'deleted-plans') }),
      403,
    ],
    [
      'a plan for them',
      () => ({
        method: 'POST',
        path: schoolPath(other, 'plans'),
        body: { title: 'X', language: 'nb', periodStart: null, periodEnd: null },
      }),
      403,
    ],
    [
      'a plan by the id of a school',
      () => ({ method: 'GET', path: `/api/plans/${own.school.schoolId}` }),
      404,
    ],
    [
      'a member by the id of a user',
      () => ({ method: 'POST', path: `/api/members/${own.school.people.teacher.userId}/suspend` }),
      404,
    ],
    [
      'a session of somebody else',
      () => ({ method: 'POST', path: `/api/me/sessions/${'0'.repeat(20)}/revoke` }),
      404,
    ],
  ]

  it.each(mixed)('our coordinator asks for %s', async (_what, request, status) => {
    const before = await everything()
    const { method, path, body } = request()

    const reply = await ask(method, path, own.cookies.coordinator, body)

    expect(reply.statusCode).toBe(status)
    expect(await everything()).toEqual(before)
  })

  it('a coordinator of one school who is a guest in another is each only there', async () => {
    const theirs = await addTestPlan(app, other.school, 'Deres')
    const { both } = own.cookies

    expect((await ask('GET', `/api/plans/${own.planId}`, both)).statusCode).toBe(200)
    expect((await ask('GET', `/api/plans/${theirs}`, both)).statusCode).toBe(403)
    expect((await ask('GET', schoolPath(own, 'members'), both)).statusCode).toBe(403)
    const me = await ask('GET', '/api/me', both)
    const { schools } = me.json<{ schools: { role: string }[] }>()
    expect(schools.map(({ role }) => role).sort()).toEqual(['coordinator', 'guest'])
  })
})

function schoolPath({ school }: Cast, what: string): string {
  return `/api/schools/${school.schoolId}/${what}`
}

/** What a refused request must leave as it was. */
async function everything() {
  const { db } = app.database
  return {
    members: await db.selectFrom('member').selectAll().orderBy('id').execute(),
    rights: await db.selectFrom('plan_right').selectAll().orderBy('member_id').execute(),
    posts: await db.selectFrom('plan_post').selectAll().orderBy('member_id').execute(),
    plans: await db.selectFrom('plan').select(['id', 'state']).orderBy('id').execute(),
    audit: await db.selectFrom('audit_entry').select('hash').orderBy('hash').execute(),
  }
}
