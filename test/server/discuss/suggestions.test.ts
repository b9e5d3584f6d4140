/** What becomes of suggestions, by requests and real sockets, on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AcceptedSuggestions, Thread } from '../../../shared/api/threads.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { createSpeaker, noticesIn } from '../../support/discussing.ts'
import { ENGINES } from '../../support/engines.ts'
import { anchorIn, FIELD, ON_FIELD } from '../../support/suggested-plan.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestSchool,
} from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

const TEXT = 'Vi møtes hver uke. Alle er med.'

describe.each(ENGINES)('suggestions on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let planId: string
  let teacher: ReturnType<typeof createSpeaker>
  let head: ReturnType<typeof createSpeaker>
  let room: SyncClient

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    school = await addTestSchool(app, 'Ternvåg')
    planId = await addTestPlan(app, school)
    teacher = createSpeaker(app, planId, school.people.teacher.cookie)
    head = createSpeaker(app, planId, school.people.leadership.cookie)
    room = await connect(school.people.teacher.cookie)
    type(room.doc, TEXT)
    await room.allSaved()
  })
  afterEach(async () => {
    await room.close()
    await app.close()
  })

  async function connect(cookie: string): Promise<SyncClient> {
    const { port } = app.app.server.address() as { port: number }
    const headers = { origin: TEST_ORIGIN, cookie }
    const client = await connectClient(`ws://127.0.0.1:${port}`, { planId, headers })
    await client.synced()
    return client
  }

  /** By the head, who may not write. */
  const suggest = (quote: string, words: string, by = head): Promise<Thread> =>
    by.begin({
      place: {
        ...ON_FIELD,
        anchor: anchorIn(room.doc, { fieldId: FIELD }, quote),
      } as typeof ON_FIELD,
      body: null,
      suggestion: { kind: 'words', words },
    })
  const settle = async (thread: Thread, how: string, body?: object, by = teacher) => {
    const reply = await by.ask('POST', `/${thread.threadId}/${how}`, body)
    return reply.statusCode === 200
      ? reply.json<Thread>().suggestion?.state
      : reply.json<{ code: string }>().code
  }

  /** Of the plan's last update: whose deed it is, and whose words. */
  async function latestAuthors() {
    const { db } = app.database
    const row = await db
      .selectFrom('plan_update')
      .select(['user_id', 'client_ids'])
      .where('plan_id', '=', planId as never)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    const [clientId] = JSON.parse(row.client_ids) as number[]
    const owner = await db
      .selectFrom('plan_client')
      .select('user_id')
      .where('client_id', '=', clientId!)
      .executeTakeFirstOrThrow()
    return [row.user_id, owner.user_id]
  }

  it('[T16] are taken into the text, credited to who made them and who accepted', async () => {
    const { people } = school
    const thread = await suggest('hver uke', 'hver dag')

    expect(await settle(thread, 'accept')).toBe('accepted')

    await until('it is shown', () => written(room.doc) === 'Vi møtes hver dag. Alle er med.')
    const [listed] = (await head.list()).threads
    expect(listed?.suggestion).toMatchObject({
      state: 'accepted',
      settledBy: { memberId: people.teacher.memberId },
    })
    expect(listed?.by.memberId).toBe(people.leadership.memberId)
    expect(await latestAuthors()).toEqual([people.teacher.userId, people.leadership.userId])
    expect(await noticesIn(app, planId)).toContainEqual([people.leadership.memberId, 'accepted'])
  })

  it('[T16] are settled once, whoever presses how often', async () => {
    const thread = await suggest('hver uke', 'hver dag')
    const coordinator = createSpeaker(app, planId, school.people.coordinator.cookie)

    const outcomes = await Promise.all([
      settle(thread, 'accept'),
      settle(thread, 'accept'),
      settle(thread, 'accept', undefined, coordinator),
      settle(thread, 'refuse', { reason: 'Nei.' }, coordinator),
    ])

    // Who comes first is nobody's to say.
    const settled = outcomes.filter((outcome) => outcome !== 'suggestion-settled')
    expect(settled).toHaveLength(1)
    expect(['accepted', 'refused']).toContain(settled[0])
    const day = settled[0] === 'accepted' ? 'dag' : 'uke'
    await until('it is shown', () => written(room.doc) === `Vi møtes hver ${day}. Alle er med.`)
  })

  it('[T10] say that they are stale when the words are others by now, and stay open', async () => {
    const thread = await suggest('hver uke', 'hver dag')
    room.doc.transact(() => {
      const field = room.doc.getXmlFragment(`text:${FIELD}`)
      field.delete(0, field.length)
    })
    type(room.doc, 'Noe helt annet.')
    await room.allSaved()

    expect(await settle(thread, 'accept')).toBe('suggestion-stale')

    expect(written(room.doc)).toBe('Noe helt annet.')
    expect((await head.list()).threads[0]?.suggestion?.state).toBe('open')
    expect(await settle(thread, 'refuse', { reason: '  ' })).toBe('bad-request')
    expect(await settle(thread, 'refuse', { reason: 'Det står noe annet nå.' })).toBe('refused')
    expect(await settle(thread, 'take-back')).toBe('suggestion-settled')
    expect((await head.list()).threads[0]?.suggestion?.reason).toBe('Det står noe annet nå.')
  })

  it('[T14] are taken back, and then not accepted again', async () => {
    const thread = await suggest('hver uke', 'hver dag')
    await settle(thread, 'accept')

    expect(await settle(thread, 'take-back')).toBe('taken-back')
    await until('it is shown', () => written(room.doc) === TEXT)
    expect(await settle(thread, 'take-back')).toBe('suggestion-settled')
    expect(await settle(thread, 'accept')).toBe('suggestion-settled')
  })

  it('[T15] are not taken back when somebody has changed the words since', async () => {
    const thread = await suggest('hver uke', 'hver dag')
    await settle(thread, 'accept')
    await until('it is shown', () => written(room.doc).includes('dag'))
    room.doc.transact(() => textOf(room).insert(15, 'X'))
    await room.allSaved()

    expect(await settle(thread, 'take-back')).toBe('suggestion-stale')
    expect((await head.list()).threads[0]?.suggestion?.state).toBe('accepted')
  })

  it('[T17] of one person are accepted all at once, each whole or stale', async () => {
    const first = await suggest('hver uke', 'hver dag')
    const second = await suggest('uke. Alle', 'måned. Alle')
    const third = await suggest('med', 'med på det')
    const others = await suggest('Vi', 'Vi alle', teacher)

    const reply = await app.send({
      method: 'POST',
      url: `/api/plans/${planId}/accept-suggestions`,
      cookie: school.people.teacher.cookie,
      body: { by: school.people.leadership.memberId },
    })

    expect(reply.json<AcceptedSuggestions>()).toEqual({
      accepted: [first.threadId, third.threadId],
      stale: [second.threadId],
    })
    await until('it is shown', () => written(room.doc) === 'Vi møtes hver dag. Alle er med på det.')
    const states = (await head.list()).threads.map(({ suggestion }) => suggestion?.state)
    expect(states).toEqual(['accepted', 'open', 'accepted', 'open'])
    expect(others.suggestion?.state).toBe('open')
  })

  it('[T18] of a reader’s and a commenter’s hand, whose sockets cannot write', async () => {
    const commenter = await addTestMember(app, school, 'guest', { default_right: 'discuss' })
    const speaker = createSpeaker(app, planId, commenter.cookie)
    const socket = await connect(commenter.cookie)
    type(socket.doc, 'Jeg skriver selv. ')
    await until('it is refused', () => socket.rejected.length === 1)

    const thread = await suggest('hver uke', 'hver dag', speaker)
    expect(await settle(thread, 'accept', undefined, speaker)).toBe('access-denied')
    expect(await settle(thread, 'accept')).toBe('accepted')
    type(socket.doc, 'Og igjen. ')

    await until('it is refused', () => socket.rejected.length === 2)
    await until('it is shown', () => written(room.doc) === 'Vi møtes hver dag. Alle er med.')
    await socket.close()
  })

  it('[T6] with an anchor from somewhere else are stale, and harm nothing', async () => {
    const anchor = anchorIn(room.doc, { fieldId: FIELD }, 'hver uke')
    const forged = [
      { ...anchor, from: 'AAAA', to: 'AAAA', quote: 'noe annet' },
      { ...anchor, from: 'x', to: 'y', before: '', after: '', quote: 'e' },
      { ...anchor, quote: 'hver' },
      { ...anchor, from: anchor.to, to: anchor.from, quote: 'uke. A', before: '', after: '' },
    ]

    for (const each of forged) {
      const thread = await head.begin({
        place: { kind: 'field', fieldId: FIELD, anchor: each },
        body: null,
        suggestion: { kind: 'words', words: 'tull' },
      })
      const outcome = await settle(thread, 'accept')
      // Words that stand there are words that stand there, however they were pointed at.
      if (each.quote !== 'hver') expect(outcome).toBe('suggestion-stale')
    }
    expect(written(room.doc)).toMatch(/^Vi møtes (hver|tull) uke\. Alle er med\.$/)
  })

  it('answer nothing about threads of other plans', async () => {
    const otherId = await addTestPlan(app, school, 'En annen')
    const other = createSpeaker(app, otherId, school.people.teacher.cookie)
    const thread = await suggest('hver uke', 'hver dag')

    for (const how of ['accept', 'take-back'])
      expect(await settle(thread, how, undefined, other)).toBe('not-found')
    expect(await settle(thread, 'refuse', { reason: 'x' }, other)).toBe('not-found')
  })

  it('name nobody’s words by a person who has left', async () => {
    const thread = await suggest('hver uke', 'hver dag')
    const { memberId } = school.people.leadership
    await app.database.db.deleteFrom('member').where('id', '=', memberId).execute()

    expect(await settle(thread, 'accept')).toBe('accepted')

    expect(await latestAuthors()).toEqual([school.people.teacher.userId, null])
  })
})

function textOf({ doc }: SyncClient) {
  const paragraph = doc.getXmlFragment(`text:${FIELD}`).get(0) as { get(index: number): unknown }
  return paragraph.get(0) as { insert(at: number, text: string): void }
}
