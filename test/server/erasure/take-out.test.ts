/** One's own data as a file: all that is kept of oneself, and nothing of others. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MyData } from '../../../shared/api/erasure.ts'
import { Value } from 'typebox/value'
import { giveAccount } from '../../support/accounts.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { createSpeaker } from '../../support/discussing.ts'
import { ENGINES } from '../../support/engines.ts'
import {
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

describe.each(ENGINES)('my data on %s', (engine) => {
  let app: TestApp
  let school: TestSchool

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    school = await addTestSchool(app, 'Ternvåg')
  })
  afterEach(() => app.close())

  it('is one file with account, membership, sessions, invitations, trail and writing', async () => {
    const { coordinator, teacher } = school.people
    const planId = await addTestPlan(app, school, 'Plan for Ternvåg')
    await giveAccount(app, coordinator, { email: 'ingrid@ternvag.no' })
    await app.send({
      method: 'POST',
      url: `/api/plans/${planId}/invitations`,
      cookie: coordinator.cookie,
      body: { role: 'teacher', days: 7, maxUses: 5 },
    })
    await app.send({
      method: 'PUT',
      url: `/api/members/${teacher.memberId}/name`,
      cookie: coordinator.cookie,
      body: { name: 'Kari Nordmann' },
    })

    const letters = { digest: 'weekly', quietFrom: 15, quietTo: 8 } as const
    const choosing = { method: 'PUT', url: '/api/me/digest', body: letters } as const
    await app.send({ ...choosing, cookie: coordinator.cookie })

    const reply = await app.send({ url: '/api/me/data', cookie: coordinator.cookie })
    const data = reply.json<MyData>()

    expect(reply.headers['content-disposition']).toBe('attachment; filename="samplan-my-data.json"')
    expect([...Value.Errors(MyData, data)]).toEqual([])
    expect(data).toMatchObject({ name: coordinator.name, email: 'ingrid@ternvag.no', letters })
    expect(data.memberships).toMatchObject([{ school: 'Ternvåg', role: 'coordinator' }])
    expect(data.sessions).toHaveLength(1)
    expect(data.invitations).toMatchObject([{ role: 'teacher', to: null }])
    expect(data.audit.map(({ deed }) => deed)).toEqual([
      'plan-made',
      'invitation-made',
      'member-renamed',
    ])
    // The making of the plan is the coordinator's first update.
    expect(data.writing).toMatchObject([
      { planId, title: 'Plan for Ternvåg', updates: 1, days: [{ updates: 1 }] },
    ])
    expect(data.writing[0]?.bytes).toBeGreaterThan(100)
    // The name was another's.
    expect(reply.body).not.toContain('Kari')
    expect(reply.body).not.toMatch(/\$argon2|[0-9a-f]{64}/)
  })

  it('holds what I said about plans, and not what others answered', async () => {
    const { coordinator, teacher } = school.people
    const planId = await addTestPlan(app, school, 'Plan for Ternvåg')
    const me = createSpeaker(app, planId, coordinator.cookie)
    const other = createSpeaker(app, planId, teacher.cookie)
    const { threadId } = await me.begin({
      place: { kind: 'field', fieldId: 'pupils.next', anchor: null },
      suggestion: { kind: 'words', words: 'Elevene bestemmer.' },
      body: 'Hva med dette?',
    })
    const answer = await other.reply(threadId, 'Hemmelig svar')
    const { messageId } = answer.messages[1] ?? { messageId: '' }
    await me.ask('PUT', `/${threadId}/messages/${messageId}/reactions/thanks`)
    await me.ask('PUT', `/${threadId}/decision`, { sentence: 'Vi prøver.' })

    const reply = await app.send({ url: '/api/me/data', cookie: coordinator.cookie })
    const data = reply.json<MyData>()

    const thread = { planId, planTitle: 'Plan for Ternvåg', number: 1 }
    expect([...Value.Errors(MyData, data)]).toEqual([])
    expect(data.said).toMatchObject({
      threads: [{ ...thread, suggestion: { words: 'Elevene bestemmer.' } }],
      messages: [{ ...thread, body: 'Hva med dette?', editedAtMs: null }],
      reactions: [{ ...thread, reaction: 'thanks' }],
      settled: [{ ...thread, state: 'decided', words: 'Vi prøver.' }],
    })
    expect(reply.body).not.toContain('Hemmelig')
  })

  it('names a plan that one wrote in only as long as one may read it', async () => {
    const { coordinator, teacher } = school.people
    const planId = await addTestPlan(app, school, 'Om varslingssaken')
    const { schoolId } = school
    const body = {
      title: 'Min egen',
      language: 'nb',
      periodStart: '2026-01-01',
      periodEnd: '2027-12-31',
    }
    const own = await app.send({
      method: 'POST',
      url: `/api/schools/${schoolId}/plans`,
      cookie: teacher.cookie,
      body,
    })
    const ownId = own.json<{ planId: string }>().planId
    const posts = { head: null, responsible: [], pupilsCouncil: [], sectionOwners: [] }
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/posts`,
      cookie: coordinator.cookie,
      body: { ...posts, responsible: [teacher.memberId] },
    })
    const dataOf = async ({ cookie }: TestPerson) =>
      (await app.send({ url: '/api/me/data', cookie })).json<MyData>()
    const anchor = { from: 'AQ==', to: 'AQ==', quote: 'varsleren', before: 'om ', after: ' her' }
    const speaker = createSpeaker(app, planId, teacher.cookie)
    await speaker.begin({ place: { kind: 'field', fieldId: 'pupils.next', anchor } })
    const before = await dataOf(teacher)
    for (const plan of [planId, ownId]) {
      await app.send({
        method: 'PUT',
        url: `/api/plans/${plan}/rights/${teacher.memberId}`,
        cookie: coordinator.cookie,
        body: { right: 'none' },
      })
    }

    const after = await dataOf(teacher)

    expect(before.writing).toMatchObject([{ planId: ownId, title: 'Min egen' }])
    expect(before.memberships[0]?.posts).toMatchObject([{ planTitle: 'Om varslingssaken' }])
    expect(after.writing).toEqual([{ ...before.writing[0], title: null }])
    expect(after.memberships[0]?.posts).toMatchObject([{ planId, planTitle: '' }])
    const { threads, messages } = before.said
    expect(threads).toMatchObject([{ planTitle: 'Om varslingssaken', place: { anchor } }])
    expect(after.said).toEqual({
      ...before.said,
      threads: [{ ...threads[0], planTitle: '', place: { ...threads[0]?.place, anchor: null } }],
      messages: [{ ...messages[0], planTitle: '' }],
    })
  })

  it('is asked for ten times an hour by one person, and no fewer by their colleagues', async () => {
    const { coordinator, teacher } = school.people
    const ask = async (cookie: string) =>
      (await app.send({ url: '/api/me/data', cookie })).statusCode

    for (let time = 0; time < 10; time++) expect(await ask(coordinator.cookie)).toBe(200)

    expect(await ask(coordinator.cookie)).toBe(429)
    expect(await ask(teacher.cookie)).toBe(200)
    expect((await app.send({ url: '/api/me/data' })).statusCode).toBe(401)
  })
})
