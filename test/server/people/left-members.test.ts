/** Who is removed from a school keeps their name in its trail; who is erased does not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearUp } from '../../../server/retention/clear-up.ts'
import { createStores } from '../../../server/storage/stores.ts'
import type { AuditPage } from '../../../shared/api/audit.ts'
import type { MyData } from '../../../shared/api/erasure.ts'
import { formerName } from '../../../server/erasure/erase.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { ENGINES } from '../../support/engines.ts'
import {
  addTestMember,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

describe.each(ENGINES)('one who was removed, on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let teacher: TestPerson

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    school = await addTestSchool(app, 'Ternvåg')
    ;({ teacher } = school.people)
    await ask('PUT', `/api/members/${teacher.memberId}/name`, { name: 'Kari Nordmann' })
    await ask('POST', `/api/members/${teacher.memberId}/remove`)
  })
  afterEach(() => app.close())

  const ask = (method: 'POST' | 'PUT', url: string, body?: object) =>
    app.send({ method, url, cookie: school.people.coordinator.cookie, body })
  const stores = () => createStores(app.database.db)
  /** What the trail calls them, where it tells what was done to them. */
  const named = async () => {
    const { cookie } = school.people.coordinator
    const reply = await app.send({ url: `/api/schools/${school.schoolId}/audit`, cookie })
    const { entries } = reply.json<AuditPage>()
    const told = entries.filter(({ member }) => member?.memberId === teacher.memberId)
    return new Set(told.map(({ member }) => member?.name))
  }
  const eraseByServer = () =>
    stores().erasures.eraseMember(
      teacher.memberId,
      { memberId: null, atMs: app.clock.nowMs },
      formerName,
    )

  it('is called in the trail what the school called them', async () => {
    expect(await named()).toEqual(new Set(['Kari Nordmann']))
  })

  it('is called by a role once they are erased, by themselves or by who runs the server', async () => {
    const erased = await eraseByServer()

    expect(erased).toMatchObject({ kind: 'erased', userId: teacher.userId })
    expect(await named()).toEqual(new Set(['tidligere lærer']))
    expect(await eraseByServer()).toEqual({ kind: 'unknown' })
    const trail = await app.database.db.selectFrom('audit_text').select('content').execute()
    expect(trail).toEqual([])
  })

  it('erases themselves in every school that had removed them', async () => {
    const { cookie, name } = teacher
    const reply = await app.send({ method: 'POST', url: '/api/me/erase', cookie, body: { name } })

    expect(reply.statusCode).toBe(204)
    expect(await named()).toEqual(new Set(['tidligere lærer']))
  })

  it('loses what they were called before when they are erased after coming again', async () => {
    const again = await addTestMember(app, school, 'guest', { userId: teacher.userId })
    const name = again.name
    await app.database.db
      .updateTable('member')
      .set({ name })
      .where('id', '=', again.memberId)
      .execute()

    const reply = await ask('POST', `/api/members/${again.memberId}/erase`, { name })

    expect(reply.statusCode).toBe(204)
    expect(await named()).toEqual(new Set(['tidligere lærer']))
  })

  it('stays in the trail when nothing else is known of them, and can be erased then', async () => {
    const { db } = app.database
    await db.deleteFrom('session').where('user_id', '=', teacher.userId).execute()
    await stores().retention.removeSchoolless(app.clock.nowMs)
    const users = await db.selectFrom('user').select('id').execute()
    expect(users.map(({ id }) => id)).not.toContain(teacher.userId)
    expect(await named()).toEqual(new Set(['Kari Nordmann']))

    expect(await eraseByServer()).toMatchObject({ kind: 'erased' })

    expect(await named()).toEqual(new Set(['tidligere lærer']))
  })

  it('has no name any more once the days of the school are over', async () => {
    await app.database.db.updateTable('school').set({ retention_days: 30 }).execute()
    const clear = (days: number) =>
      clearUp(
        {
          store: stores().retention,
          inbox: stores().inbox,
          erasing: {
            store: stores().erasures,
            sessions: { noteEnded: () => undefined },
            rightsChanged: () => Promise.resolve(),
          },
        },
        app.clock.nowMs + days * DAY_MS,
      )

    await clear(29)
    expect(await named()).toEqual(new Set(['Kari Nordmann']))
    await clear(30)
    expect(await named()).toEqual(new Set([null]))
  })

  it('finds it in their own data', async () => {
    const data = (await app.send({ url: '/api/me/data', cookie: teacher.cookie })).json<MyData>()

    expect(data.memberships).toMatchObject([
      { school: 'Ternvåg', name: 'Kari Nordmann', role: 'teacher', leftAtMs: app.clock.nowMs },
    ])
    expect(data.audit.map(({ deed }) => deed)).toEqual(['member-renamed', 'member-removed'])
  })
})
