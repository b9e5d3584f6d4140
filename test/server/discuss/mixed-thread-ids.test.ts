/** Ids of threads and messages that do not belong together: each of them good, the pair not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Thread } from '../../../shared/api/threads.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { createSpeaker, newThread } from '../../support/discussing.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

let app: TestApp
let own: { readonly school: TestSchool; readonly planId: string }
let other: typeof own
/** On our plan, on another plan of ours, and on theirs. */
let thread: Thread
let elsewhere: Thread
let theirs: Thread

beforeAll(async () => {
  app = await buildTestApp()
  const add = async (name: string) => {
    const school = await addTestSchool(app, name)
    return { school, planId: await addTestPlan(app, school) }
  }
  own = await add('Ternvåg')
  other = await add('Fjellheim')
  const { coordinator } = own.school.people
  thread = await createSpeaker(app, own.planId, coordinator.cookie).begin()
  const second = await addTestPlan(app, own.school, 'En til')
  elsewhere = await createSpeaker(app, second, coordinator.cookie).begin()
  theirs = await createSpeaker(app, other.planId, other.school.people.coordinator.cookie).begin()
})

afterAll(() => app.close())

describe('ids of threads that do not belong together', () => {
  const mixed: readonly (readonly [
    what: string,
    ask: () => { method: Method; path: string; body?: object },
    status: number,
  ])[] = [
    [
      'the threads of their plan',
      () => ({ method: 'GET', path: `/api/plans/${other.planId}/threads` }),
      403,
    ],
    ...(
      [
        ['PUT', 'state', { state: 'resolved' }],
        ['PUT', 'assignee', { memberId: null }],
        ['PUT', 'decision', { sentence: 'Ja.' }],
        ['PUT', 'seen', { seq: 1 }],
        ['POST', 'messages', { messageId: '0'.repeat(20), body: 'Ja' }],
      ] as const
    ).flatMap(([method, what, body]) => [
      [
        `the ${what} of a thread of another plan of ours`,
        () => ({ method, path: threadPath(elsewhere, what), body }),
        404,
      ] as const,
      [
        `the ${what} of a thread of theirs`,
        () => ({ method, path: threadPath(theirs, what), body }),
        404,
      ] as const,
    ]),
    [
      'a message of another thread',
      () => ({
        method: 'PUT',
        path: threadPath(thread, `messages/${elsewhere.messages[0]?.messageId}`),
        body: { body: 'X' },
      }),
      404,
    ],
    [
      'the taking away of a message of another thread',
      () => ({
        method: 'DELETE',
        path: threadPath(thread, `messages/${elsewhere.messages[0]?.messageId}`),
      }),
      404,
    ],
    [
      'a reaction to a message of theirs',
      () => ({
        method: 'PUT',
        path: threadPath(thread, `messages/${theirs.messages[0]?.messageId}/reactions/agree`),
      }),
      404,
    ],
    [
      'a thread of ours for a member of theirs',
      () => ({
        method: 'PUT',
        path: threadPath(thread, 'assignee'),
        body: { memberId: other.school.people.teacher.memberId },
      }),
      404,
    ],
    [
      'a new thread under the id of another plan’s',
      () => ({
        method: 'POST',
        path: `/api/plans/${own.planId}/threads`,
        body: newThread({ threadId: elsewhere.threadId }),
      }),
      400,
    ],
    [
      'a new thread whose message has the id of another',
      () => ({
        method: 'POST',
        path: `/api/plans/${own.planId}/threads`,
        body: newThread({ messageId: theirs.messages[0]?.messageId ?? '' }),
      }),
      400,
    ],
    [
      'a reply under the id of a message of another thread',
      () => ({
        method: 'POST',
        path: threadPath(thread, 'messages'),
        body: { messageId: elsewhere.messages[0]?.messageId, body: 'X' },
      }),
      400,
    ],
  ]

  it.each(mixed)('our coordinator asks for %s', async (_what, request, status) => {
    const before = await everything()
    const { method, path, body } = request()

    const { cookie } = own.school.people.coordinator
    const reply = await app.send({ method, url: path, cookie, body })

    expect(reply.statusCode).toBe(status)
    expect(await everything()).toEqual(before)
  })
})

/** As if it were of our plan. */
function threadPath({ threadId }: Thread, what: string): string {
  return `/api/plans/${own.planId}/threads/${threadId}/${what}`
}

/** What a refused request must leave as it was. */
async function everything() {
  const { db } = app.database
  return {
    plans: await db.selectFrom('plan').select(['id', 'thread_seq']).orderBy('id').execute(),
    threads: await db.selectFrom('thread').selectAll().orderBy('id').execute(),
    messages: await db.selectFrom('thread_message').selectAll().orderBy('id').execute(),
    reactions: await db.selectFrom('message_reaction').selectAll().execute(),
    seen: await db.selectFrom('thread_seen').selectAll().orderBy('thread_id').execute(),
    waiting: await db.selectFrom('notification').select('id').orderBy('id').execute(),
    audit: await db.selectFrom('audit_entry').select('hash').orderBy('hash').execute(),
  }
}
