/**
 * Threads while a plan is open in several browsers, over real sockets: each hears of what the
 * others say, and those who may not write have no way to write.
 */
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MESSAGE_NOTICE } from '../../../shared/protocol/frames.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { createSpeaker } from '../../support/discussing.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

let app: TestApp
let url: string
let school: TestSchool
let planId: string

beforeAll(async () => {
  app = await buildTestApp()
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  url = `ws://127.0.0.1:${(app.app.server.address() as { port: number }).port}`
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school)
})
afterAll(() => app.close())

async function connect({ cookie }: TestPerson): Promise<SyncClient> {
  const client = await connectClient(url, { planId, headers: { origin: TEST_ORIGIN, cookie } })
  await client.synced()
  return client
}

/** What the notices said that came so far, in order. */
function noticesOf({ frames }: SyncClient): string[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== MESSAGE_NOTICE) return []
    return decoding.readVarString(decoder)
  })
}

const threadNotices = (client: SyncClient) =>
  noticesOf(client).filter((json) => json === '{"kind":"threads"}').length

it('every open browser hears of each deed, and of none that changed nothing', async () => {
  const { teacher, leadership } = school.people
  const [one, other] = [await connect(teacher), await connect(leadership)]
  const speaker = createSpeaker(app, planId, teacher.cookie)
  const answerer = createSpeaker(app, planId, leadership.cookie)

  const { threadId } = await speaker.begin()
  await until('both have heard', () => threadNotices(one) === 1 && threadNotices(other) === 1)
  const answered = await answerer.reply(threadId, 'Ja.')
  await until('both have heard', () => threadNotices(one) === 2 && threadNotices(other) === 2)

  await answerer.reply(threadId, 'Ja.', answered.messages[1]?.messageId)
  await speaker.ask('PUT', `/${threadId}/seen`, { seq: 2 })
  await speaker.ask('PUT', `/${threadId}/state`, { state: 'open' })
  await speaker.ask('PUT', `/${threadId}/state`, { state: 'resolved' })
  await until('both have heard', () => threadNotices(one) === 3 && threadNotices(other) === 3)
  await Promise.all([one.close(), other.close()])
})

it('a reader’s and a commenter’s socket cannot write, and the commenter’s threads work', async () => {
  const reader = school.people.guest
  const commenter = await addTestMember(app, school, 'guest', { default_right: 'discuss' })
  const { teacher } = school.people
  const [reading, commenting, writing] = [
    await connect(reader),
    await connect(commenter),
    await connect(teacher),
  ]
  const speaker = createSpeaker(app, planId, commenter.cookie)

  for (const client of [reading, commenting]) {
    type(client.doc, 'Jeg vil skrive. ')
    await until('it is refused', () => client.rejected.length === 1)
    expect(client.rejected[0]?.code).toBe('access-denied')
  }
  const comment = await speaker.begin({
    place: { kind: 'field', fieldId: 'leadership.today', anchor: null },
  })
  await speaker.begin({
    place: { kind: 'field', fieldId: 'leadership.today', anchor: null },
    suggestion: { kind: 'words', words: 'Slik.' },
    body: null,
  })
  await until('the writer has heard', () => threadNotices(writing) === 2)
  type(writing.doc, 'Skrevet.')
  await writing.allSaved()

  expect(written(writing.doc)).toBe('Skrevet.')
  const seen = await createSpeaker(app, planId, teacher.cookie).list()
  expect(seen.threads.at(-1)).toMatchObject({ suggestion: { state: 'open' } })
  expect(seen.threads.map(({ threadId }) => threadId)).toContain(comment.threadId)
  const refused = await createSpeaker(app, planId, reader.cookie).ask('GET', '')
  expect(refused.statusCode).toBe(403)
  await Promise.all([reading.close(), commenting.close(), writing.close()])
})
