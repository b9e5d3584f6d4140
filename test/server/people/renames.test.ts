/** How often names may be changed: by people of their own, by coordinators of others. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestPerson, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
})

afterEach(() => app.close())

const renameMyself = async ({ cookie }: TestPerson, name: string) =>
  (await app.send({ method: 'PUT', url: '/api/me/name', cookie, body: { name } })).statusCode
const rename = async (who: TestPerson, by: TestPerson, name: string) =>
  (
    await app.send({
      method: 'PUT',
      url: `/api/members/${who.memberId}/name`,
      cookie: by.cookie,
      body: { name },
    })
  ).statusCode
const trail = async () =>
  (await app.database.db.selectFrom('audit_entry').selectAll().execute()).length

it('one’s own name is changed ten times in a quarter of an hour, and no other person waits for it', async () => {
  const { teacher, leadership } = school.people
  for (let time = 0; time < 10; time += 1) {
    expect(await renameMyself(teacher, `Amina ${time}`)).toBe(204)
  }
  const told = await trail()

  expect(await renameMyself(teacher, 'Amina 11')).toBe(429)
  expect(await trail()).toBe(told)
  expect(await renameMyself(leadership, 'Marit')).toBe(204)
})

it('a coordinator corrects the names of a hundred pupils and colleagues, and then waits', async () => {
  const { teacher, pupil, coordinator } = school.people
  for (let time = 0; time < 100; time += 1) {
    expect(await rename(time % 2 ? pupil : teacher, coordinator, `Tern ${time}`)).toBe(204)
  }

  expect(await rename(pupil, coordinator, 'Tern 101')).toBe(429)
  expect(await rename(teacher, teacher, 'Amina')).toBe(204)
})

it('who is not signed in is told so, however often', async () => {
  const nobody = { ...school.people.teacher, cookie: '' }
  for (let time = 0; time < 12; time += 1) expect(await renameMyself(nobody, 'Amina')).toBe(401)
})
