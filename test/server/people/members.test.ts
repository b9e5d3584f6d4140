import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberList, SchoolMember } from '../../../shared/api/members.ts'
import type { Me } from '../../../shared/api/me.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

const day = (text: string) => text as CalendarDate
const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let school: TestSchool
let coordinator: TestPerson
let teacher: TestPerson

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  ;({ coordinator, teacher } = school.people)
})

afterEach(() => app.close())

const list = async (cookie = coordinator.cookie) =>
  (await app.send({ url: `/api/schools/${school.schoolId}/members`, cookie })).json<MemberList>()
    .members
const find = async ({ memberId }: TestPerson) =>
  (await list()).find((member) => member.memberId === memberId)
const me = async (cookie: string) => (await app.send({ url: '/api/me', cookie })).json<Me>()
const setRole = (who: TestPerson, role: string, by = coordinator) =>
  app.send({
    method: 'PUT',
    url: `/api/members/${who.memberId}/role`,
    cookie: by.cookie,
    body: { role },
  })
const act = (who: TestPerson, deed: 'suspend' | 'restore' | 'remove', by = coordinator) =>
  app.send({ method: 'POST', url: `/api/members/${who.memberId}/${deed}`, cookie: by.cookie })
const rename = (who: TestPerson, name: string, by = coordinator) =>
  app.send({
    method: 'PUT',
    url: `/api/members/${who.memberId}/name`,
    cookie: by.cookie,
    body: { name },
  })

describe('the list of members', () => {
  it('shows who is there, since when, as what, and how long ago they were seen', async () => {
    const guest = await addTestMember(app, school, 'guest', {
      default_right: 'discuss',
      expires_at_ms: app.clock.nowMs + DAY_MS,
    })
    const planId = await addTestPlan(app, school)
    const posts = { head: null, responsible: [teacher.memberId], pupilsCouncil: [] }
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/posts`,
      cookie: coordinator.cookie,
      body: {
        ...posts,
        sectionOwners: [{ sectionId: 'pupils', memberIds: [teacher.memberId] }],
      },
    })
    app.clock.nowMs += DAY_MS

    const planTitle = 'Handlingsplan 2026–2027'
    const members = await list()

    expect(members).toHaveLength(6)
    expect(await find(teacher)).toEqual({
      memberId: teacher.memberId,
      name: 'teacher of Ternvåg',
      role: 'teacher',
      state: 'active',
      isDiscussingGuest: false,
      isMe: false,
      posts: [
        { planId, planTitle, post: 'responsible', sectionId: null },
        { planId, planTitle, post: 'section-owner', sectionId: 'pupils' },
      ],
      joinedOn: day('2027-01-19'),
      lastSeenOn: day('2027-01-19'),
      expiresAtMs: null,
    } satisfies SchoolMember)
    expect(await find(coordinator)).toMatchObject({ isMe: true, lastSeenOn: '2027-01-20' })
    expect(await find(guest)).toMatchObject({ state: 'expired', isDiscussingGuest: true })
  })
})

describe('a member who is suspended', () => {
  it('still signs in, and finds the school nowhere; nothing of it is lost', async () => {
    const planId = await addTestPlan(app, school)
    expect((await act(teacher, 'suspend')).statusCode).toBe(204)

    expect(await me(teacher.cookie)).toMatchObject({
      user: { userId: teacher.userId, example: false },
      schools: [],
    })
    for (const url of [`/api/schools/${school.schoolId}/plans`, `/api/plans/${planId}`]) {
      expect((await app.send({ url, cookie: teacher.cookie })).statusCode).toBe(403)
    }
    expect(await find(teacher)).toMatchObject({ state: 'suspended', role: 'teacher' })

    expect((await act(teacher, 'restore')).statusCode).toBe(204)
    expect((await me(teacher.cookie)).schools).toMatchObject([{ role: 'teacher' }])
  })

  it('does not come in again by an invitation', async () => {
    const planId = await addTestPlan(app, school)
    const made = await app.send({
      method: 'POST',
      url: `/api/plans/${planId}/invitations`,
      cookie: coordinator.cookie,
      body: { role: 'teacher', days: 7, maxUses: 5 },
    })
    const token = made.json<{ url: string }>().url.split('#')[1]
    await act(teacher, 'suspend')

    const reply = await app.send({
      method: 'POST',
      url: '/api/invitations/join',
      cookie: teacher.cookie,
      body: { token, name: null, language: 'nb' },
    })

    expect(reply.statusCode).toBe(403)
    expect((await me(teacher.cookie)).schools).toEqual([])
    const { uses } = await app.database.db
      .selectFrom('invitation')
      .select('uses')
      .executeTakeFirstOrThrow()
    expect(uses).toBe(0)
  })
})

describe('a member who is removed', () => {
  it('is a member no more, and is still known as a person', async () => {
    expect((await act(teacher, 'remove')).statusCode).toBe(204)

    expect(await find(teacher)).toBeUndefined()
    expect(await me(teacher.cookie)).toMatchObject({ user: { name: teacher.name }, schools: [] })
    expect((await act(teacher, 'remove')).statusCode).toBe(404)
  })
})

describe('a role', () => {
  it('is given by a coordinator, never by oneself', async () => {
    expect((await setRole(teacher, 'coordinator', teacher)).statusCode).toBe(403)
    expect((await setRole(teacher, 'coordinator')).statusCode).toBe(204)
    expect((await me(teacher.cookie)).schools).toMatchObject([{ role: 'coordinator' }])
  })

  it('is one of ours', async () => {
    expect((await setRole(teacher, 'admin')).json()).toMatchObject({ code: 'bad-request' })
  })

  it('is not taken along with what plans gave for the old one, but what they took stays taken', async () => {
    const { leadership } = school.people
    const planId = await addTestPlan(app, school)
    const put = (who: TestPerson, right: string) =>
      app.send({
        method: 'PUT',
        url: `/api/plans/${planId}/rights/${who.memberId}`,
        cookie: coordinator.cookie,
        body: { right },
      })
    await put(leadership, 'write')
    await put(teacher, 'none')

    await setRole(leadership, 'guest')
    await setRole(leadership, 'leadership')
    await setRole(teacher, 'leadership')

    const entry = (who: TestPerson) =>
      app.send({ url: `/api/plans/${planId}/entry`, cookie: who.cookie })
    expect((await entry(leadership)).json()).toMatchObject({ me: { mayWrite: false } })
    expect((await entry(teacher)).statusCode).toBe(403)
  })

  it('makes a guest for a while somebody who stays', async () => {
    const guest = await addTestMember(app, school, 'guest', {
      expires_at_ms: app.clock.nowMs + DAY_MS,
    })

    await setRole(guest, 'teacher')
    app.clock.nowMs += 2 * DAY_MS

    expect((await me(guest.cookie)).schools).toMatchObject([{ role: 'teacher' }])
  })
})

describe('a name', () => {
  it('is corrected by a coordinator in this school only', async () => {
    const other = await addTestSchool(app, 'Grønnvika')
    await addTestMember(app, other, 'teacher', { userId: teacher.userId })

    expect((await rename(teacher, '  Amina   Haug\u202e ')).statusCode).toBe(204)

    expect(await find(teacher)).toMatchObject({ name: 'Amina Haug' })
    const theirs = await app.send({
      url: `/api/schools/${other.schoolId}/members`,
      cookie: other.people.coordinator.cookie,
    })
    expect(theirs.json<MemberList>().members.map(({ name }) => name)).toContain(teacher.name)
  })

  it('is one’s own to change, here or everywhere', async () => {
    expect((await rename(teacher, 'Amina', teacher)).statusCode).toBe(204)
    expect((await rename(coordinator, 'Amina', teacher)).statusCode).toBe(403)
    expect(await find(teacher)).toMatchObject({ name: 'Amina' })

    const reply = await app.send({
      method: 'PUT',
      url: '/api/me/name',
      cookie: teacher.cookie,
      body: { name: 'Amina Haug' },
    })

    expect(reply.statusCode).toBe(204)
    expect(await find(teacher)).toMatchObject({ name: 'Amina Haug' })
    expect((await me(teacher.cookie)).user).toMatchObject({ name: 'Amina Haug' })
  })

  it.each(['   ', '\u202e', 'x'.repeat(201)])('is not %j', async (name) => {
    expect((await rename(teacher, name)).json()).toMatchObject({ code: 'bad-request' })
  })
})
