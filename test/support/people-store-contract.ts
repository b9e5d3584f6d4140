/** What every PeopleStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { PeopleStore } from '../../server/people/people-store.ts'
import { createKyselyPeopleStore } from '../../server/storage/kysely-people-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { UserId } from '../../shared/ids.ts'
import { newSchool, newSession, NOW_MS } from './stored-school.ts'

const KARI = 'Kari' as UserId

export function describePeopleStore(db: () => Kysely<Tables>): void {
  let store: PeopleStore
  const addSchool = (school: ReturnType<typeof newSchool>) =>
    createKyselySchoolStore(db()).addExampleSchool(school, 100)

  beforeEach(async () => {
    store = createKyselyPeopleStore(db())
    await addSchool(newSchool('a', [['Kari', 'teacher']]))
  })

  it('are found with the schools they are in, as those were made', async () => {
    const person = await store.findPerson(KARI, NOW_MS)

    expect(person).toEqual({
      userId: 'Kari',
      name: 'Kari',
      language: 'nb',
      memberships: [
        {
          memberId: 'Kari of a',
          name: 'Kari',
          defaultRight: null,
          expiresAtMs: null,
          role: 'teacher',
          schoolId: 'a',
          school: {
            schoolId: 'a',
            name: 'Skole a',
            language: 'nb',
            timeZone: 'Europe/Oslo',
            frozenToday: null,
            expiresAtMs: null,
          },
        },
      ],
    })
    expect(await store.findPerson('nobody' as UserId, NOW_MS)).toBeNull()
  })

  it('are no members of a school that has expired', async () => {
    await addSchool(newSchool('b', [['Ola', 'teacher']], { expiresAtMs: NOW_MS + 5 }))

    const before = await store.findPerson('Ola' as UserId, NOW_MS + 4)
    const after = await store.findPerson('Ola' as UserId, NOW_MS + 5)

    expect([before?.memberships.length, after?.memberships.length]).toEqual([1, 0])
  })

  it('have the language they chose last', async () => {
    await store.setLanguage(KARI, 'nn')

    expect((await store.findPerson(KARI, NOW_MS))?.language).toBe('nn')
  })

  it('are who their session says until it ends, is extended or is removed', async () => {
    await store.addSession(newSession('h', 'Kari', NOW_MS + 10))
    const isThere = async (nowMs: number) => (await store.findSession('h', nowMs)) !== null

    expect(await store.findSession('h', NOW_MS)).toMatchObject({
      person: { userId: 'Kari' },
      expiresAtMs: NOW_MS + 10,
    })
    expect([await isThere(NOW_MS + 9), await isThere(NOW_MS + 10)]).toEqual([true, false])
    await store.keepSession('h', NOW_MS, NOW_MS + 20)
    expect(await isThere(NOW_MS + 19)).toBe(true)
    await store.removeSession('h')
    expect(await isThere(NOW_MS)).toBe(false)
    expect(await store.findSession('H', NOW_MS)).toBeNull()
  })

  it('come in by links until those end', async () => {
    await store.addSignInLinks([])
    await store.addSignInLinks([link('x', NOW_MS + 1), link('y', NOW_MS + 9)])

    expect(await store.findSignInLink('x', NOW_MS)).toEqual(link('x', NOW_MS + 1))
    expect(await store.findSignInLink('x', NOW_MS + 1)).toBeNull()
    expect(await store.findSignInLink('z', NOW_MS)).toBeNull()
  })

  it('have what has ended taken away, and nothing else', async () => {
    await store.addSession(newSession('old', 'Kari', NOW_MS))
    await store.addSession(newSession('new', 'Kari', NOW_MS + 1))
    await store.addSignInLinks([link('old', NOW_MS), link('new', NOW_MS + 1)])

    expect(await store.removeEnded(NOW_MS)).toEqual(['old'])

    const sessions = await db().selectFrom('session').select('token_hash').execute()
    const links = await db().selectFrom('sign_in_link').select('token_hash').execute()
    expect([sessions, links]).toEqual([[{ token_hash: 'new' }], [{ token_hash: 'new' }]])
  })
}

function link(tokenHash: string, expiresAtMs: number) {
  return { tokenHash, userId: KARI, path: '/plans/p', expiresAtMs }
}
