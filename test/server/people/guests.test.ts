import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanEntry } from '../../../shared/api/plans.ts'
import { cookieOf, type TestApp } from '../../support/build-app.ts'
import { type Inviting, openInviting } from '../../support/inviting.ts'
import type { TestSchool } from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let school: TestSchool
let planId: string
let inviting: Inviting

beforeEach(async () => {
  ;({ app, school, planId, inviting } = await openInviting())
})

afterEach(() => app.close())

const schoolsOf = async (cookie: string | null) => (await inviting.me(cookie)).schools
const entry = async (cookie: string | null) =>
  (await app.send({ url: `/api/plans/${planId}/entry`, cookie })).json<PlanEntry>()

describe('a guest by a link', () => {
  it('stays as long as the link would have, and no longer', async () => {
    const { token } = await inviting.invite({ role: 'guest', days: 7 })
    app.clock.nowMs += 2 * DAY_MS
    const guest = cookieOf(await inviting.join(token, 'Gunn'))

    app.clock.nowMs += 5 * DAY_MS - 1
    expect(await schoolsOf(guest)).toMatchObject([{ role: 'guest' }])
    app.clock.nowMs += 1
    expect(await schoolsOf(guest)).toEqual([])
    expect(await inviting.me(guest)).toMatchObject({ user: { name: 'Gunn' } })
  })

  it('discusses only if the link says so', async () => {
    const silent = await inviting.invite({ role: 'guest' })
    const speaking = await inviting.invite({ role: 'guest', discuss: true })
    expect((await inviting.list()).map(({ discuss }) => discuss).sort()).toEqual([false, true])

    const one = await entry(cookieOf(await inviting.join(silent.token, 'Taus')))
    const other = await entry(cookieOf(await inviting.join(speaking.token, 'Gunn')))

    expect(one.me).toMatchObject({ mayDiscuss: false, maySuggest: false, mayWrite: false })
    expect(other.me).toMatchObject({ mayDiscuss: true, maySuggest: true, mayWrite: false })
  })

  it('comes again by another link, with what that one gives, as the same member', async () => {
    const first = await inviting.invite({ role: 'guest', days: 1, discuss: true })
    const guest = cookieOf(await inviting.join(first.token, 'Gunn')) ?? ''
    const [before] = await schoolsOf(guest)
    app.clock.nowMs += DAY_MS
    expect(await schoolsOf(guest)).toEqual([])

    const second = await inviting.invite({ role: 'guest', days: 1 })
    expect((await inviting.join(second.token, null, guest)).json()).toEqual({ planId })

    expect(await schoolsOf(guest)).toMatchObject([{ memberId: before?.memberId, role: 'guest' }])
    expect((await entry(guest)).me).toMatchObject({ mayDiscuss: false })
    expect(await inviting.list()).toMatchObject([{ uses: 1 }])
    app.clock.nowMs += DAY_MS
    expect(await schoolsOf(guest)).toEqual([])
  })

  it('who is invited as a teacher later stays', async () => {
    const first = await inviting.invite({ role: 'guest', days: 1 })
    const guest = cookieOf(await inviting.join(first.token, 'Gunn')) ?? ''
    app.clock.nowMs += DAY_MS
    const second = await inviting.invite({ role: 'teacher', days: 1 })

    await inviting.join(second.token, null, guest)
    app.clock.nowMs += 5 * DAY_MS

    expect(await schoolsOf(guest)).toMatchObject([{ role: 'teacher' }])
  })
})

describe('others by a link', () => {
  it('stay, and are given no right to discuss beside their role', async () => {
    const { token } = await inviting.invite({ role: 'teacher', days: 1, discuss: true })
    const teacher = cookieOf(await inviting.join(token, 'Amina'))
    app.clock.nowMs += 5 * DAY_MS

    expect(await schoolsOf(teacher)).toMatchObject([{ role: 'teacher' }])
    const rows = await app.database.db
      .selectFrom('member')
      .select('default_right')
      .where('school_id', '=', school.schoolId)
      .execute()
    expect(rows.every(({ default_right }) => default_right === null)).toBe(true)
  })
})
