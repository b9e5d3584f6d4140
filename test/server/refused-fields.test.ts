/** A refusal names the field that it is about: the form marks it, and the caret goes there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { giveAccount, PASSWORD } from '../support/accounts.ts'
import { buildTestApp, type TestApp } from '../support/build-app.ts'
import { createPupils, type Pupils } from '../support/pupils.ts'
import {
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../support/test-people.ts'

/** One letter that nobody sees, and one that counts as a letter and is drawn as nothing. */
const UNSEEN = '\u200b\u3164'

let app: TestApp
let school: TestSchool
let teacher: TestPerson
let coordinator: TestPerson
let planId: string
let pupils: Pupils

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  ;({ teacher, coordinator } = school.people)
  planId = await addTestPlan(app, school)
  pupils = createPupils(app, school, planId)
})
afterEach(() => app.close())

const refusal = async (
  method: 'POST' | 'PUT',
  url: string,
  body: object,
  who: TestPerson | null = coordinator,
) => {
  const reply = await app.send({ method, url, body, cookie: who?.cookie })
  const { code, field } = reply.json<{ code: string; field?: string }>()
  return [code, field]
}
const plans = () => `/api/schools/${school.schoolId}/plans`
const newPlan = { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null }

describe('a name that nobody can see is refused by its field', () => {
  it('at every door and on every page', async () => {
    const name = UNSEEN
    const setUp = { token: 'x', schoolName: 'Skole', name: 'Elle', language: 'nb' }
    const door = await pupils.open()
    const invited = { email: 'ola@ternvag.no', name, role: 'teacher', language: 'nb' }
    const invite = `/api/schools/${school.schoolId}/personal-invitations`
    const about = ['bad-request', 'name']

    expect(await refusal('POST', '/api/set-up', { ...setUp, name }, null)).toEqual(about)
    const schoolless = { ...setUp, schoolName: name }
    expect(await refusal('POST', '/api/set-up', schoolless, null)).toEqual([
      'bad-request',
      'schoolName',
    ])
    expect((await pupils.tryToComeIn(door.code, { name })).json()).toMatchObject({ field: 'name' })
    expect(await refusal('POST', invite, invited)).toEqual(about)
    expect(await refusal('PUT', '/api/me/name', { name })).toEqual(about)
    const renaming = `/api/members/${teacher.memberId}/name`
    expect(await refusal('PUT', renaming, { name })).toEqual(about)
    expect(await refusal('POST', `/api/plans/${planId}/versions`, { name })).toEqual(about)
    expect(await refusal('POST', plans(), { ...newPlan, title: name })).toEqual([
      'bad-request',
      'title',
    ])
  })
})

describe('what a contract does not take is refused by its field', () => {
  it('when it is too long, missing or of another kind', async () => {
    const long = { ...newPlan, title: 'x'.repeat(201) }
    expect(await refusal('POST', plans(), long)).toEqual(['bad-request', 'title'])
    expect(await refusal('POST', plans(), { ...newPlan, language: 'xx' })).toEqual([
      'bad-request',
      'language',
    ])
  })

  it('and not when it is the address that is wrong, or the body as a whole', async () => {
    const renaming = '/api/members/nobody/name'
    expect(await refusal('PUT', renaming, { name: 'Kari' })).toEqual(['bad-request', undefined])
    expect(await refusal('POST', plans(), [])).toEqual(['bad-request', undefined])
  })
})

describe('what is known by its field is refused by it', () => {
  it('an address whose host has no dot', async () => {
    const email = 'ola@skole'
    const invite = `/api/schools/${school.schoolId}/personal-invitations`
    const invited = { email, name: 'Ola', role: 'teacher', language: 'nb' }
    const about = ['bad-request', 'email']

    expect(await refusal('POST', invite, invited)).toEqual(about)
    expect(await refusal('PUT', '/api/me/email', { email, password: null }, teacher)).toEqual(about)
  })

  it('an address that is none, or another’s', async () => {
    await giveAccount(app, coordinator, { email: 'ingrid@ternvag.no' })
    const email = 'ingrid@ternvag.no'
    const invite = `/api/schools/${school.schoolId}/personal-invitations`
    const invited = { email: 'nobody', name: 'Ola', role: 'teacher', language: 'nb' }

    expect(await refusal('PUT', '/api/me/email', { email: 'x', password: null }, teacher)).toEqual([
      'bad-request',
      'email',
    ])
    expect(await refusal('PUT', '/api/me/email', { email, password: null }, teacher)).toEqual([
      'email-taken',
      'email',
    ])
    expect(await refusal('POST', invite, invited)).toEqual(['bad-request', 'email'])
    expect(await refusal('POST', invite, { ...invited, email })).toEqual([
      'already-member',
      'email',
    ])
  })

  it('a password that is wrong, or too easy', async () => {
    await giveAccount(app, teacher, { email: 'kari@ternvag.no' })
    const change = (current: string, password: string) =>
      refusal('PUT', '/api/me/password', { current, password }, teacher)

    expect(await change('not this', 'fire blå båter')).toEqual(['sign-in-failed', 'current'])
    expect(await change(PASSWORD, 'kort')).toEqual(['password-too-weak', 'password'])
    const email = { email: 'kari@ny.no', password: 'not this' }
    expect(await refusal('PUT', '/api/me/email', email, teacher)).toEqual([
      'sign-in-failed',
      'password',
    ])
  })

  it('a name to confirm, a pupil’s name and code', async () => {
    const door = await pupils.open()
    await pupils.comeIn(door.code, { name: 'Tern 4' })
    const body = { name: 'Somebody' }

    expect(await refusal('POST', '/api/me/erase', body, teacher)).toEqual(['not-confirmed', 'name'])
    const taken = await pupils.tryToComeIn(door.code, { name: 'tern 4' })
    expect(taken.json()).toMatchObject({ code: 'name-taken', field: 'name' })
    const wrong = await pupils.tryToComeIn('BBBBBB')
    expect(wrong.json()).toMatchObject({ code: 'link-not-valid', field: 'code' })
    const back = { returnCode: 'BDFG HJKL MNPR STVW' }
    expect(await refusal('POST', '/api/pupils/return', back, null)).toEqual([
      'link-not-valid',
      'returnCode',
    ])
  })

  it('[enumeration] but never which of address and password was wrong at the door', async () => {
    await giveAccount(app, teacher, { email: 'kari@ternvag.no' })
    const typed = { to: '/', publicComputer: false, password: 'not this' }
    const known = { ...typed, email: 'kari@ternvag.no' }
    const unknown = { ...typed, email: 'nobody@ternvag.no' }

    for (const body of [known, unknown]) {
      expect(await refusal('POST', '/api/sign-in/password', body, null)).toEqual([
        'sign-in-failed',
        undefined,
      ])
    }
  })
})
