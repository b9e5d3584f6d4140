/** Erasing a person: what is gone, what stays, and who may; over the API. */
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../server/audit/verify-audit.ts'
import { createKyselyAuditStore } from '../../../server/storage/kysely-audit-store.ts'
import type { AuditPage } from '../../../shared/api/audit.ts'
import type { MemberList } from '../../../shared/api/members.ts'
import type { PlanEntry } from '../../../shared/api/plans.ts'
import { giveAccount, PASSWORD, signInAs, whoIs } from '../../support/accounts.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { ENGINES } from '../../support/engines.ts'
import { connectClient } from '../../support/sync-client.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

describe.each(ENGINES)('erasing on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let planId: string

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    school = await addTestSchool(app, 'Ternvåg')
    planId = await addTestPlan(app, school)
  })
  afterEach(() => app.close())

  const eraseMe = (who: TestPerson, body: object = { name: who.name }) =>
    app.send({ method: 'POST', url: '/api/me/erase', cookie: who.cookie, body })
  const erase = (who: TestPerson, by = school.people.coordinator, name = who.name) =>
    app.send({
      method: 'POST',
      url: `/api/members/${who.memberId}/erase`,
      cookie: by.cookie,
      body: { name },
    })
  const members = async (cookie = school.people.coordinator.cookie) =>
    (await app.send({ url: `/api/schools/${school.schoolId}/members`, cookie })).json<MemberList>()
      .members
  const entry = async () =>
    (
      await app.send({
        url: `/api/plans/${planId}/entry`,
        cookie: school.people.coordinator.cookie,
      })
    ).json<PlanEntry>()
  /** Everything in the database, as text. */
  const everything = async () => {
    const { db } = app.database
    const tables = ['user', 'member', 'account', 'session', 'audit_entry', 'audit_text'] as const
    const rows = await Promise.all(
      tables.map((table) => db.selectFrom(table).selectAll().execute()),
    )
    return JSON.stringify(rows)
  }

  it('puts a role in place of the name, and leaves no trace of it', async () => {
    const { teacher, coordinator } = school.people
    await giveAccount(app, teacher, { email: 'kari@ternvag.no' })
    await app.send({
      method: 'PUT',
      url: `/api/members/${teacher.memberId}/name`,
      cookie: coordinator.cookie,
      body: { name: 'Kari Nordmann' },
    })

    const code = { user_id: teacher.userId, code_hash: 'of a return code', made_at_ms: 1 }
    await app.database.db.insertInto('return_code').values(code).execute()

    const reply = await erase(teacher, coordinator, 'Kari Nordmann')

    expect(reply.statusCode).toBe(204)
    const card = (await entry()).members.find(({ memberId }) => memberId === teacher.memberId)
    expect(card?.name).toBe('tidligere lærer')
    expect((await members()).map(({ memberId }) => memberId)).not.toContain(teacher.memberId)
    const left = await everything()
    expect(left).not.toContain('Kari')
    expect(left).not.toContain('kari@ternvag.no')
    expect(left).not.toContain(teacher.name)
    expect(await app.database.db.selectFrom('return_code').selectAll().execute()).toEqual([])
    expect((await whoIs(app, teacher.cookie)).user).toBeNull()
    expect((await signInAs(app, { email: 'kari@ternvag.no' })).statusCode).toBe(401)
  })

  it('leaves the audit trail whole, and says in it who did it', async () => {
    const { teacher, coordinator } = school.people
    await app.send({
      method: 'PUT',
      url: `/api/members/${teacher.memberId}/name`,
      cookie: coordinator.cookie,
      body: { name: 'Kari' },
    })
    await erase(teacher, coordinator, 'Kari')

    const verdict = await verifyAudit(createKyselyAuditStore(app.database.db), school.schoolId)
    const page = await app.send({
      url: `/api/schools/${school.schoolId}/audit`,
      cookie: coordinator.cookie,
    })

    expect(verdict.fault).toBeNull()
    const [erased, renamed] = page.json<AuditPage>().entries
    expect(erased).toMatchObject({
      deed: 'member-erased',
      actor: { memberId: coordinator.memberId },
      member: { memberId: teacher.memberId, name: 'tidligere lærer' },
      facts: { role: 'teacher' },
    })
    expect(renamed).toMatchObject({ deed: 'member-renamed', text: null })
  })

  it('takes posts and rights away, and cannot be undone', async () => {
    const { leadership, coordinator } = school.people
    const posts = {
      head: leadership.memberId,
      responsible: [],
      pupilsCouncil: [],
      sectionOwners: [],
    }
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/posts`,
      cookie: coordinator.cookie,
      body: posts,
    })
    await erase(leadership)

    const after = await app.send({ url: `/api/plans/${planId}/posts`, cookie: coordinator.cookie })
    expect(after.json<{ head: unknown }>().head).toBeNull()
    for (const deed of ['restore', 'suspend', 'remove', 'erase']) {
      const reply = await app.send({
        method: 'POST',
        url: `/api/members/${leadership.memberId}/${deed}`,
        cookie: coordinator.cookie,
        body: { name: leadership.name },
      })
      expect([deed, reply.statusCode]).toEqual([deed, 404])
    }
  })

  it('is done by oneself only with one’s own name, and the password if there is one', async () => {
    const { teacher } = school.people
    await giveAccount(app, teacher, { email: 'kari@ternvag.no' })

    expect((await eraseMe(teacher, { name: 'Someone' })).json()).toMatchObject({
      code: 'not-confirmed',
    })
    expect((await eraseMe(teacher)).json()).toMatchObject({ code: 'proof-required' })
    const wrong = await eraseMe(teacher, { name: teacher.name, password: 'not this one' })
    expect(wrong.json()).toMatchObject({ code: 'sign-in-failed' })
    expect((await whoIs(app, teacher.cookie)).user?.name).toBe(teacher.name)

    const done = await eraseMe(teacher, { name: ` ${teacher.name} `, password: PASSWORD })
    expect(done.statusCode).toBe(204)
    expect((await whoIs(app, teacher.cookie)).user).toBeNull()
  })

  it('never takes the last coordinator', async () => {
    const { coordinator } = school.people

    expect((await eraseMe(coordinator)).json()).toMatchObject({ code: 'last-coordinator' })
    expect((await erase(coordinator)).json()).toMatchObject({ code: 'last-coordinator' })
    expect((await whoIs(app, coordinator.cookie)).user?.name).toBe(coordinator.name)

    const second = await addTestMember(app, school, 'coordinator')
    expect((await eraseMe(coordinator)).statusCode).toBe(204)
    expect((await eraseMe(second)).json()).toMatchObject({ code: 'last-coordinator' })
  })

  it('is felt in an open plan: the person is out, and nobody sees them there any more', async () => {
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.app.server.address() as AddressInfo
    const { teacher, coordinator } = school.people
    const enter = (who: TestPerson) =>
      connectClient(`ws://127.0.0.1:${port}`, {
        planId,
        headers: { cookie: who.cookie, origin: TEST_ORIGIN },
      })
    const [theirs, ours] = [await enter(teacher), await enter(coordinator)]
    theirs.awareness.setLocalState({ user: { name: teacher.name } })
    const seen = () => JSON.stringify([...ours.awareness.getStates().values()])
    await until('they are seen', () => seen().includes(teacher.name))

    await erase(teacher)

    expect(await theirs.closed()).toBe(4401)
    await until('they are gone', () => !seen().includes(teacher.name))
    await ours.close()
  })

  it('leaves one coordinator when two erase themselves at once', async () => {
    const second = await addTestMember(app, school, 'coordinator')

    const replies = await Promise.all([eraseMe(school.people.coordinator), eraseMe(second)])

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
  })

  it('by a coordinator ends with the school: elsewhere the person goes on', async () => {
    const { teacher } = school.people
    const other = await addTestSchool(app, 'Grønnvika')
    await addTestMember(app, other, 'teacher', { userId: teacher.userId })

    expect((await erase(teacher)).statusCode).toBe(204)

    const me = await whoIs(app, teacher.cookie)
    expect(me.user?.name).toBe(teacher.name)
    expect(me.schools.map(({ name }) => name)).toEqual(['Grønnvika'])
    const card = (await entry()).members.find(({ memberId }) => memberId === teacher.memberId)
    expect(card?.name).toBe('tidligere lærer')
    // And may come back to this one, as somebody new.
    await addTestMember(app, school, 'teacher', { userId: teacher.userId })
    expect((await whoIs(app, teacher.cookie)).schools).toHaveLength(2)
  })
})
