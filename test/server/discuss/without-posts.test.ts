/** Who hears of suggestions in a school that gave out no posts, by requests, on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { createSpeaker, noticesIn } from '../../support/discussing.ts'
import { ENGINES, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { ON_FIELD } from '../../support/suggested-plan.ts'
import {
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'

describe.each(ENGINES)('suggestions where nobody has a post, on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let planId: string

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    school = await addTestSchool(app, 'Ternvåg')
    planId = await addTestPlan(app, school)
  }, STARTING_POSTGRES_MS)
  afterEach(() => app.close())

  const suggest = async (by: TestPerson, words: string) =>
    (
      await createSpeaker(app, planId, by.cookie).begin({
        place: ON_FIELD,
        body: null,
        suggestion: { kind: 'words', words },
      })
    ).threadId
  const settle = async (by: TestPerson, path: string, body?: object) => {
    const reply = await createSpeaker(app, planId, by.cookie).ask('POST', path, body)
    expect(reply.statusCode).toBe(200)
  }
  const toldTo = async ({ memberId }: TestPerson) =>
    (await noticesIn(app, planId))
      .flatMap(([member, kind]) => (member === memberId ? [kind] : []))
      .sort()

  it('are heard of by the coordinator, and their fate by who made them', async () => {
    const { coordinator, leadership, teacher, guest } = school.people
    const kept = await suggest(leadership, 'Vi møtes hver dag.')
    const declined = await suggest(leadership, 'Vi møtes aldri.')
    await settle(teacher, `/${kept}/accept`)
    await settle(teacher, `/${kept}/take-back`)
    await settle(teacher, `/${declined}/refuse`, { reason: 'Jo, ofte.' })

    expect(await toldTo(coordinator)).toEqual(['suggestion', 'suggestion'])
    expect(await toldTo(leadership)).toEqual(['accepted', 'refused', 'taken-back'])
    for (const nobody of [teacher, guest]) expect(await toldTo(nobody)).toEqual([])
  })

  it('of the coordinator are heard of by those who could accept them', async () => {
    const { coordinator, leadership, teacher } = school.people
    const threadId = await suggest(coordinator, 'Vi møtes hver dag.')
    await settle(teacher, `/${threadId}/accept`)

    expect(await toldTo(teacher)).toEqual(['suggestion'])
    expect(await toldTo(leadership)).toEqual([])
    expect(await toldTo(coordinator)).toEqual(['accepted'])
  })
})
