/** Schools with one person per role, made in the store and signed in, for tests of routes. */
import { randomBytes } from 'node:crypto'
import { createSessions } from '../../server/people/sessions.ts'
import type { NewSchool } from '../../server/people/school-store.ts'
import { createKyselyPeopleStore } from '../../server/storage/kysely-people-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import { type Role, ROLES } from '../../shared/access/policy.ts'
import { createId, type MemberId, type SchoolId, type UserId } from '../../shared/ids.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { TestApp } from './build-app.ts'

export interface TestSchool {
  readonly schoolId: SchoolId
  /** Signed in, one per role. */
  readonly people: Readonly<Record<Role, TestPerson>>
}

export interface TestPerson {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly cookie: string
}

/** A school that is not an example, with a person of each role. */
export async function addTestSchool(
  { database, clock }: TestApp,
  name: string,
  traits: Partial<NewSchool> = {},
): Promise<TestSchool> {
  const schoolId = createId<SchoolId>(randomBytes)
  const members = ROLES.map((role) => ({
    userId: createId<UserId>(randomBytes),
    memberId: createId<MemberId>(randomBytes),
    name: `${role} of ${name}`,
    language: 'nb' as const,
    role,
  }))
  const store = createKyselySchoolStore(database.db)
  await store.addExampleSchool(
    {
      schoolId,
      name,
      language: 'nb',
      timeZone: 'Europe/Oslo',
      frozenToday: null,
      expiresAtMs: null,
      createdAtMs: clock.nowMs,
      members,
      ...traits,
    },
    1000,
  )

  const sessions = createSessions({
    store: createKyselyPeopleStore(database.db),
    nowMs: () => clock.nowMs,
    random: randomBytes,
  })
  const people = {} as Record<Role, TestPerson>
  for (const { role, ...person } of members) {
    const { token } = await sessions.open(person.userId)
    people[role] = { ...person, cookie: `session=${token}` }
  }
  return { schoolId, people }
}

/** Somebody more of a school, signed in; with a `userId`, somebody who is known already. */
export async function addTestMember(
  { database, clock }: TestApp,
  { schoolId }: Pick<TestSchool, 'schoolId'>,
  role: Role,
  traits: Partial<Tables['member']> & { readonly userId?: UserId } = {},
): Promise<TestPerson> {
  const { userId: known, ...columns } = traits
  const userId = known ?? createId<UserId>(randomBytes)
  const memberId = createId<MemberId>(randomBytes)
  const name = `one more ${role}`
  const created_at_ms = clock.nowMs
  const user = { id: userId, name, language: 'nb' as const, created_at_ms }
  if (!known) await database.db.insertInto('user').values(user).execute()
  const member = { id: memberId, school_id: schoolId, user_id: userId, role, created_at_ms }
  await database.db
    .insertInto('member')
    .values({ ...member, ...columns })
    .execute()
  const sessions = createSessions({
    store: createKyselyPeopleStore(database.db),
    nowMs: () => clock.nowMs,
    random: randomBytes,
  })
  const { token } = await sessions.open(userId)
  return { userId, memberId, name, cookie: `session=${token}` }
}

/** A plan that the school's coordinator made by the API. */
export async function addTestPlan(
  app: TestApp,
  { schoolId, people }: TestSchool,
  title = 'Handlingsplan 2026–2027',
): Promise<string> {
  const reply = await app.send({
    method: 'POST',
    url: `/api/schools/${schoolId}/plans`,
    cookie: people.coordinator.cookie,
    body: { title, language: 'nb', periodStart: '2026-01-01', periodEnd: '2027-12-31' },
  })
  if (reply.statusCode !== 201) throw new Error(`no plan: ${reply.statusCode} ${reply.body}`)
  return reply.json<{ planId: string }>().planId
}
