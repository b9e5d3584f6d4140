/** What every SchoolStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { SchoolStore } from '../../server/people/school-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { SchoolId, UserId } from '../../shared/ids.ts'
import { newPlan, newSchool, newSession, NOW_MS } from './stored-school.ts'

export function describeSchoolStore(db: () => Kysely<Tables>): void {
  let store: SchoolStore
  const setUp = (link: string, id: string) =>
    store.setUp(link, newSchool(id, [[id, 'coordinator']]), newSession(`session ${id}`, id))
  const rows = async (table: 'school' | 'user' | 'member' | 'session' | 'plan') =>
    (await db().selectFrom(table).selectAll().execute()).length

  beforeEach(() => {
    store = createKyselySchoolStore(db())
  })

  it('are set up by the latest link, once, and of ten at once by one', async () => {
    await store.replaceSetUpLink('first', NOW_MS)
    await store.replaceSetUpLink('second', NOW_MS + 1)

    expect(await setUp('first', 'x')).toBe(false)
    expect(await store.hasRealSchool()).toBe(false)
    const ids = Array.from({ length: 10 }, (_, index) => `s${index}`)
    const done = await Promise.all(ids.map((id) => setUp('second', id)))

    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await store.hasRealSchool()).toBe(true)
    const each = [await rows('school'), await rows('user'), await rows('member')]
    expect([...each, await rows('session')]).toEqual([1, 1, 1, 1])
  })

  it('leave nothing and no used link behind when they could not be made', async () => {
    await store.replaceSetUpLink('link', NOW_MS)
    const twice = newSchool('a', [
      ['Kari', 'coordinator'],
      ['Kari', 'teacher'],
    ])

    await expect(store.setUp('link', twice, newSession('s', 'Kari'))).rejects.toThrow(/unique/i)

    expect([await rows('school'), await rows('user')]).toEqual([0, 0])
    expect(await setUp('link', 'b')).toBe(true)
  })

  it('for trying out are at most so many, also of twenty asked for at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.addExampleSchool(example(`e${index}`), 3)),
    )

    expect(made.filter(Boolean)).toHaveLength(3)
    expect(await rows('school')).toBe(3)
  })

  it('for trying out are found while they last, the youngest first', async () => {
    await store.addExampleSchool({ ...example('a'), createdAtMs: NOW_MS - 1 }, 9)
    await store.addExampleSchool(example('b'), 9)
    await store.addExampleSchool({ ...example('c', NOW_MS), createdAtMs: NOW_MS - 2 }, 9)

    expect(await store.findExampleSchool(NOW_MS)).toBe('b')
    expect(await store.findExampleSchool(NOW_MS + 10)).toBeNull()
  })

  it('that have expired are told with their plans', async () => {
    await store.addExampleSchool(example('a', NOW_MS), 9)
    await store.addExampleSchool(example('b', NOW_MS), 9)
    await store.addExampleSchool(example('c'), 9)
    const plans = createKyselyPlanStore(db())
    for (const id of ['p', 'q']) await plans.addPlan(newPlan(id, 'a'))

    const expired = await store.listExpiredSchools(NOW_MS)

    const told = expired.map(({ schoolId, planIds }) => [schoolId, [...planIds].sort()])
    expect(told.sort()).toEqual([
      ['a', ['p', 'q']],
      ['b', []],
    ])
  })

  it('go with everything in them, but for people who are in another', async () => {
    await store.addExampleSchool(newSchool('a', [['Kari', 'teacher']]), 9)
    await store.addExampleSchool(newSchool('b', [['Ola', 'teacher']]), 9)
    const [kari] = newSchool('b', [['Kari', 'guest']]).members
    await db()
      .insertInto('member')
      .values({
        id: kari!.memberId,
        school_id: 'b' as SchoolId,
        user_id: kari!.userId,
        role: 'guest',
        created_at_ms: NOW_MS,
      })
      .execute()
    await createKyselyPlanStore(db()).addPlan(newPlan('p', 'b'))

    await store.removeSchool('b' as SchoolId)

    expect([await rows('school'), await rows('plan')]).toEqual([1, 0])
    const left = await db().selectFrom('user').select('id').execute()
    expect(left).toEqual([{ id: 'Kari' }])
  })

  it('list their people in the order they came, those who came together by the bytes of their names', async () => {
    const names = ['Åse', 'Zoe', 'anna', 'Berit', 'Ærlend', 'Öst', 'berit', 'émile']
    const people = names.map((name) => [name, 'teacher'] as const)
    await store.addExampleSchool(newSchool('a', people), 9)

    await db()
      .updateTable('member')
      .set({ suspended_at_ms: 1 })
      .where('user_id', '=', 'Zoe' as UserId)
      .execute()
    await db()
      .updateTable('member')
      .set({ expires_at_ms: NOW_MS })
      .where('user_id', '=', 'anna' as UserId)
      .execute()

    const members = await store.listMembers('a' as SchoolId, NOW_MS)

    const sorted = ['Berit', 'Zoe', 'anna', 'berit', 'Åse', 'Ærlend', 'Öst', 'émile']
    expect(members.map(({ name }) => name)).toEqual(sorted)
    expect(members[0]).toEqual({
      memberId: 'Berit of a',
      userId: 'Berit',
      name: 'Berit',
      role: 'teacher',
      isHere: true,
    })
    expect(members.filter(({ isHere }) => !isHere).map(({ name }) => name)).toEqual(['Zoe', 'anna'])
  })

  it('tell the coordinators of the real ones only', async () => {
    await store.addExampleSchool(example('a'), 9)
    await store.replaceSetUpLink('link', NOW_MS)
    await setUp('link', 'b')

    expect(await store.listCoordinators()).toMatchObject([
      { userId: 'b', name: 'b', schoolName: 'Skole b' },
    ])
  })
}

function example(id: string, expiresAtMs = NOW_MS + 10) {
  return newSchool(id, [[`Elle ${id}`, 'coordinator']], { expiresAtMs })
}
