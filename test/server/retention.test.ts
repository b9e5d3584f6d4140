/** What a school has decided not to keep longer is thrown away; who has not decided keeps it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/audit/verify-audit.ts'
import { clearUp } from '../../server/retention/clear-up.ts'
import { createStores } from '../../server/storage/stores.ts'
import { buildTestApp, type TestApp } from '../support/build-app.ts'
import { ENGINES } from '../support/engines.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestSchool,
} from '../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

describe.each(ENGINES)('clearing up on %s', (engine) => {
  let app: TestApp
  let deciding: TestSchool
  let other: TestSchool

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    deciding = await addTestSchool(app, 'Ternvåg')
    other = await addTestSchool(app, 'Grønnvika')
    await app.database.db
      .updateTable('school')
      .set({ retention_days: 30 })
      .where('id', '=', deciding.schoolId)
      .execute()
    for (const school of [deciding, other]) await fill(school)
  })
  afterEach(() => app.close())

  /** An invitation, a name in the trail and a guest whose day is over, all of today. */
  async function fill(school: TestSchool): Promise<void> {
    const { coordinator, teacher } = school.people
    const planId = await addTestPlan(app, school)
    const send = (method: 'POST' | 'PUT', url: string, body: object) =>
      app.send({ method, url, cookie: coordinator.cookie, body })
    await send('POST', `/api/plans/${planId}/invitations`, { role: 'teacher', days: 1, maxUses: 5 })
    await send('PUT', `/api/members/${teacher.memberId}/name`, { name: 'Kari' })
    await addTestMember(app, school, 'guest', { expires_at_ms: app.clock.nowMs + DAY_MS })
  }
  const clear = (days: number) => {
    const stores = createStores(app.database.db)
    const erasing = {
      store: stores.erasures,
      sessions: { noteEnded: () => undefined },
      rightsChanged: () => Promise.resolve(),
    }
    return clearUp(
      { store: stores.retention, inbox: stores.inbox, erasing },
      app.clock.nowMs + days * DAY_MS,
    )
  }
  const left = async ({ schoolId }: TestSchool) => {
    const { db } = app.database
    const count = async (table: 'invitation' | 'audit_text' | 'member') =>
      (await db.selectFrom(table).selectAll().where('school_id', '=', schoolId).execute()).length
    const guests = await db
      .selectFrom('member')
      .select('name')
      .where('school_id', '=', schoolId)
      .where('erased_at_ms', 'is not', null)
      .execute()
    return {
      invitations: await count('invitation'),
      texts: await count('audit_text'),
      erased: guests.map(({ name }) => name),
    }
  }

  it('leaves everything until its days are over, and then takes what nobody needs', async () => {
    const all = { invitations: 1, texts: 1, erased: [] }
    await clear(29)
    expect(await left(deciding)).toEqual(all)

    await clear(32)

    expect(await left(deciding)).toEqual({ invitations: 0, texts: 0, erased: ['tidligere gjest'] })
    expect(await left(other)).toEqual(all)
    const { audit } = createStores(app.database.db)
    expect((await verifyAudit(audit, deciding.schoolId)).fault).toBeNull()
    await clear(32)
    expect((await left(deciding)).erased).toEqual(['tidligere gjest'])
  })

  it('forgets people who are in no school and signed in nowhere', async () => {
    const { db } = app.database
    const { teacher, leadership } = deciding.people
    const remove = async (memberId: string) =>
      db
        .deleteFrom('member')
        .where('id', '=', memberId as never)
        .execute()
    await remove(teacher.memberId)
    await remove(leadership.memberId)
    await db.deleteFrom('session').where('user_id', '=', teacher.userId).execute()
    const isThere = async (userId: string) =>
      (
        await db
          .selectFrom('user')
          .select('id')
          .where('id', '=', userId as never)
          .execute()
      ).length === 1

    await clear(0.5)
    expect(await isThere(teacher.userId)).toBe(true)
    await clear(2)

    expect(await isThere(teacher.userId)).toBe(false)
    // Still signed in: may be invited again.
    expect(await isThere(leadership.userId)).toBe(true)
    expect(await isThere(deciding.people.pupil.userId)).toBe(true)
  })
})
