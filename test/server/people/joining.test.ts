import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cookieOf, type TestApp } from '../../support/build-app.ts'
import {
  createInviting,
  type Inviting,
  openInviting,
  signInToExample,
} from '../../support/inviting.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let school: TestSchool
let planId: string
let inviting: Inviting

beforeEach(async () => {
  ;({ app, school, planId, inviting } = await openInviting())
})

afterEach(() => app.close())

describe('whoever is signed in already', () => {
  it('joins as themselves, with one more school and no other session', async () => {
    const { token } = await inviting.invite()
    const { people } = await addTestSchool(app, 'Grønnvika')
    const { cookie, userId, name } = people.teacher

    expect((await inviting.look(token, cookie)).json()).toMatchObject({ joinsAs: name })
    const reply = await inviting.join(token, null, cookie)

    expect(reply.json()).toEqual({ planId })
    expect(cookieOf(reply)).toBeNull()
    const known = await inviting.me(cookie)
    expect(known.user?.userId).toBe(userId)
    expect(known.schools.map(({ role }) => role)).toEqual(['teacher', 'teacher'])
    expect(await inviting.list()).toMatchObject([{ uses: 1 }])
  })

  it('and pressed twice is one member, with one use counted', async () => {
    const { token } = await inviting.invite({ maxUses: 2 })
    const { people } = await addTestSchool(app, 'Grønnvika')
    const { cookie } = people.teacher

    const replies = await Promise.all([
      inviting.join(token, null, cookie),
      inviting.join(token, null, cookie),
    ])

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(await inviting.list()).toMatchObject([{ uses: 1 }])
  })

  it('as a member only goes to the plan, in the role they have', async () => {
    const { token } = await inviting.invite({ role: 'guest', days: 1 })
    const { cookie } = school.people.teacher
    app.clock.nowMs += 2 * DAY_MS

    expect((await inviting.look(token, cookie)).json()).toMatchObject({ memberOfPlanId: planId })
    expect((await inviting.join(token, null, cookie)).json()).toEqual({ planId })

    expect((await inviting.me(cookie)).schools).toMatchObject([{ role: 'teacher' }])
  })

  it('is told that the school keeps them out when they are suspended, and nobody else is', async () => {
    const { token, invitationId } = await inviting.invite()
    const { coordinator, teacher } = school.people
    const url = `/api/members/${teacher.memberId}/suspend`
    await app.send({ method: 'POST', url, cookie: coordinator.cookie })
    const { schoolId } = school
    const stranger = (await addTestSchool(app, 'Grønnvika')).people.teacher

    expect((await inviting.look(token, teacher.cookie)).json()).toMatchObject({
      code: 'access-denied',
      schoolId,
    })
    expect((await inviting.join(token, null, teacher.cookie)).json()).toMatchObject({
      code: 'access-denied',
      schoolId,
    })
    expect(await inviting.list()).toMatchObject([{ uses: 0 }])
    for (const cookie of [undefined, stranger.cookie]) {
      expect((await inviting.look(token, cookie)).statusCode).toBe(200)
    }

    await inviting.revoke(invitationId)
    expect((await inviting.look(token, teacher.cookie)).json()).toMatchObject({ schoolId })
    for (const cookie of [undefined, stranger.cookie]) {
      const reply = (await inviting.look(token, cookie)).json<object>()
      expect(reply).toMatchObject({ code: 'link-not-valid' })
      expect(reply).not.toHaveProperty('schoolId')
    }
  })

  it('in an example school only becomes somebody new in a real one', async () => {
    const { token } = await inviting.invite()
    const { cookie, demo } = await signInToExample(app)

    expect((await inviting.look(token, cookie)).json()).toMatchObject({ joinsAs: null })
    expect((await inviting.join(token, null, cookie)).json()).toMatchObject({
      code: 'sign-in-required',
    })
    const reply = await inviting.join(token, 'Kari Nordmann', cookie)

    const newcomer = await inviting.me(cookieOf(reply))
    expect(newcomer.user).toMatchObject({ name: 'Kari Nordmann', example: false })
    expect(newcomer.schools.map(({ schoolId }) => schoolId)).toEqual([school.schoolId])
    // The browser has another session now: the one it came with is over.
    expect((await inviting.me(cookie)).user).toBeNull()
    const stillThere = demo.people.find(({ role }) => role === 'coordinator')?.signInUrl ?? ''
    const again = cookieOf(await app.send({ url: new URL(stillThere).pathname }))
    expect((await inviting.me(again)).schools.map(({ schoolId }) => schoolId)).toEqual([
      demo.schoolId,
    ])
  })
})

describe('an invitation to an example school', () => {
  it('lets people in for as long as the school stands', async () => {
    const { cookie, demo } = await signInToExample(app)
    const { token } = await createInviting(app, demo.planId, cookie).invite({ days: 30 })

    const newcomer = cookieOf(await inviting.join(token, 'Kari Nordmann'))

    expect((await inviting.me(newcomer)).user).toMatchObject({
      name: 'Kari Nordmann',
      example: true,
    })
    app.clock.nowMs += DAY_MS
    expect((await inviting.me(newcomer)).user).toBeNull()
    expect((await inviting.look(token)).statusCode).toBe(410)
  })
})
