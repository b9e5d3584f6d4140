/** Whose access to a school has ended is told of which; nobody else learns a thing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '../../../shared/api/me.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { ENGINES } from '../../support/engines.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

describe.each(ENGINES)('somebody whose access has ended, on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let planId: string
  let teacher: TestPerson

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    school = await addTestSchool(app, 'Ternvåg')
    planId = await addTestPlan(app, school)
    ;({ teacher } = school.people)
  })
  afterEach(() => app.close())

  const act = (who: TestPerson, deed: string, body?: object) =>
    app.send({
      method: 'POST',
      url: `/api/members/${who.memberId}/${deed}`,
      cookie: school.people.coordinator.cookie,
      body,
    })
  const ended = async ({ cookie }: TestPerson) =>
    (await app.send({ url: '/api/me', cookie })).json<Me>().ended
  const opening = async ({ cookie }: TestPerson, id = planId) =>
    (await app.send({ url: `/api/plans/${id}/entry`, cookie })).json<object>()
  const here = { schoolId: '', name: 'Ternvåg' }
  const denied = { code: 'access-denied', message: expect.any(String) as string }

  beforeEach(() => {
    here.schoolId = school.schoolId
  })

  it.each([
    ['suspended', 'suspend'],
    ['removed', 'remove'],
  ])('is told of which school, since when, when they are %s', async (_, deed) => {
    await act(teacher, deed)

    const atMs = app.clock.nowMs
    expect(await ended(teacher)).toEqual([{ ...here, role: 'teacher', how: 'closed', atMs }])
    expect(await opening(teacher)).toEqual({ ...denied, schoolId: school.schoolId })
  })

  it('is told that their time as a guest is over', async () => {
    const expires_at_ms = app.clock.nowMs + DAY_MS
    const guest = await addTestMember(app, school, 'guest', { expires_at_ms })
    expect(await ended(guest)).toBeUndefined()

    app.clock.nowMs += DAY_MS

    const over = { ...here, role: 'guest', how: 'over', atMs: expires_at_ms }
    expect(await ended(guest)).toEqual([over])
    expect(await opening(guest)).toEqual({ ...denied, schoolId: school.schoolId })
  })

  it('is told nothing any more once they are in again', async () => {
    await act(teacher, 'suspend')
    await act(teacher, 'restore')
    expect(await ended(teacher)).toBeUndefined()

    const { leadership } = school.people
    await act(leadership, 'remove')
    await addTestMember(app, school, 'guest', { userId: leadership.userId })
    expect(await ended(leadership)).toBeUndefined()
  })

  it('is told of each school, the latest first', async () => {
    const other = await addTestSchool(app, 'Grønnvika')
    await addTestMember(app, other, 'guest', {
      userId: teacher.userId,
      expires_at_ms: app.clock.nowMs + DAY_MS,
    })
    await act(teacher, 'remove')
    app.clock.nowMs += 2 * DAY_MS

    expect((await ended(teacher))?.map(({ name, how }) => [name, how])).toEqual([
      ['Grønnvika', 'over'],
      ['Ternvåg', 'closed'],
    ])
  })

  it('[enumeration] is the only one: a stranger learns nothing of a plan but that it is not theirs', async () => {
    const other = await addTestSchool(app, 'Grønnvika')
    const theirs = await addTestPlan(app, other)
    await act(teacher, 'suspend')

    expect(await opening(other.people.teacher)).toEqual(denied)
    expect(await opening(teacher, theirs)).toEqual(denied)
    expect(await ended(other.people.teacher)).toBeUndefined()
    expect((await app.send({ url: '/api/me' })).json()).not.toHaveProperty('ended')
  })

  it('may still be there, and not be let into this plan: then nothing has ended', async () => {
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${teacher.memberId}`,
      cookie: school.people.coordinator.cookie,
      body: { right: 'none' },
    })

    expect(await opening(teacher)).toEqual(denied)
  })
})
