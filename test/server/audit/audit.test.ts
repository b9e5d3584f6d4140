import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../server/audit/verify-audit.ts'
import { appendAudit } from '../../../server/storage/append-audit.ts'
import { createKyselyAuditStore } from '../../../server/storage/kysely-audit-store.ts'
import type { AuditPage } from '../../../shared/api/audit.ts'
import { buildTestApp, cookieOf, type TestApp, type TestRequest } from '../../support/build-app.ts'
import { doAllThatIsTold } from '../../support/audited-deeds.ts'
import {
  addTestMember,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

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

const ask = (method: 'PUT' | 'POST', url: string, body?: TestRequest['body'], by = coordinator) =>
  app.send({ method, url, cookie: by.cookie, body })
const page = async (query = '', by = coordinator) =>
  (
    await app.send({ url: `/api/schools/${school.schoolId}/audit${query}`, cookie: by.cookie })
  ).json<AuditPage>()
const store = () => createKyselyAuditStore(app.database.db)
const verify = () => verifyAudit(store(), school.schoolId)

describe('the audit trail', () => {
  it('tells every deed once, newest first, by whom and on what', async () => {
    const planId = await doAllThatIsTold(app, school)

    const { entries, nextBefore } = await page()

    expect(nextBefore).toBeNull()
    expect(entries.map(({ deed }) => deed)).toEqual([
      'member-removed',
      'plan-state-changed',
      'settings-changed',
      'invitation-revoked',
      'invitation-used',
      'invitation-made',
      'member-restored',
      'member-suspended',
      'role-changed',
      'member-renamed',
      'posts-changed',
      'right-changed',
      'plan-made',
      'school-made',
    ])
    expect(entries.map(({ seq }) => seq)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    const by = { memberId: coordinator.memberId, name: coordinator.name }
    expect(entries.find(({ deed }) => deed === 'role-changed')).toMatchObject({
      actor: by,
      objectId: teacher.memberId,
      // They were removed since, and the trail goes on saying who it was.
      member: { memberId: teacher.memberId, name: 'Amina Hemmelig' },
      facts: { from: 'teacher', to: 'leadership' },
      atMs: app.clock.nowMs,
    })
    expect(entries.find(({ deed }) => deed === 'right-changed')).toMatchObject({
      objectId: planId,
      facts: { memberId: teacher.memberId, from: null, to: 'read' },
    })
    expect(entries.find(({ deed }) => deed === 'invitation-used')).toMatchObject({
      actor: { name: 'Gunn Gjest' },
      facts: { role: 'guest' },
    })
    expect(entries.find(({ deed }) => deed === 'settings-changed')).toMatchObject({
      facts: { changed: ['timeZone'] },
    })
    expect(entries.find(({ deed }) => deed === 'member-renamed')).toMatchObject({
      text: 'Amina Hemmelig',
    })
    expect(await verify()).toMatchObject({ entries: 14, fault: null })
  })

  it('has no name in its chain, and stays whole when a text is erased', async () => {
    await doAllThatIsTold(app, school)
    const rows = await app.database.db.selectFrom('audit_entry').selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/Amina|Gunn|of Ternvåg/)

    await app.database.db.deleteFrom('audit_text').execute()

    expect(await verify()).toMatchObject({ entries: 14, fault: null })
    const { entries } = await page()
    expect(entries.find(({ deed }) => deed === 'member-renamed')).toMatchObject({ text: null })
  })

  it('tells nothing of what changed nothing, or was refused', async () => {
    await ask('PUT', `/api/members/${teacher.memberId}/role`, { role: 'teacher' })
    await ask('POST', `/api/members/${teacher.memberId}/restore`)
    await ask('POST', `/api/members/${coordinator.memberId}/remove`)
    await ask('POST', `/api/members/${coordinator.memberId}/suspend`, undefined, teacher)

    expect((await page()).entries).toHaveLength(1)
  })

  it('is read in pages, by leadership too', async () => {
    const { leadership } = school.people
    await doAllThatIsTold(app, school)

    const first = await page('?limit=10', leadership)
    const second = await page(`?limit=10&before=${first.nextBefore}`, leadership)

    expect([first.entries.length, second.entries.length]).toEqual([10, 4])
    expect(second.nextBefore).toBeNull()
    expect(second.entries[0]?.seq).toBe(4)
  })

  it('tells of sessions that somebody ended, in each of their schools', async () => {
    const other = await addTestSchool(app, 'Grønnvika')
    await addTestMember(app, other, 'teacher', { userId: teacher.userId })

    await ask('POST', '/api/me/sessions/revoke-others', undefined, teacher)

    expect((await page()).entries[0]).toMatchObject({
      deed: 'sessions-revoked',
      actor: { memberId: teacher.memberId },
      facts: { count: 1 },
    })
    const theirs = await createKyselyAuditStore(app.database.db).listBefore(other.schoolId, null, 1)
    expect(theirs[0]?.deed).toBe('sessions-revoked')
  })

  it('does not tell of a deed whose transaction failed, nor does the deed stay without its line', async () => {
    await sql`alter table audit_entry rename to audit_entry_away`.execute(app.database.db)
    const reply = await ask('POST', `/api/members/${teacher.memberId}/suspend`)
    await sql`alter table audit_entry_away rename to audit_entry`.execute(app.database.db)

    expect(reply.statusCode).toBe(500)
    const row = await app.database.db
      .selectFrom('member')
      .select('suspended_at_ms')
      .where('id', '=', teacher.memberId)
      .executeTakeFirstOrThrow()
    expect(row.suspended_at_ms).toBeNull()
    expect(await verify()).toMatchObject({ entries: 1, fault: null })
  })

  it('does not fork when forty write to it at once', async () => {
    const { db } = app.database
    const entry = {
      schoolId: school.schoolId,
      atMs: 1,
      actorId: null,
      deed: 'plan-made',
      objectId: 'p',
    } as const

    await Promise.all(
      Array.from({ length: 40 }, () => db.transaction().execute((trx) => appendAudit(trx, entry))),
    )

    expect(await verify()).toMatchObject({ entries: 41, fault: null })
  })
})

describe('an example school', () => {
  it('has a trail as any other, and takes it along when it goes', async () => {
    const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<{
      schoolId: string
      people: { role: string; signInUrl: string }[]
    }>()
    const link = demo.people.find(({ role }) => role === 'coordinator')?.signInUrl ?? ''
    const cookie = cookieOf(await app.send({ url: new URL(link).pathname }))
    const reply = await app.send({ url: `/api/schools/${demo.schoolId}/audit`, cookie })

    const { entries } = reply.json<AuditPage>()
    expect(entries.map(({ deed }) => deed)).toEqual([
      // What its conversations ended in.
      ...Array.from({ length: 3 }, () => 'decision-noted'),
      // The pupils of the example read its plan, and its guests discuss.
      ...Array.from({ length: 3 }, () => 'right-changed'),
      'plan-made',
      'school-made',
    ])
    expect(entries.map(({ actor }) => actor !== null)).toEqual(
      entries.map(({ deed }) => deed === 'decision-noted'),
    )
    await app.database.db
      .deleteFrom('school')
      .where('id', '=', demo.schoolId as never)
      .execute()
    const left = await app.database.db
      .selectFrom('audit_entry')
      .select('seq')
      .where('school_id', '=', demo.schoolId as never)
      .execute()
    expect(left).toEqual([])
  })
})
