import { expect, it } from 'vitest'
import { buildTestApp } from '../../support/build-app.ts'
import { createSpeaker } from '../../support/discussing.ts'
import { addTestPlan, addTestSchool } from '../../support/test-people.ts'

const WHAT = 'threads are spoken in as often as people type, by each for themselves, and no more'

it(WHAT, { timeout: 30_000 }, async () => {
  const app = await buildTestApp()
  const school = await addTestSchool(app, 'Ternvåg')
  const planId = await addTestPlan(app, school)
  const kari = createSpeaker(app, planId, school.people.coordinator.cookie)
  const ola = createSpeaker(app, planId, school.people.teacher.cookie)
  const speak = async ({ ask }: typeof kari) => (await ask('POST', '', {})).statusCode

  const statuses = new Set<number>()
  for (let time = 0; time < 120; time++) statuses.add(await speak(kari))

  expect([...statuses]).toEqual([400])
  expect(await speak(kari)).toBe(429)
  expect(await speak(ola)).toBe(400)
  // What is said goes on being read.
  expect((await kari.ask('GET', '')).statusCode).toBe(200)
  await app.close()
})
