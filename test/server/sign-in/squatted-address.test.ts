/** Without mail nobody can show that an address is theirs; who has only said so keeps nobody out. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type {
  NewPersonalInvitationDone,
  PersonalLook,
} from '../../../shared/api/personal-invitations.ts'
import type { MyWays } from '../../../shared/api/sign-in.ts'
import { PASSWORD, signInAs, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestPerson, type TestSchool } from '../../support/test-people.ts'

const EMAIL = 'ola@ternvag.no'

let app: TestApp
let school: TestSchool
/** Of another school on the same server. */
let squatter: TestPerson

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  squatter = (await addTestSchool(app, 'Grønnvika')).people.teacher
})

afterEach(() => app.close())

const put = (path: string, cookie: string, body: object) =>
  app.send({ method: 'PUT', url: path, cookie, body })
/** Says that the address is theirs, and makes a password; the cookie after that. */
async function claim({ cookie }: TestPerson): Promise<string> {
  await put('/api/me/email', cookie, { email: EMAIL, password: null })
  const body = { password: PASSWORD, current: null }
  return cookieOf(await put('/api/me/password', cookie, body)) ?? ''
}

/** The token of an invitation that the coordinator hands over. */
async function invite(by = school): Promise<string> {
  const reply = await app.send({
    method: 'POST',
    url: `/api/schools/${by.schoolId}/personal-invitations`,
    cookie: by.people.coordinator.cookie,
    body: { email: EMAIL, name: 'Ola Berg', role: 'teacher', language: 'nb' },
  })
  return reply.json<NewPersonalInvitationDone>().url?.split('#')[1] ?? ''
}
const look = async (token: string) => {
  const url = '/api/personal-invitations/look'
  return (await app.send({ method: 'POST', url, body: { token } })).json<PersonalLook>().opener
}
const accept = (token: string, traits: object = {}) =>
  app.send({
    method: 'POST',
    url: '/api/personal-invitations/accept',
    body: { token, name: 'Ola Berg', language: 'nb', publicComputer: false, ...traits },
  })
const emailOf = async (cookie: string | null) =>
  (await app.send({ url: '/api/me/ways', cookie })).json<MyWays>().email

it('an address that somebody else only said is theirs is mine by the coordinator’s invitation', async () => {
  const theirs = await claim(squatter)
  const token = await invite()
  expect(await look(token)).toBe('contested')

  const cookie = cookieOf(await accept(token, { isNotMine: true }))

  expect((await whoIs(app, cookie)).schools).toMatchObject([{ schoolId: school.schoolId }])
  expect([await emailOf(cookie), await emailOf(theirs)]).toEqual([EMAIL, null])
  expect((await signInAs(app, { email: EMAIL })).statusCode).toBe(401)
  expect((await whoIs(app, theirs)).user?.userId).toBe(squatter.userId)
})

it('it is not taken by whoever does not say so: the account may be their own', async () => {
  const theirs = await claim(squatter)
  const token = await invite()

  expect((await accept(token)).json()).toMatchObject({ code: 'sign-in-required' })

  expect(await emailOf(theirs)).toBe(EMAIL)
  const signedIn = cookieOf(await signInAs(app, { email: EMAIL })) ?? ''
  const own = await app.send({
    method: 'POST',
    url: '/api/personal-invitations/accept',
    cookie: signedIn,
    body: { token, name: 'Ola', language: 'nb', publicComputer: false },
  })
  expect(own.statusCode).toBe(200)
  expect((await whoIs(app, signedIn)).schools).toHaveLength(2)
})

it('one that a coordinator has vouched for is taken by no other invitation', async () => {
  const cookie = cookieOf(await accept(await invite())) ?? ''
  const other = await addTestSchool(app, 'Lyngnes')
  const token = await invite(other)

  expect(await look(token)).toBe('sign-in')
  expect((await accept(token, { isNotMine: true })).json()).toMatchObject({
    code: 'sign-in-required',
  })
  // Nor after it was typed in once more.
  await put('/api/me/email', cookie, { email: EMAIL, password: null })
  expect(await look(token)).toBe('sign-in')
  expect(await emailOf(cookie)).toBe(EMAIL)
})

it('one that is given up and taken again is only said to be theirs', async () => {
  const cookie = cookieOf(await accept(await invite())) ?? ''
  await put('/api/me/email', cookie, { email: 'annen@ternvag.no', password: null })
  await put('/api/me/email', cookie, { email: EMAIL, password: null })

  expect(await look(await invite())).toBe('contested')
})
