/** What is said about a plan, by requests: who sees what, what is kept, what is refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Thread, type ThreadList, USER_HEADER } from '../../../shared/api/threads.ts'
import { mentionText } from '../../../shared/discuss/mentions.ts'
import { Value } from 'typebox/value'
import type { TestApp } from '../../support/build-app.ts'
import {
  freshId,
  newThread,
  noticesIn,
  openDiscussedPlan,
  type Speaker,
} from '../../support/discussing.ts'
import { ENGINES } from '../../support/engines.ts'
import { addTestMember, type TestSchool } from '../../support/test-people.ts'

describe.each(ENGINES)('threads on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let planId: string
  let kari: Speaker
  let ola: Speaker
  let head: Speaker

  beforeEach(async () => {
    ;({ app, school, planId, kari, ola, head } = await openDiscussedPlan(engine))
  })
  afterEach(() => app.close())

  it('are read by everybody who discusses, as the contract says', async () => {
    const { coordinator, teacher } = school.people
    const begun = await kari.begin({ body: `Hva mener du, ${mentionText(teacher.memberId)}?` })
    app.clock.nowMs += 1000
    await ola.reply(begun.threadId, 'Jeg er enig.')
    await head.ask(
      'PUT',
      `/${begun.threadId}/messages/${begun.messages[0]?.messageId}/reactions/agree`,
    )

    const { threads, seq } = await head.list()
    expect(seq).toBe(3)
    expect(threads).toHaveLength(1)
    expect([...Value.Errors(Thread, threads[0])]).toEqual([])
    expect(threads[0]).toMatchObject({
      number: 1,
      by: { memberId: coordinator.memberId, name: coordinator.name, role: 'coordinator' },
      state: 'open',
      messages: [
        {
          mentions: [{ memberId: teacher.memberId, name: teacher.name }],
          reactions: [{ reaction: 'agree', by: [{ role: 'leadership' }] }],
          isGone: false,
          editedAtMs: null,
        },
        { body: 'Jeg er enig.', by: { name: teacher.name } },
      ],
    })
    expect((threads[0]?.messages[1]?.atMs ?? 0) - (threads[0]?.atMs ?? 0)).toBe(1000)
    expect(await noticesIn(app, planId)).toEqual([
      [teacher.memberId, 'mention'],
      [coordinator.memberId, 'reply'],
    ])
  })

  it('are neither read nor written from a page of whoever was signed in before', async () => {
    const { coordinator, teacher } = school.people
    const base = `/api/plans/${planId}`
    const said = await kari.begin()
    const from = (userId: string, method: 'GET' | 'POST', path: string, body?: object) =>
      app.send({
        method,
        url: `${base}${path}`,
        cookie: coordinator.cookie,
        body,
        headers: { [USER_HEADER]: userId },
      })
    const reply = { messageId: freshId(), body: 'Ord fra en annen' }

    const refused = await Promise.all([
      from(teacher.userId, 'GET', '/threads'),
      from(teacher.userId, 'POST', '/threads', newThread()),
      from(teacher.userId, 'POST', `/threads/${said.threadId}/messages`, reply),
      from(teacher.userId, 'POST', `/threads/${said.threadId}/accept`),
      from(teacher.userId, 'POST', '/accept-suggestions', { by: teacher.memberId }),
    ])

    expect(refused.map((it) => it.json<{ code: string }>().code)).toEqual(
      refused.map(() => 'sign-in-required'),
    )
    expect((await from(coordinator.userId, 'GET', '/threads')).json<ThreadList>()).toMatchObject({
      threads: [{ messages: [{ messageId: said.messages[0]?.messageId }] }],
      seq: 1,
    })
  })

  it('answer a request that is sent again with what is there', async () => {
    const sent = newThread()
    const first = await kari.ask('POST', '', sent)
    const messageId = freshId()
    await ola.reply(sent.threadId, 'Nei.', messageId)
    await ola.ask('PUT', `/${sent.threadId}/messages/${messageId}`, { body: 'Jo.' })

    const again = await kari.ask('POST', '', sent)
    const replied = await ola.reply(sent.threadId, 'Nei.', messageId)

    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.json<Thread>().messages).toHaveLength(2)
    expect(replied.messages[1]).toMatchObject({ body: 'Jo.' })
    expect((await kari.list()).seq).toBe(3)
    const stolen = await ola.ask('POST', '', sent)
    expect(stolen.json()).toMatchObject({ code: 'bad-request' })
  })

  it('end in a decision, told in the trail without its words', async () => {
    const { threadId } = await kari.begin()
    await ola.reply(threadId, 'Ja.')
    const decide = (sentence: string | null) =>
      ola.ask('PUT', `/${threadId}/decision`, { sentence })

    const decided = (await decide(' Vi  gjør\ndet. ')).json<Thread>()
    await decide('Vi gjør det.')
    await decide(null)

    expect(decided.decision).toMatchObject({ sentence: 'Vi gjør det.', by: { role: 'teacher' } })
    expect((await kari.list()).threads[0]?.decision).toBeNull()
    const trail = await app.send({
      url: `/api/schools/${school.schoolId}/audit`,
      cookie: school.people.coordinator.cookie,
    })
    expect(trail.json<{ entries: object[] }>().entries.slice(0, 3)).toMatchObject([
      { deed: 'decision-noted', objectId: planId, facts: { threadId, isTakenAway: true } },
      { deed: 'decision-noted', objectId: planId, facts: { threadId, isTakenAway: false } },
      { deed: 'plan-made' },
    ])
    expect(trail.body).not.toContain('gjør')
    expect(await noticesIn(app, planId)).toContainEqual([
      school.people.coordinator.memberId,
      'decision',
    ])
  })

  it('tell those who answer for the section or own the action, and each only once', async () => {
    const { coordinator, teacher, leadership, guest } = school.people
    const owner = await addTestMember(app, school, 'teacher')
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/posts`,
      cookie: coordinator.cookie,
      body: {
        head: leadership.memberId,
        responsible: [],
        pupilsCouncil: [],
        sectionOwners: [{ sectionId: 'pupils', memberIds: [owner.memberId, leadership.memberId] }],
      },
    })
    await ola.begin({ place: { kind: 'field', fieldId: 'pupils.next', anchor: null } })

    expect(new Map(await noticesIn(app, planId))).toEqual(
      new Map([
        [leadership.memberId, 'thread'],
        [owner.memberId, 'thread'],
      ]),
    )
    const { threadId } = await ola.begin({ place: { kind: 'section', sectionId: 'models' } })
    const assign = (memberId: string) => ola.ask('PUT', `/${threadId}/assignee`, { memberId })
    expect((await assign(guest.memberId)).json()).toMatchObject({ code: 'above-role' })
    expect((await assign(school.people.pupil.memberId)).json()).toMatchObject({
      code: 'above-role',
    })
    expect((await assign(teacher.memberId)).json<Thread>().assignee?.name).toBe(teacher.name)
    const told = await noticesIn(app, planId)
    expect(told.filter(([memberId]) => memberId === teacher.memberId)).toEqual([])
    expect(told).toHaveLength(3)
  })

  it('are seen by each for themselves', async () => {
    const { threadId, seq, seenSeq } = await kari.begin()
    await ola.reply(threadId, 'Nei.')

    expect(seenSeq).toBe(seq)
    expect((await head.list()).threads[0]?.seenSeq).toBe(0)
    const seen = await head.ask('PUT', `/${threadId}/seen`, { seq: 2 })
    expect(seen.statusCode).toBe(204)
    expect((await head.list()).threads[0]).toMatchObject({ seq: 2, seenSeq: 2 })
    expect((await kari.list()).threads[0]).toMatchObject({ seq: 2, seenSeq: 1 })
  })

  it('go on when one who wrote in them is suspended, removed or erased', async () => {
    const { teacher, coordinator } = school.people
    const { threadId } = await ola.begin()
    await kari.reply(threadId, `Takk, ${mentionText(teacher.memberId)}!`)
    const ask = (what: string, body?: object) =>
      app.send({
        method: 'POST',
        url: `/api/members/${teacher.memberId}/${what}`,
        cookie: coordinator.cookie,
        body,
      })
    const seen = async () => {
      const { threads }: ThreadList = await kari.list()
      return [threads[0]?.by.name, threads[0]?.messages[1]?.mentions[0]?.name]
    }

    await ask('suspend')
    expect(await seen()).toEqual([teacher.name, teacher.name])
    await kari.reply(threadId, `Hva nå, ${mentionText(teacher.memberId)}?`)
    const toTeacher = async () =>
      (await noticesIn(app, planId)).filter(([memberId]) => memberId === teacher.memberId)
    expect(await toTeacher()).toEqual([[teacher.memberId, 'mention']])
    await ask('erase', { name: teacher.name })
    expect(await seen()).toEqual(['tidligere lærer', 'tidligere lærer'])
    expect(await toTeacher()).toEqual([])
    const { leadership } = school.people
    const left = await head.begin()
    await app.send({
      method: 'POST',
      url: `/api/members/${leadership.memberId}/remove`,
      cookie: coordinator.cookie,
    })
    const { threads } = await kari.list()
    const its = threads.find((thread) => thread.threadId === left.threadId)
    expect(its?.by).toMatchObject({ name: 'tidligere leder', role: 'leadership' })
  })
})
