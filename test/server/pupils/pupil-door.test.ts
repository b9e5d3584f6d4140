import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Returned } from '../../../shared/api/pupils.ts'
import { CODE_LETTERS } from '../../../shared/access/pupil-codes.ts'
import { whoIs } from '../../support/accounts.ts'
import { cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { createPupils, openPupils, type Pupils } from '../../support/pupils.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

let app: TestApp
let school: TestSchool
let planId: string
let pupils: Pupils

beforeEach(async () => {
  ;({ app, school, planId, pupils } = await openPupils())
})

afterEach(() => app.close())

const rows = async (table: 'user' | 'member' | 'session' | 'return_code' | 'plan_right') =>
  (await app.database.db.selectFrom(table).selectAll().execute()).length
const everything = () =>
  Promise.all((['user', 'member', 'session', 'return_code', 'plan_right'] as const).map(rows))
const readPlan = async (cookie: string | null, id = planId) =>
  (await app.send({ url: `/api/plans/${id}`, cookie })).statusCode
const plansOf = async (cookie: string | null) =>
  (await app.send({ url: `/api/schools/${school.schoolId}/plans`, cookie }))
    .json<{ plans: { planId: string }[] }>()
    .plans.map((plan) => plan.planId)

const rename = (url: string, who: string | null) =>
  app.send({ method: 'PUT', url, cookie: who, body: { name: 'Oter' } })
const deed = (memberId: string, what: string) =>
  app.send({
    method: 'POST',
    url: `/api/members/${memberId}/${what}`,
    cookie: school.people.coordinator.cookie,
  })

describe('a code for pupils', () => {
  it('is six letters that nobody mixes up, and a link, shown as often as the wall needs it', async () => {
    const { code, url, token } = await pupils.open()

    expect(code).toMatch(new RegExp(`^[${CODE_LETTERS}]{6}$`))
    expect(url).toMatch(new RegExp(`^${TEST_ORIGIN}/pupils#[A-Za-z0-9_-]{43}$`))
    expect((await pupils.list()).doors).toMatchObject([{ code, url, label: '6A', uses: 0 }])
    expect(app.logged()).not.toContain(code)
    expect(app.logged()).not.toContain(token)
  })

  it('of one day is good until the school’s day is over', async () => {
    const { code } = await pupils.open({ days: 1 })

    app.clock.nowMs += 11 * HOUR_MS
    expect((await pupils.tryToComeIn(code)).statusCode).toBe(200)
    app.clock.nowMs += HOUR_MS
    expect((await pupils.tryToComeIn(code, { name: 'Oter' })).statusCode).toBe(410)
  })

  it.each([{ days: 400 }, { maxUses: 0 }, { maxUses: 10_000 }, { label: 'x'.repeat(200) }])(
    'is never made with %j',
    async (traits) => {
      expect((await pupils.tryToOpen(traits)).json()).toMatchObject({ code: 'bad-request' })
    },
  )

  it('is gone from the database when its door is over', async () => {
    const closed = await pupils.open()
    await pupils.close(closed.doorId)

    const kept = JSON.stringify(
      await app.database.db.selectFrom('pupil_door').selectAll().execute(),
    )
    expect(kept).not.toContain(closed.code)
    expect(kept).not.toContain(closed.token)
  })

  it('of another school is neither listed nor closed', async () => {
    const { doorId, code } = await pupils.open()
    const other = await addTestSchool(app, 'Grønnvika')
    const theirs = createPupils(app, other, await addTestPlan(app, other))

    expect((await theirs.list()).doors).toEqual([])
    expect((await theirs.close(doorId)).json()).toMatchObject({ code: 'access-denied' })
    expect((await pupils.tryToComeIn(code)).statusCode).toBe(200)
  })
})

describe('a pupil', () => {
  it('comes in with a code and a name, reads that plan and no other, and is seen by that name', async () => {
    const other = await addTestPlan(app, school, 'En plan for de voksne')
    const { code } = await pupils.open()

    const came = await pupils.comeIn(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`)

    expect(came).toMatchObject({ planId, name: 'Tern 4' })
    expect(came.returnCode).toMatch(/^(?:[A-Z]{4}-){3}[A-Z]{4}$/)
    const { user, schools } = await whoIs(app, came.cookie)
    expect(user).toMatchObject({ name: 'Tern 4', language: 'nn' })
    expect(schools).toMatchObject([{ role: 'pupil' }])
    expect([await readPlan(came.cookie), await readPlan(came.cookie, other)]).toEqual([200, 403])
    expect(await plansOf(came.cookie)).toEqual([planId])
    expect((await pupils.list()).pupils).toMatchObject([{ name: 'Tern 4', joinedOn: '2027-01-19' }])
    const members = await app.send({
      url: `/api/schools/${school.schoolId}/members`,
      cookie: school.people.coordinator.cookie,
    })
    expect(members.json()).toMatchObject({
      members: expect.arrayContaining([
        expect.objectContaining({ name: 'Tern 4', role: 'pupil', state: 'active' }),
      ]),
    })
  })

  it('is gone from a shared machine with the window, and at the latest when the day is over', async () => {
    const { code } = await pupils.open()

    const reply = await pupils.tryToComeIn(code)

    expect(reply.cookies[0]).not.toHaveProperty('maxAge')
    const cookie = cookieOf(reply)
    app.clock.nowMs += 11 * HOUR_MS
    expect(await readPlan(cookie)).toBe(200)
    app.clock.nowMs += HOUR_MS
    expect(await readPlan(cookie)).toBe(401)
  })

  it('stays on a device that they say is their own', async () => {
    const { code } = await pupils.open()
    const { cookie } = await pupils.comeIn(code, { publicComputer: false })

    app.clock.nowMs += 5 * DAY_MS

    expect(await readPlan(cookie)).toBe(200)
  })

  it('comes back with the return code under the same name, however it is typed', async () => {
    const { code } = await pupils.open()
    const { returnCode, cookie } = await pupils.comeIn(code)
    await app.send({ method: 'POST', url: '/api/sign-out', cookie })
    app.clock.nowMs += 20 * DAY_MS

    const back = await pupils.tryToReturn(returnCode.toLowerCase().replaceAll('-', ' '))

    expect(back.json()).toEqual({ planId } satisfies Returned)
    expect((await whoIs(app, cookieOf(back))).user).toMatchObject({ name: 'Tern 4' })
    const kept = JSON.stringify(
      await app.database.db.selectFrom('return_code').selectAll().execute(),
    )
    expect(kept).not.toContain(returnCode.replaceAll('-', ''))
    expect(app.logged()).not.toContain(returnCode)
  })

  it('who has a second plan opened to them comes as themselves, and is led to the start', async () => {
    const second = createPupils(app, school, await addTestPlan(app, school, 'Den andre'))
    const { cookie, returnCode } = await pupils.comeIn((await pupils.open()).code)

    const came = await second.comeIn((await second.open()).code, { cookie, name: 'En annen' })

    expect(came).toMatchObject({ name: 'Tern 4', returnCode: '', cookie: null })
    expect(await plansOf(cookie)).toHaveLength(2)
    expect((await pupils.tryToReturn(returnCode)).json()).toEqual({ planId: null })
  })

  it.each(['Tern 4', ' tern  4 ', 'TERN 4', 'coordinator of Ternvåg'])(
    'is asked for another name when %j is somebody’s already, and no use is counted',
    async (name) => {
      const { code } = await pupils.open({ maxUses: 2 })
      await pupils.comeIn(code)
      const before = await everything()

      const reply = await pupils.tryToComeIn(code, { name })

      expect(reply.json()).toMatchObject({ code: 'name-taken' })
      expect(cookieOf(reply)).toBeNull()
      expect(await everything()).toEqual(before)
      expect((await pupils.tryToComeIn(code, { name: 'Tern 5' })).statusCode).toBe(200)
    },
  )

  it.each(['   ', '\u202e \u0007', 'x'.repeat(41)])('is not made by the name %j', async (name) => {
    const { code } = await pupils.open({ maxUses: 1 })

    expect((await pupils.tryToComeIn(code, { name })).json()).toMatchObject({ code: 'bad-request' })
    expect((await pupils.tryToComeIn(code)).statusCode).toBe(200)
  })

  it('does not take back the name that an adult gave', async () => {
    const { cookie } = await pupils.comeIn((await pupils.open()).code, { name: 'Noe dumt' })
    const { memberId } = (await pupils.list()).pupils[0]!

    const renamed = await rename(`/api/members/${memberId}/name`, school.people.coordinator.cookie)

    expect(renamed.statusCode).toBe(204)
    expect((await pupils.list()).pupils).toMatchObject([{ name: 'Oter' }])
    expect((await rename(`/api/members/${memberId}/name`, cookie)).statusCode).toBe(403)
    expect((await rename('/api/me/name', cookie)).statusCode).toBe(403)
  })

  it('who was removed or suspended does not come back', async () => {
    const { code } = await pupils.open()
    const tern = await pupils.comeIn(code)
    const oter = await pupils.comeIn(code, { name: 'Oter' })
    const [first, second] = (await pupils.list()).pupils
    await deed(first!.memberId, 'remove')
    await deed(second!.memberId, 'suspend')

    for (const { returnCode, cookie } of [tern, oter]) {
      expect((await pupils.tryToReturn(returnCode)).json()).toMatchObject({
        code: 'link-not-valid',
      })
      expect(await readPlan(cookie)).toBe(403)
    }
  })

  it('never takes the place of an adult who is signed in', async () => {
    const { code } = await pupils.open()
    const { cookie } = school.people.leadership

    const reply = await pupils.tryToComeIn(code, { cookie })

    expect(reply.json()).toMatchObject({ code: 'not-for-you' })
    expect((await whoIs(app, cookie)).schools).toMatchObject([{ role: 'leadership' }])
    expect((await pupils.list()).doors).toMatchObject([{ uses: 0 }])
  })

  it('gets a session made now: one that was planted is not the one they sign in to', async () => {
    const { code } = await pupils.open()
    const planted = await pupils.comeIn(code)
    const other = createPupils(app, await addTestSchool(app, 'Grønnvika'), planId)

    const back = await other.tryToReturn(planted.returnCode, { cookie: planted.cookie })

    expect(cookieOf(back)).not.toBe(planted.cookie)
    expect((await whoIs(app, planted.cookie)).user).toBeNull()
  })
})
