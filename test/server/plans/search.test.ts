/** Searching the plans of a school, as people do: by the API, in the example school's plan. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchHits } from '../../../shared/api/search.ts'
import { MOST_HITS } from '../../../shared/api/search.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool

beforeAll(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  await addTestPlan(app, school, 'Øvelsesplan for musikklinja')
  await addTestPlan(app, school, 'Plan for mellomtrinnet')
})

afterAll(() => app.close())

const ask = (q: string, cookie: string | null, { schoolId } = school) =>
  app.send({ url: `/api/schools/${schoolId}/search?q=${encodeURIComponent(q)}`, cookie })
const search = async (q: string) =>
  (await ask(q, school.people.leadership.cookie)).json<SearchHits>()

describe('a search in the plans of a school', () => {
  it('finds words without case and accents, and says where they stand', async () => {
    const { hits, isCut } = await search('OVELSES')

    expect(isCut).toBe(false)
    expect(hits).toMatchObject([
      { planTitle: 'Øvelsesplan for musikklinja', textId: 'title', place: '', words: 'Øvelses' },
    ])
  })

  it('leads to the place in the plan, with labels in the language of who asks', async () => {
    const example = await openExample()
    const words = await example.search('elevrådet')

    const [inField] = words.hits.filter(({ actionId, textId }) => !actionId && textId !== 'title')
    const [inAction] = words.hits.filter(({ actionId }) => actionId)
    expect(inField?.place).not.toBe('')
    expect(inAction?.textId).toMatch(new RegExp(`^${inAction?.actionId}\\.`))
    expect(inAction?.place).not.toBe('')
    for (const hit of words.hits) {
      expect(hit.words.toLowerCase()).toBe('elevrådet')
      expect(hit.excerpt.toLowerCase()).toContain('elevrådet')
    }
    expect((await example.search('elev')).hits.length).toBeLessThanOrEqual(MOST_HITS)
  })

  it('refuses fewer than two letters', async () => {
    for (const q of ['', 'o', '  ', ' a ']) {
      expect((await ask(q, school.people.teacher.cookie)).statusCode).toBe(400)
    }
  })

  it('finds nothing in a plan that one may not read', async () => {
    const { planId } = (await search('mellomtrinnet')).hits[0] ?? {}
    const { memberId } = school.people.guest
    const narrowed = await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${memberId}`,
      cookie: school.people.coordinator.cookie,
      body: { right: 'none' },
    })

    expect(narrowed.statusCode).toBe(204)
    const hits = (await ask('mellomtrinnet', school.people.guest.cookie)).json<SearchHits>()
    expect(hits.hits).toEqual([])
    expect((await search('mellomtrinnet')).hits).toHaveLength(1)
  })

  it('is of one school', async () => {
    const other = await addTestSchool(app, 'Grønnvika')

    expect((await ask('plan', other.people.coordinator.cookie)).statusCode).toBe(403)
    const theirs = (await ask('plan', other.people.coordinator.cookie, other)).json<SearchHits>()
    expect(theirs.hits).toEqual([])
  })
})

/** The example school, whose plan is full of words. */
async function openExample() {
  const made = await app.send({ method: 'POST', url: '/api/demo' })
  const { schoolId, people } = made.json<{
    schoolId: string
    people: { role: string; signInUrl: string }[]
  }>()
  const { pathname } = new URL(people.find(({ role }) => role === 'teacher')?.signInUrl ?? '')
  const signedIn = await app.send({ url: pathname })
  const { name, value } = signedIn.cookies[0] ?? { name: '', value: '' }
  return {
    search: async (q: string) =>
      (
        await ask(q, `${name}=${value}`, { ...school, schoolId: schoolId as never })
      ).json<SearchHits>(),
  }
}
