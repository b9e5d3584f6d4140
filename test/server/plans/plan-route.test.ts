import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSessions } from '../../../server/people/sessions.ts'
import { createKyselyPeopleStore } from '../../../server/storage/kysely-people-store.ts'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import type { PlanEntry } from '../../../shared/api/plans.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestSchool,
} from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
})

afterEach(() => app.close())

const get = async <T>(url: string) =>
  (await app.send({ url, cookie: school.people.teacher.cookie })).json<T>()

const entryOf = async (planId: string, cookie: string) =>
  (await app.send({ url: `/api/plans/${planId}/entry`, cookie })).json<PlanEntry>()

describe('what the plan page needs', () => {
  it('tells who I am here, what I may, and who can own an action', async () => {
    const planId = await addTestPlan(app, school)
    const { teacher } = school.people

    const entry = await get<PlanEntry>(`/api/plans/${planId}/entry`)

    expect(entry).toMatchObject({
      planId,
      title: 'Handlingsplan 2026–2027',
      state: 'active',
      epoch: 1,
      template: { id: 'etwinning-school', version: 1 },
      school: { schoolId: school.schoolId, name: 'Ternvåg', today: '2027-01-19' },
      me: { userId: teacher.userId, memberId: teacher.memberId, role: 'teacher', mayWrite: true },
    })
    expect(entry.members.map(({ role }) => role).sort()).toEqual([
      'coordinator',
      'leadership',
      'teacher',
    ])
  })

  it.each([
    ['teacher', true, true],
    ['leadership', false, true],
    ['pupil', false, false],
    ['guest', false, true],
  ] as const)('for a %s: writes %s, exports %s', async (role, mayWrite, mayExport) => {
    const planId = await addTestPlan(app, school)
    // Nothing is open to pupils until somebody opens it.
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${school.people.pupil.memberId}`,
      cookie: school.people.coordinator.cookie,
      body: { right: 'read' },
    })

    const reply = await app.send({
      url: `/api/plans/${planId}/entry`,
      cookie: school.people[role].cookie,
    })

    expect(reply.json<PlanEntry>().me).toMatchObject({ mayWrite, mayExport })
  })
})

describe('those who take part in what is said', () => {
  it('are those who may read it just now, discussing guests among them', async () => {
    const planId = await addTestPlan(app, school)
    const { coordinator, teacher, leadership } = school.people
    const guest = await addTestMember(app, school, 'guest', { default_right: 'discuss' })
    const gone = { suspended_at_ms: app.clock.nowMs }
    await addTestMember(app, school, 'teacher', gone)
    const narrowed = await addTestMember(app, school, 'teacher')
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${narrowed.memberId}`,
      cookie: coordinator.cookie,
      body: { right: 'read' },
    })

    const { discussers } = await entryOf(planId, teacher.cookie)

    expect(discussers.map(({ memberId }) => memberId).sort()).toEqual(
      [coordinator, teacher, leadership, guest].map(({ memberId }) => memberId).sort(),
    )
    expect(discussers).toContainEqual({
      memberId: guest.memberId,
      name: guest.name,
      role: 'guest',
    })
    for (const { cookie } of [narrowed, school.people.guest]) {
      expect((await entryOf(planId, cookie)).discussers).toEqual([])
    }
  })

  it('are told whether others use the computer too', async () => {
    const planId = await addTestPlan(app, school)
    const sessions = createSessions({
      store: createKyselyPeopleStore(app.database.db),
      nowMs: () => app.clock.nowMs,
      random: randomBytes,
    })
    const { userId, cookie } = school.people.teacher
    const { token } = await sessions.open(userId, { publicComputer: true })

    expect((await entryOf(planId, `session=${token}`)).me.isPublicComputer).toBe(true)
    expect((await entryOf(planId, cookie)).me.isPublicComputer).toBe(false)
  })
})

describe('a plan as a document', () => {
  it('speaks the language asked for, and its own when none is', async () => {
    const planId = await addTestPlan(app, school)

    const own = await get<PlanDocument>(`/api/plans/${planId}`)
    const english = await get<PlanDocument>(`/api/plans/${planId}?lang=en`)

    expect(own.kind).toBe('Handlingsplan for eTwinning')
    expect(english).toMatchObject({ language: 'en', textLanguage: 'nb' })
    expect(english.kind).not.toBe(own.kind)
    expect(english.contentHash).toBe(own.contentHash)
  })

  it.each(['de', '../en', ''])('refuses the language %j', async (language) => {
    const planId = await addTestPlan(app, school)

    expect(await get(`/api/plans/${planId}?lang=${language}`)).toMatchObject({
      code: 'bad-request',
    })
  })
})
