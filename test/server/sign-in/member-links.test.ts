import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKyselyAccountStore } from '../../../server/storage/kysely-account-store.ts'
import type { MemberLink } from '../../../shared/api/sign-in.ts'
import { createId, type MemberId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/access/policy.ts'
import { auditedDeeds, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestPerson, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool
let other: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  other = await addTestSchool(app, 'Grønnvika')
})

afterEach(() => app.close())

const makeLink = ({ memberId }: Pick<TestPerson, 'memberId'>, by = school.people.coordinator) =>
  app.send({ method: 'POST', url: `/api/members/${memberId}/sign-in-link`, cookie: by.cookie })
const redeem = (token: string) =>
  app.send({
    method: 'POST',
    url: '/api/sign-in/link',
    body: { token, publicComputer: true },
  })

async function suspend({ memberId }: TestPerson, traits: { role?: Role } = {}): Promise<void> {
  await app.database.db
    .updateTable('member')
    .set({ suspended_at_ms: 1, ...traits })
    .where('id', '=', memberId)
    .execute()
}

async function joinOther({ userId }: TestPerson, role: Role): Promise<void> {
  await app.database.db
    .insertInto('member')
    .values({
      id: createId<MemberId>(randomBytes),
      school_id: other.schoolId,
      user_id: userId,
      role,
      created_at_ms: app.clock.nowMs,
    })
    .execute()
}

describe('a sign-in link for somebody who is locked out', () => {
  it('lets them in once, within the hour', async () => {
    const reply = await makeLink(school.people.teacher)

    expect(reply.statusCode).toBe(201)
    const { url, expiresAtMs } = reply.json<MemberLink>()
    expect(url).toMatch(new RegExp(`^${TEST_ORIGIN}/sign-in#`))
    expect(expiresAtMs).toBe(app.clock.nowMs + 60 * 60 * 1000)
    const token = url.split('#')[1]!
    const opened = await redeem(token)
    const me = await whoIs(app, cookieOf(opened))
    expect(me.user?.userId).toBe(school.people.teacher.userId)
    expect((await redeem(token)).json()).toMatchObject({ code: 'link-not-valid' })
    expect(await auditedDeeds(app)).toEqual(['sign-in-link-made'])
  })

  it('is over after an hour', async () => {
    const { url } = (await makeLink(school.people.teacher)).json<MemberLink>()
    app.clock.nowMs += 60 * 60 * 1000

    expect((await redeem(url.split('#')[1]!)).statusCode).toBe(410)
  })

  it('is never made for a coordinator, oneself or another: whoever holds it is that person', async () => {
    const { coordinator, teacher } = school.people
    await app.database.db
      .updateTable('member')
      .set({ role: 'coordinator' })
      .where('id', '=', teacher.memberId)
      .execute()

    expect((await makeLink(coordinator)).json()).toMatchObject({ code: 'access-denied' })
    expect((await makeLink(teacher)).json()).toMatchObject({ code: 'access-denied' })
  })

  it('is never made for a coordinator who is suspended: they may be let in again', async () => {
    const { leadership, teacher } = school.people
    await suspend(leadership, { role: 'coordinator' })
    await suspend(teacher)

    expect((await makeLink(leadership)).json()).toMatchObject({ code: 'access-denied' })
    expect((await makeLink(teacher)).statusCode).toBe(201)
  })

  it('opens nothing once its person was made a coordinator, or has a new password', async () => {
    const { url } = (await makeLink(school.people.teacher)).json<MemberLink>()
    const made = await app.send({
      method: 'PUT',
      url: `/api/members/${school.people.teacher.memberId}/role`,
      cookie: school.people.coordinator.cookie,
      body: { role: 'coordinator' },
    })
    expect(made.statusCode).toBe(204)
    expect((await redeem(url.split('#')[1]!)).statusCode).toBe(410)

    const next = (await makeLink(school.people.guest)).json<MemberLink>()
    const store = createKyselyAccountStore(app.database.db)
    await store.setPassword(school.people.guest.userId, 'hash', app.clock.nowMs)
    expect((await redeem(next.url.split('#')[1]!)).statusCode).toBe(410)
  })

  it('never leads into another school, where its maker may do nothing', async () => {
    await joinOther(school.people.teacher, 'guest')

    expect((await makeLink(school.people.teacher)).json()).toMatchObject({ code: 'access-denied' })
    expect(await app.database.db.selectFrom('one_time_link').selectAll().execute()).toEqual([])
  })

  it('is made by nobody of another school', async () => {
    const reply = await makeLink(school.people.teacher, other.people.coordinator)

    expect(reply.json()).toMatchObject({ code: 'access-denied' })
  })
})
