import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import {
  addTestMember,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool
let coordinator: TestPerson

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  ;({ coordinator } = school.people)
})

afterEach(() => app.close())

const find = ({ memberId }: TestPerson) =>
  app.database.db
    .selectFrom('member')
    .select(['role', 'suspended_at_ms'])
    .where('id', '=', memberId)
    .executeTakeFirst()
const setRole = (who: TestPerson, role: string, by = coordinator) =>
  app.send({
    method: 'PUT',
    url: `/api/members/${who.memberId}/role`,
    cookie: by.cookie,
    body: { role },
  })
const act = (who: TestPerson, deed: 'suspend' | 'restore' | 'remove', by = coordinator) =>
  app.send({ method: 'POST', url: `/api/members/${who.memberId}/${deed}`, cookie: by.cookie })

describe('the last coordinator', () => {
  it.each([
    ['demoted', () => setRole(coordinator, 'teacher')],
    ['suspended', () => act(coordinator, 'suspend')],
    ['removed', () => act(coordinator, 'remove')],
  ])('is not %s', async (_what, deed) => {
    const reply = await deed()

    expect(reply.statusCode).toBe(409)
    expect(reply.json()).toMatchObject({ code: 'last-coordinator' })
    expect(await find(coordinator)).toEqual({ role: 'coordinator', suspended_at_ms: null })
  })

  it('is the last one while the others are suspended', async () => {
    const second = await addTestMember(app, school, 'coordinator')
    expect((await act(second, 'suspend')).statusCode).toBe(204)
    expect((await setRole(coordinator, 'teacher')).statusCode).toBe(409)

    await act(second, 'restore')
    expect((await setRole(coordinator, 'teacher')).statusCode).toBe(204)
  })

  it.each(['demote', 'suspend', 'remove'] as const)(
    'of six who %s themselves at once one stays',
    async (deed) => {
      const six = [coordinator]
      while (six.length < 6) six.push(await addTestMember(app, school, 'coordinator'))

      const replies = await Promise.all(
        six.map((each) =>
          deed === 'demote' ? setRole(each, 'teacher', each) : act(each, deed, each),
        ),
      )

      const statuses = replies.map(({ statusCode }) => statusCode).sort()
      expect(statuses).toEqual([204, 204, 204, 204, 204, 409])
      expect(await countCoordinators()).toBe(1)
    },
  )

  it('of six who demote each other in a ring at least one stays, and who lost the right did nothing', async () => {
    const six = [coordinator]
    while (six.length < 6) six.push(await addTestMember(app, school, 'coordinator'))

    const replies = await Promise.all(
      six.map((each, index) => setRole(six[(index + 1) % 6] ?? each, 'teacher', each)),
    )

    const done = replies.filter(({ statusCode }) => statusCode === 204).length
    expect(await countCoordinators()).toBe(6 - done)
    expect(6 - done).toBeGreaterThan(0)
    for (const { statusCode } of replies) expect([204, 403, 409]).toContain(statusCode)
  })

  it('cannot come back by a deed that was under way when the role was taken', async () => {
    const second = await addTestMember(app, school, 'coordinator')

    await Promise.all([
      setRole(second, 'teacher', coordinator),
      ...Array.from({ length: 5 }, () => setRole(second, 'coordinator', second)),
    ])

    expect(await find(second)).toMatchObject({ role: 'teacher' })
  })
})

async function countCoordinators(): Promise<number> {
  const rows = await app.database.db
    .selectFrom('member')
    .select('id')
    .where('school_id', '=', school.schoolId)
    .where('role', '=', 'coordinator')
    .where('suspended_at_ms', 'is', null)
    .execute()
  return rows.length
}
