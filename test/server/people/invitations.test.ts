import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Demo } from '../../../shared/api/demo.ts'
import type {
  InvitationList,
  InvitationLook,
  NewInvitationDone,
} from '../../../shared/api/invitations.ts'
import type { Me } from '../../../shared/api/me.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let school: TestSchool
let planId: string

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school)
})

afterEach(() => app.close())

const coordinator = () => school.people.coordinator.cookie

async function invite(traits: object = {}) {
  const reply = await app.send({
    method: 'POST',
    url: `/api/plans/${planId}/invitations`,
    cookie: coordinator(),
    body: { role: 'teacher', days: 7, maxUses: 20, ...traits },
  })
  expect(reply.statusCode).toBe(201)
  const { invitationId, url } = reply.json<NewInvitationDone>()
  return { invitationId, url, token: url.split('#')[1] ?? '' }
}

const look = (token: string, cookie?: string) =>
  app.send({ method: 'POST', url: '/api/invitations/look', cookie, body: { token } })
const join = (token: string, name: string | null, cookie?: string) =>
  app.send({
    method: 'POST',
    url: '/api/invitations/join',
    cookie,
    body: { token, name, language: 'nn' },
  })
const revoke = (invitationId: string, cookie = coordinator()) =>
  app.send({ method: 'POST', url: `/api/invitations/${invitationId}/revoke`, cookie })
const list = async (cookie = coordinator(), plan = planId) =>
  (await app.send({ url: `/api/plans/${plan}/invitations`, cookie })).json<InvitationList>()
    .invitations
const me = async (cookie: string | null) => (await app.send({ url: '/api/me', cookie })).json<Me>()
const count = async (table: 'user' | 'member' | 'session') =>
  (await app.database.db.selectFrom(table).selectAll().execute()).length

describe('an invitation', () => {
  it('is a link with its token where no server sees it, kept as a hash only', async () => {
    const { url, token } = await invite()

    expect(url).toMatch(new RegExp(`^${TEST_ORIGIN}/join#[A-Za-z0-9_-]{43}$`))
    const rows = await app.database.db.selectFrom('invitation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(await list())).not.toContain(token)
    expect(app.logged()).not.toContain(token)
  })

  it('tells whose it is and where it leads, as often as one looks, and counts no use', async () => {
    const { token } = await invite({ maxUses: 1 })

    await look(token)
    const reply = await look(token)

    expect(reply.json()).toEqual({
      schoolName: 'Ternvåg',
      planTitle: 'Handlingsplan 2026–2027',
      inviterName: 'coordinator of Ternvåg',
      role: 'teacher',
      joinsAs: null,
      memberOfPlanId: null,
    } satisfies InvitationLook)
    expect(await list()).toMatchObject([{ uses: 0, maxUses: 1 }])
  })

  it('lets in whoever says a name, in the role it is for, and signs them in', async () => {
    const { token } = await invite({ role: 'leadership' })

    const reply = await join(token, ' Marit   Solhaug\u202e ')

    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ planId })
    const newcomer = await me(cookieOf(reply))
    expect(newcomer.user).toMatchObject({ name: 'Marit Solhaug', language: 'nn', example: false })
    expect(newcomer.schools).toMatchObject([{ schoolId: school.schoolId, role: 'leadership' }])
    expect(await list()).toMatchObject([{ uses: 1 }])
  })

  it('of twenty people at once lets in three when three may, and leaves nothing of the others', async () => {
    const { token } = await invite({ maxUses: 3 })
    const before = [await count('user'), await count('member'), await count('session')]

    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => join(token, `Person ${index}`)),
    )

    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(3)
    expect(statuses.filter((status) => status === 410)).toHaveLength(17)
    const after = [await count('user'), await count('member'), await count('session')]
    expect(after).toEqual(before.map((rows) => rows + 3))
    expect(await list()).toEqual([])
  })

  it.each(['unknown', 'expired', 'used up', 'revoked', 'of a deleted plan'])(
    'that is %s is refused like any other that does not work',
    async (trouble) => {
      const { token, invitationId } = await invite({ days: 1, maxUses: 1 })
      if (trouble === 'expired') app.clock.nowMs += DAY_MS
      if (trouble === 'used up') await join(token, 'Første')
      if (trouble === 'revoked') expect((await revoke(invitationId)).statusCode).toBe(204)
      if (trouble === 'of a deleted plan') {
        await app.database.db.updateTable('plan').set({ state: 'deleted' }).execute()
      }
      const tried = trouble === 'unknown' ? `${token}x` : token

      for (const reply of [await look(tried), await join(tried, 'Andre')]) {
        expect(reply.statusCode).toBe(410)
        expect(reply.json()).toMatchObject({ code: 'link-not-valid' })
        expect(cookieOf(reply)).toBeNull()
      }
    },
  )

  it.each(['\u202e \u0007', '   ', 'x'.repeat(201)])(
    'is not spent by the name %j',
    async (name) => {
      const { token } = await invite({ maxUses: 1 })

      expect((await join(token, name)).json()).toMatchObject({ code: 'bad-request' })
      expect((await join(token, 'Amina')).statusCode).toBe(200)
    },
  )

  it('is not spent by a try that failed half-way', async () => {
    const { token } = await invite({ maxUses: 1 })
    await app.database.db.schema.alterTable('session').renameTo('session_away').execute()

    const failed = await join(token, 'Amina')

    await app.database.db.schema.alterTable('session_away').renameTo('session').execute()
    expect(failed.statusCode).toBe(500)
    expect((await join(token, 'Amina')).statusCode).toBe(200)
  })

  it('that is revoked lets nobody in any more, and those who came in stay', async () => {
    const { token, invitationId } = await invite()
    const amina = cookieOf(await join(token, 'Amina'))

    await revoke(invitationId)
    expect((await revoke(invitationId)).statusCode).toBe(204)

    expect(await list()).toEqual([])
    expect((await me(amina)).schools).toMatchObject([{ schoolId: school.schoolId }])
    const again = await look(token, amina ?? '')
    expect(again.json()).toMatchObject({ memberOfPlanId: planId })
  })

  it.each([{ role: 'coordinator' }, { role: 'pupil' }, { days: 400 }, { maxUses: 0 }])(
    'is never made with %j',
    async (traits) => {
      const reply = await app.send({
        method: 'POST',
        url: `/api/plans/${planId}/invitations`,
        cookie: coordinator(),
        body: { role: 'teacher', days: 7, maxUses: 20, ...traits },
      })

      expect(reply.json()).toMatchObject({ code: 'bad-request' })
    },
  )

  it('of another school is neither listed nor revoked', async () => {
    const { token, invitationId } = await invite()
    const other = await addTestSchool(app, 'Grønnvika')
    const otherPlan = await addTestPlan(app, other)
    const stranger = other.people.coordinator.cookie

    expect(await list(stranger, otherPlan)).toEqual([])
    expect((await revoke(invitationId, stranger)).json()).toMatchObject({ code: 'access-denied' })
    expect((await look(token)).statusCode).toBe(200)
  })

  it('is listed at every plan of the school, because it opens them all', async () => {
    await invite()
    const second = await addTestPlan(app, school, 'Den andre planen')

    expect(await list(school.people.teacher.cookie, second)).toMatchObject([
      { planId, planTitle: 'Handlingsplan 2026–2027', madeBy: 'coordinator of Ternvåg' },
    ])
  })
})

describe('whoever is signed in already', () => {
  it('joins as themselves, with one more school and no other session', async () => {
    const { token } = await invite()
    const { people } = await addTestSchool(app, 'Grønnvika')
    const { cookie, userId, name } = people.teacher

    expect((await look(token, cookie)).json()).toMatchObject({ joinsAs: name })
    const reply = await join(token, null, cookie)

    expect(reply.json()).toEqual({ planId })
    expect(cookieOf(reply)).toBeNull()
    const known = await me(cookie)
    expect(known.user?.userId).toBe(userId)
    expect(known.schools.map(({ role }) => role)).toEqual(['teacher', 'teacher'])
    expect(await list()).toMatchObject([{ uses: 1 }])
  })

  it('and pressed twice is one member, with one use counted', async () => {
    const { token } = await invite({ maxUses: 2 })
    const { people } = await addTestSchool(app, 'Grønnvika')
    const { cookie } = people.teacher

    const replies = await Promise.all([join(token, null, cookie), join(token, null, cookie)])

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(await list()).toMatchObject([{ uses: 1 }])
  })

  it('as a member only goes to the plan, in the role they have', async () => {
    const { token } = await invite({ role: 'guest', days: 1 })
    const { cookie } = school.people.teacher
    app.clock.nowMs += 2 * DAY_MS

    expect((await look(token, cookie)).json()).toMatchObject({ memberOfPlanId: planId })
    expect((await join(token, null, cookie)).json()).toEqual({ planId })

    expect((await me(cookie)).schools).toMatchObject([{ role: 'teacher' }])
  })

  it('in an example school only becomes somebody new in a real one', async () => {
    const { token } = await invite()
    const { cookie, demo } = await signedInToExample()

    expect((await look(token, cookie)).json()).toMatchObject({ joinsAs: null })
    expect((await join(token, null, cookie)).json()).toMatchObject({ code: 'sign-in-required' })
    const reply = await join(token, 'Kari Nordmann', cookie)

    const newcomer = await me(cookieOf(reply))
    expect(newcomer.user).toMatchObject({ name: 'Kari Nordmann', example: false })
    expect(newcomer.schools.map(({ schoolId }) => schoolId)).toEqual([school.schoolId])
    expect((await me(cookie)).schools.map(({ schoolId }) => schoolId)).toEqual([demo.schoolId])
  })
})

describe('an invitation to an example school', () => {
  it('lets people in for as long as the school stands', async () => {
    const { cookie, demo } = await signedInToExample()
    const made = await app.send({
      method: 'POST',
      url: `/api/plans/${demo.planId}/invitations`,
      cookie,
      body: { role: 'teacher', days: 30, maxUses: 5 },
    })
    const token = made.json<NewInvitationDone>().url.split('#')[1] ?? ''

    const newcomer = cookieOf(await join(token, 'Kari Nordmann'))

    expect((await me(newcomer)).user).toMatchObject({ name: 'Kari Nordmann', example: true })
    app.clock.nowMs += DAY_MS
    expect((await me(newcomer)).user).toBeNull()
    expect((await look(token)).statusCode).toBe(410)
  })
})

describe('guessing', () => {
  it('is told to wait, and never keeps out whoever has a good link', async () => {
    const { token } = await invite()
    let last = 410
    for (let tries = 0; tries < 250 && last === 410; tries += 1) {
      last = (await look(`${token}${tries}`)).statusCode
    }

    expect(last).toBe(429)
    expect((await look(token)).statusCode).toBe(200)
    expect((await join(token, 'Amina')).statusCode).toBe(200)
  })
})

async function signedInToExample() {
  const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<Demo>()
  const elle = demo.people.find(({ role }) => role === 'coordinator')
  const entered = await app.send({ url: elle!.signInUrl.slice(TEST_ORIGIN.length) })
  return { demo, cookie: cookieOf(entered) ?? '' }
}
