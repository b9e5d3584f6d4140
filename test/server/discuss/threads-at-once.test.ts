/** Many deeds on one thread in the same moment. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestApp } from '../../support/build-app.ts'
import { freshId, openDiscussedPlan, type Speaker } from '../../support/discussing.ts'
import { ENGINES } from '../../support/engines.ts'
import type { TestSchool } from '../../support/test-people.ts'

describe.each(ENGINES)('threads changed at once on %s', (engine) => {
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

  it('are changed one after the other, while rights change too', { timeout: 20_000 }, async () => {
    const { coordinator, teacher, leadership } = school.people
    const { threadId } = await kari.begin()
    const settle = (path: string, body: object) =>
      app.send({
        method: 'PUT',
        url: `/api/plans/${planId}${path}`,
        cookie: coordinator.cookie,
        body,
      })
    const say = (speaker: typeof kari, at: number) =>
      speaker.ask('POST', `/${threadId}/messages`, { messageId: freshId(), body: `Svar ${at}` })

    const deeds = [0, 1, 2, 3].flatMap((at) => [
      say(kari, at),
      say(ola, at),
      say(head, at),
      ola.ask('PUT', `/${threadId}/decision`, { sentence: `Vi gjør ${at}.` }),
      kari.ask('PUT', `/${threadId}/decision`, { sentence: `Vi gjør ikke ${at}.` }),
      head.ask('PUT', `/${threadId}/assignee`, { memberId: at % 2 ? teacher.memberId : null }),
      settle(`/rights/${leadership.memberId}`, { right: at % 2 ? 'write' : null }),
    ])
    const replies = await Promise.all(deeds)

    expect(replies.map(({ statusCode }) => statusCode).filter((status) => status >= 400)).toEqual(
      [],
    )
    const { threads, seq } = await kari.list()
    expect(threads[0]?.seq).toBe(seq)
    expect(threads[0]?.messages).toHaveLength(13)
    const places = await app.database.db
      .selectFrom('thread_message')
      .select('place_in_thread')
      .orderBy('place_in_thread')
      .execute()
    expect(places.map((row) => row.place_in_thread)).toEqual(places.map((_, at) => at))
  })
})
