/** What waits for me, from the deed to the answer: over the threads' own routes. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Inbox } from '../../../shared/api/inbox.ts'
import type { NewThread } from '../../../shared/api/threads.ts'
import { createId } from '../../../shared/ids.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import {
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool
let planId: string
let teacher: TestPerson
let head: TestPerson

beforeAll(async () => {
  app = await buildTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school, 'Plan for Ternvåg')
  teacher = school.people.teacher
  head = school.people.leadership
})

async function say(by: TestPerson, body: string, traits: Partial<NewThread> = {}): Promise<string> {
  const threadId = createId(randomBytes)
  const thread: NewThread = {
    threadId,
    messageId: createId(randomBytes),
    place: { kind: 'plan' },
    body,
    suggestion: null,
    ...traits,
  }
  const url = `/api/plans/${planId}/threads`
  const reply = await app.send({ method: 'POST', url, cookie: by.cookie, body: thread })
  expect(reply.statusCode).toBe(201)
  return threadId
}
const inboxOf = async (who: TestPerson) =>
  (await app.send({ url: '/api/inbox', cookie: who.cookie })).json<Inbox>()
const markSeen = (who: TestPerson, notificationIds: readonly string[], upToMs?: number) =>
  app.send({
    method: 'POST',
    url: '/api/inbox/seen',
    cookie: who.cookie,
    body: { notificationIds, ...(upToMs !== undefined && { upToMs }) },
  })

describe('what waits for me', () => {
  it('is told by the name of who did it, the plan’s title and the beginning of what was said', async () => {
    const threadId = await say(head, `@{${teacher.memberId}}:\n  kan du   se på denne?`)

    const { notifications, unseenCount } = await inboxOf(teacher)

    expect(unseenCount).toBe(1)
    expect(notifications).toMatchObject([
      {
        kind: 'mention',
        planId,
        planTitle: 'Plan for Ternvåg',
        threadId,
        by: { memberId: head.memberId, name: head.name, role: 'leadership' },
        excerpt: `@${teacher.name}: kan du se på denne?`,
        isSeen: false,
      },
    ])
    expect(await inboxOf(head)).toEqual({ notifications: [], unseenCount: 0 })
  })

  it('is shortened at a word, and says nothing where nothing was said', async () => {
    await say(head, `@{${teacher.memberId}} ${'lang setning '.repeat(30)}`)

    const [{ excerpt } = { excerpt: null }] = (await inboxOf(teacher)).notifications

    expect(excerpt).toMatch(/^@teacher of Ternvåg lang .*(?:lang|setning) …$/)
    expect(excerpt!.length).toBeLessThan(145)
  })

  it('is seen one by one, all at once, or with its thread; nobody else’s is', async () => {
    const mention = `@{${teacher.memberId}} hei`
    const threads = [await say(head, mention), await say(head, mention), await say(head, mention)]
    const [first] = (await inboxOf(teacher)).notifications

    await markSeen(head, [first!.notificationId])
    await markSeen(head, [])
    expect((await inboxOf(teacher)).unseenCount).toBe(3)

    await markSeen(teacher, [first!.notificationId])
    expect((await inboxOf(teacher)).unseenCount).toBe(2)

    const other = threads.find((threadId) => threadId !== first!.threadId)
    const url = `/api/plans/${planId}/threads/${other}/seen`
    const seen = { method: 'PUT', url, cookie: teacher.cookie, body: { seq: 1000 } } as const
    expect((await app.send(seen)).statusCode).toBe(204)
    expect((await inboxOf(teacher)).unseenCount).toBe(1)

    await markSeen(teacher, [])
    expect((await inboxOf(teacher)).unseenCount).toBe(0)
    expect((await inboxOf(teacher)).notifications).toHaveLength(3)
  })

  it('is not seen when it came after what was shown', async () => {
    await say(head, `@{${teacher.memberId}} hei`)
    const [shown] = (await inboxOf(teacher)).notifications
    app.clock.nowMs += 1
    await say(head, `@{${teacher.memberId}} og hei`)

    await markSeen(teacher, [], shown!.atMs)

    const { notifications, unseenCount } = await inboxOf(teacher)
    expect([unseenCount, notifications.map(({ isSeen }) => isSeen)]).toEqual([1, [false, true]])
    const odd = await markSeen(teacher, [], -1)
    expect(odd.json<{ code: string }>().code).toBe('bad-request')
  })

  it('is not shown of a plan that one may not discuss any more, and is again when one may', async () => {
    await say(head, `@{${teacher.memberId}} hei`)
    const right = (value: string | null) =>
      app.send({
        method: 'PUT',
        url: `/api/plans/${planId}/rights/${teacher.memberId}`,
        cookie: school.people.coordinator.cookie,
        body: { right: value },
      })

    await right('read')
    expect(await inboxOf(teacher)).toEqual({ notifications: [], unseenCount: 0 })

    await right(null)
    expect((await inboxOf(teacher)).unseenCount).toBe(1)
  })

  it('goes with a message that is taken away', async () => {
    const messageId = createId(randomBytes)
    const threadId = await say(head, `@{${teacher.memberId}} hei`, { messageId })

    const url = `/api/plans/${planId}/threads/${threadId}/messages/${messageId}`
    await app.send({ method: 'DELETE', url, cookie: head.cookie })

    expect(await inboxOf(teacher)).toEqual({ notifications: [], unseenCount: 0 })
  })
})

describe('how often it comes by mail', () => {
  const url = '/api/me/digest'
  const choose = (who: TestPerson, body: object) =>
    app.send({ method: 'PUT', url, cookie: who.cookie, body })
  const choiceOf = async (who: TestPerson) =>
    (await app.send({ url, cookie: who.cookie })).json<object>()

  it('is daily between seven and four until one chooses', async () => {
    expect(await choiceOf(teacher)).toEqual({ digest: 'daily', quietFrom: 16, quietTo: 7 })

    await choose(teacher, { digest: 'off', quietFrom: 0, quietTo: 23 })

    expect(await choiceOf(teacher)).toEqual({ digest: 'off', quietFrom: 0, quietTo: 23 })
    expect(await choiceOf(head)).toEqual({ digest: 'daily', quietFrom: 16, quietTo: 7 })
  })

  it.each([
    { digest: 'hourly', quietFrom: 0, quietTo: 7 },
    { digest: 'daily', quietFrom: 24, quietTo: 7 },
    { digest: 'daily', quietFrom: -1, quietTo: 7 },
    { digest: 'daily', quietFrom: 1.5, quietTo: 7 },
    { digest: 'daily' },
  ])('is not %j', async (choice) => {
    const reply = await choose(teacher, choice)

    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([400, 'bad-request'])
  })
})
