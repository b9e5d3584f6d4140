import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '../../../shared/api/me.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestPerson } from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let teacher: TestPerson

beforeEach(async () => {
  app = await buildTestApp()
  teacher = (await addTestSchool(app, 'Ternvåg')).people.teacher
})

afterEach(() => app.close())

const me = async (cookie: string | null) => (await app.send({ url: '/api/me', cookie })).json<Me>()

describe('a session', () => {
  it('tells who somebody is', async () => {
    expect((await me(teacher.cookie)).user).toMatchObject({ userId: teacher.userId })
  })

  it.each([null, 'session=', 'session=wrong', 'session=%00', 'other=1'])(
    '%s is nobody',
    async (cookie) => {
      expect(await me(cookie)).toEqual({ user: null, schools: [], demo: true })
    },
  )

  it('lasts thirty days from its last use, moved at most once a day', async () => {
    const reply = () => app.send({ url: '/api/me', cookie: teacher.cookie })
    expect(cookieOf(await reply())).toBeNull()

    app.clock.nowMs += 2 * DAY_MS
    expect(cookieOf(await reply())).toBe(teacher.cookie)
    expect(cookieOf(await reply())).toBeNull()

    app.clock.nowMs += 29 * DAY_MS
    expect((await me(teacher.cookie)).user).not.toBeNull()
    app.clock.nowMs += 31 * DAY_MS
    expect((await me(teacher.cookie)).user).toBeNull()
  })

  it('ends at once with a sign-out, in the database and in the browser', async () => {
    const reply = await app.send({ method: 'POST', url: '/api/sign-out', cookie: teacher.cookie })

    expect(reply.statusCode).toBe(204)
    expect(reply.headers['set-cookie']).toMatch(/^session=; Max-Age=0;/)
    expect((await me(teacher.cookie)).user).toBeNull()
  })

  it('is stored as a hash only', async () => {
    const rows = await app.database.db.selectFrom('session').selectAll().execute()

    expect(JSON.stringify(rows)).not.toContain(teacher.cookie.split('=')[1])
  })

  it('is cleared away when it has ended', async () => {
    app.clock.nowMs += 31 * DAY_MS
    const { createKyselyPeopleStore } =
      await import('../../../server/storage/kysely-people-store.ts')

    await createKyselyPeopleStore(app.database.db).removeEnded(app.clock.nowMs)

    expect(await app.database.db.selectFrom('session').selectAll().execute()).toEqual([])
  })
})

describe('the session cookie', () => {
  it('on localhost is out of reach of scripts and other sites', async () => {
    const reply = await setUpOn(app)

    expect(reply.headers['set-cookie']).toMatch(
      /^session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('on https is bound to the host and to https', async () => {
    const publicOrigin = 'https://plan.skole.no'
    const secure = await buildTestApp({ config: { publicOrigin, demo: false } })

    const reply = await setUpOn(secure, publicOrigin)

    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(reply.headers['strict-transport-security']).toBe('max-age=31536000')
    await secure.close()
  })
})

describe('my language', () => {
  it('is kept', async () => {
    await app.send({
      method: 'PUT',
      url: '/api/me/language',
      cookie: teacher.cookie,
      body: { language: 'en' },
    })

    expect((await me(teacher.cookie)).user?.language).toBe('en')
  })

  it('is one of ours', async () => {
    const reply = await app.send({
      method: 'PUT',
      url: '/api/me/language',
      cookie: teacher.cookie,
      body: { language: 'se' },
    })

    expect(reply.json()).toMatchObject({ code: 'bad-request' })
  })
})

async function setUpOn(target: TestApp, origin?: string) {
  await target.database.db.deleteFrom('school').execute()
  const token = (await target.createSetUpLink())?.split('#')[1] ?? ''
  return target.send({
    method: 'POST',
    url: '/api/set-up',
    body: { token, schoolName: 'Skole', name: 'Elle', language: 'nb' },
    ...(origin === undefined ? {} : { headers: { origin } }),
  })
}
