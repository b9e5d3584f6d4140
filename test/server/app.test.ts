import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replyWithFailures } from '../../server/ops/failure-replies.ts'
import { guardRoutes, type RouteGuardDeps } from '../../server/people/route-guard.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../support/build-app.ts'
import { speak } from '../support/raw-http.ts'
import { addTestSchool, type TestSchool } from '../support/test-people.ts'

let app: TestApp
let school: TestSchool

beforeAll(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  await app.app.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(() => app.close())

describe('health', () => {
  it('is told at two addresses', async () => {
    expect((await app.send({ url: '/livez' })).json()).toEqual({ status: 'alive' })
    expect((await app.send({ url: '/readyz' })).json()).toEqual({ status: 'ready' })
  })
})

describe('a failure', () => {
  it.each([
    ['GET', '/api/nothing', undefined, 404, 'not-found'],
    ['DELETE', '/api/me', undefined, 404, 'not-found'],
    ['GET', '/%E0%A4%A', undefined, 400, 'bad-request'],
    ['POST', '/api/set-up', '{', 400, 'bad-request'],
    ['POST', '/api/set-up', { token: 'x' }, 400, 'bad-request'],
    ['POST', '/api/set-up', { token: 'x', schoolName: 'y'.repeat(70_000) }, 400, 'bad-request'],
    ['GET', '/api/plans/not-an-id', undefined, 400, 'bad-request'],
    ['GET', `/api/plans/${'0'.repeat(500)}`, undefined, 404, 'not-found'],
  ] as const)(
    '%s %.20s … says what code it has, and nothing else',
    async (method, url, body, status, code) => {
      const reply = await app.send({
        method,
        url,
        body,
        cookie: school.people.teacher.cookie,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
      })

      expect({ status: reply.statusCode, body: reply.json() }).toEqual({
        status,
        body: { code, message: expect.any(String) },
      })
    },
  )

  it('of our own making tells the log what, and the client nothing', async () => {
    const broken = await buildTestApp()
    const { schoolId, people } = await addTestSchool(broken, 'Ternvåg')
    await broken.database.db.schema.dropTable('plan_summary').execute()

    const reply = await broken.send({
      url: `/api/schools/${schoolId}/plans`,
      cookie: people.teacher.cookie,
    })

    expect(reply.statusCode).toBe(500)
    expect(reply.json()).toEqual({ code: 'server-error', message: expect.any(String) })
    expect(reply.body).not.toContain('plan_summary')
    expect(broken.logged()).toMatch(/(?:no such table|relation).*plan_summary/)
    await broken.close()
  })

  it('of something that is not HTTP has the same body', async () => {
    const answer = await speak(app, 'NONSENSE\r\n\r\n')

    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'bad-request' })
  })
})

describe('what changes something', () => {
  const url = '/api/me/language'
  const put = (headers: Record<string, string>) =>
    app.app.inject({ method: 'PUT', url, headers, payload: { language: 'en' } })

  it.each([
    ['from our own page', { origin: TEST_ORIGIN }, 204],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from another port', { origin: 'http://localhost:4322' }, 403],
    ['from 127.0.0.1', { origin: 'http://127.0.0.1:4321' }, 403],
    ['from a sandboxed frame', { origin: 'null' }, 403],
    ['from nowhere, with a cookie', {}, 403],
  ])('%s', async (_where, origin, status) => {
    const reply = await put({ ...origin, cookie: school.people.teacher.cookie })

    expect(reply.statusCode).toBe(status)
    if (status === 403) expect(reply.json()).toMatchObject({ code: 'wrong-origin' })
  })

  it('from a program without cookies gets as far as the sign-in', async () => {
    expect((await put({})).json()).toMatchObject({ code: 'sign-in-required' })
  })
})

describe('the log', () => {
  it('holds no token, cookie or ticket, whatever comes', async () => {
    const { cookie } = school.people.teacher
    await app.send({ url: '/sign-in/secret-token-1', cookie })
    await app.send({ url: '/api/me?ticket=secret-token-2', cookie })
    await app.send({ url: '/nothing/secret-token-3', cookie })
    await app.send({
      method: 'POST',
      url: '/api/set-up',
      body: { token: 'secret-token-4', schoolName: 'x', name: 'x', language: 'nb' },
    })

    expect(app.logged()).not.toContain('secret-token')
    expect(app.logged()).not.toContain(cookie.split('=')[1])
    expect(app.logged()).toContain('/sign-in/:token')
  })
})

describe('a route', () => {
  const nobody = { sessions: {}, cookie: { read: () => null } } as unknown as RouteGuardDeps

  it('that names no verb does not start', () => {
    const bare = Fastify()
    guardRoutes(bare, nobody)

    expect(() => bare.get('/api/open', () => 'x')).toThrow(/names no verb/)
  })

  it('that names one lets in who is signed in only, even if it forgets to ask', async () => {
    const bare = Fastify()
    guardRoutes(bare, nobody)
    replyWithFailures(bare)
    bare.get('/api/secret', { config: { verb: 'plan.read' } }, () => 'x')
    bare.get('/api/open', { config: { verb: 'public' } }, () => 'x')

    expect((await bare.inject('/api/secret')).statusCode).toBe(401)
    expect((await bare.inject('/api/open')).statusCode).toBe(200)
  })
})

describe('an upgrade', () => {
  it.each(['/', '/api/me', '/sync', '/sync/'])('at %s is refused', async (path) => {
    const answer = await speak(
      app,
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    )

    expect(answer).toMatch(/^HTTP\/1.1 404 /)
  })
})
