import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deviceOf } from '../../../server/people/device.ts'
import { endOfDay } from '../../../server/people/end-of-day.ts'
import { createSessions } from '../../../server/people/sessions.ts'
import { createKyselyPeopleStore } from '../../../server/storage/kysely-people-store.ts'
import type { Me } from '../../../shared/api/me.ts'
import type { SessionList } from '../../../shared/api/sessions.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { createInviting } from '../../support/inviting.ts'
import {
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

const HOUR_MS = 60 * 60 * 1000

const CHROMEBOOK =
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'

let app: TestApp
let school: TestSchool
let teacher: TestPerson

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  ;({ teacher } = school.people)
})

afterEach(() => app.close())

const sessions = () =>
  createSessions({
    store: createKyselyPeopleStore(app.database.db),
    nowMs: () => app.clock.nowMs,
    random: randomBytes,
  })
const open = async (traits = {}, who = teacher) =>
  `session=${(await sessions().open(who.userId, traits)).token}`
const list = async (cookie: string) =>
  (await app.send({ url: '/api/me/sessions', cookie })).json<SessionList>().sessions
const post = (path: string, cookie: string) => app.send({ method: 'POST', url: path, cookie })
const isSignedIn = async (cookie: string | null) =>
  (await app.send({ url: '/api/me', cookie })).json<Me>().user !== null

describe('my sessions', () => {
  it('tell when, on what, and which is this one; latest used first', async () => {
    app.clock.nowMs += HOUR_MS
    const cookie = await open({ userAgent: CHROMEBOOK, publicComputer: true })

    const mine = await list(cookie)

    expect(mine).toMatchObject([
      {
        createdAtMs: app.clock.nowMs,
        usedAtMs: app.clock.nowMs,
        device: { browser: 'chrome', system: 'chromebook' },
        isThis: true,
        isPublicComputer: true,
      },
      { device: { browser: 'other', system: 'other' }, isThis: false, isPublicComputer: false },
    ])
    expect(JSON.stringify(mine)).not.toContain(cookie.split('=')[1])
    const rows = await app.database.db.selectFrom('session').select('token_hash').execute()
    for (const { token_hash } of rows) expect(JSON.stringify(mine)).not.toContain(token_hash)
  })

  it('tell the last use to the hour', async () => {
    app.clock.nowMs += HOUR_MS / 2
    expect((await list(teacher.cookie))[0]?.usedAtMs).toBe(app.clock.nowMs - HOUR_MS / 2)

    app.clock.nowMs += HOUR_MS / 2
    expect((await list(teacher.cookie))[0]?.usedAtMs).toBe(app.clock.nowMs)
  })

  it('are ended one by one', async () => {
    const other = await open()
    const id = (await list(teacher.cookie)).find(({ isThis }) => !isThis)?.sessionId

    expect((await post(`/api/me/sessions/${id}/revoke`, teacher.cookie)).statusCode).toBe(204)

    expect([await isSignedIn(other), await isSignedIn(teacher.cookie)]).toEqual([false, true])
    expect((await post(`/api/me/sessions/${id}/revoke`, teacher.cookie)).statusCode).toBe(404)
  })

  it('are ended all but this one', async () => {
    const others = [await open(), await open()]

    expect((await post('/api/me/sessions/revoke-others', teacher.cookie)).statusCode).toBe(204)

    for (const other of others) expect(await isSignedIn(other)).toBe(false)
    expect(await list(teacher.cookie)).toHaveLength(1)
  })

  it('are nobody else’s to end', async () => {
    const { coordinator } = school.people
    const theirs = (await list(coordinator.cookie))[0]?.sessionId

    expect((await post(`/api/me/sessions/${theirs}/revoke`, teacher.cookie)).statusCode).toBe(404)
    expect(await isSignedIn(coordinator.cookie)).toBe(true)
  })

  it('end for this browser like a sign-out', async () => {
    const id = (await list(teacher.cookie))[0]?.sessionId

    const reply = await post(`/api/me/sessions/${id}/revoke`, teacher.cookie)

    expect(reply.headers['set-cookie']).toMatch(/^session=; Max-Age=0;/)
  })
})

describe('a session on a public computer', () => {
  it('ends with the school’s day, however much it is used, and with the window', async () => {
    const planId = await addTestPlan(app, school)
    const inviting = createInviting(app, planId, school.people.coordinator.cookie)
    const { token } = await inviting.invite()

    const reply = await app.send({
      method: 'POST',
      url: '/api/invitations/join',
      body: { token, name: 'Amina', language: 'nb', publicComputer: true },
    })

    expect(reply.headers['set-cookie']).toMatch(
      /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const cookie = cookieOf(reply)
    // From noon in Oslo to a second before midnight there, and that second.
    for (let hour = 0; hour < 11; hour += 1) {
      app.clock.nowMs += HOUR_MS
      const used = await app.send({ url: '/api/me', cookie })
      expect(used.json()).toMatchObject({ user: { name: 'Amina' } })
      expect(used.headers['set-cookie']).toBeUndefined()
    }
    app.clock.nowMs += HOUR_MS - 1
    expect(await isSignedIn(cookie)).toBe(true)
    app.clock.nowMs += 1
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it.each([
    ['2027-01-19T11:00:00Z', 'Europe/Oslo', '2027-01-19T23:00:00Z'],
    ['2027-01-19T22:59:59Z', 'Europe/Oslo', '2027-01-19T23:00:00Z'],
    ['2027-01-19T23:00:00Z', 'Europe/Oslo', '2027-01-20T23:00:00Z'],
    // The clocks go forward in that night, and back in the other.
    ['2027-03-27T23:30:00Z', 'Europe/Oslo', '2027-03-28T22:00:00Z'],
    ['2027-10-30T22:30:00Z', 'Europe/Oslo', '2027-10-31T23:00:00Z'],
    ['2027-01-19T11:00:00Z', 'Pacific/Kiritimati', '2027-01-20T10:00:00Z'],
  ])('at %s in %s the day ends at %s', (now, zone, end) => {
    expect(new Date(endOfDay(Date.parse(now), zone)).toISOString()).toBe(end.replace('Z', '.000Z'))
  })
})

describe('a sign-in', () => {
  it('gives a new session, and ends the one that the browser came with: none can be planted', async () => {
    const planted = await open({}, school.people.guest)
    const planId = await addTestPlan(app, school)
    const inviting = createInviting(app, planId, school.people.coordinator.cookie)
    const { token } = await inviting.invite()
    // Somebody who is only in an example school becomes somebody new.
    const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<{
      people: { signInUrl: string }[]
    }>()
    const enter = (index: number, cookie: string | null) =>
      app.send({ url: new URL(demo.people[index]?.signInUrl ?? '').pathname, cookie })
    const first = cookieOf(await enter(0, null))

    const second = cookieOf(await enter(1, first))
    const third = cookieOf(await inviting.join(token, 'Amina', second ?? ''))

    expect(new Set([first, second, third]).size).toBe(3)
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, false])
    expect(await isSignedIn(third)).toBe(true)
    // What nobody brought along is not touched.
    expect(await isSignedIn(planted)).toBe(true)
  })

  it('never takes over a token that the browser came with', async () => {
    const made = `session=${'A'.repeat(43)}`
    const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<{
      people: { signInUrl: string }[]
    }>()

    const reply = await app.send({
      url: new URL(demo.people[0]?.signInUrl ?? '').pathname,
      cookie: made,
    })

    expect(cookieOf(reply)).not.toBe(made)
    expect(await isSignedIn(made)).toBe(false)
  })
})

describe('what a browser says of itself', () => {
  it.each([
    [undefined, 'other', 'other'],
    ['', 'other', 'other'],
    [CHROMEBOOK, 'chrome', 'chromebook'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'edge',
      'windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      'safari',
      'mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1',
      'chrome',
      'iphone',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'safari',
      'ipad',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
      'samsung',
      'android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'firefox', 'linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0',
      'opera',
      'windows',
    ],
    ['curl/8.5.0', 'other', 'other'],
  ])('%s is %s on %s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system })
  })
})
