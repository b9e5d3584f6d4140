/** The first password of an account that was signed in to by links alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MyWays } from '../../../shared/api/sign-in.ts'
import { giveAccount, PASSWORD, signInAs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { type Mailbox, openMailbox, tokenIn } from '../../support/mailbox.ts'
import { addTestSchool, type TestPerson } from '../../support/test-people.ts'

let mailbox: Mailbox
let app: TestApp
let teacher: TestPerson

beforeEach(async () => {
  mailbox = await openMailbox()
  app = await buildTestApp({
    config: { mail: { url: mailbox.url, from: 'samplan@ternvag.no' } },
  })
  teacher = (await addTestSchool(app, 'Ternvåg')).people.teacher
})
afterEach(async () => {
  await app.close()
  await mailbox.close()
})

const setPassword = (password: string, current: string | null, cookie = teacher.cookie) =>
  app.send({ method: 'PUT', url: '/api/me/password', body: { password, current }, cookie })
const waysOf = async (cookie = teacher.cookie) =>
  (await app.send({ url: '/api/me/ways', cookie })).json<MyWays>()

describe('a first password', () => {
  beforeEach(() => giveAccount(app, teacher, { email: 'kari@ternvag.no', password: null }))

  it('is made by who has come in by a link, without one from before, and I am told by mail', async () => {
    expect(await waysOf()).toMatchObject({ hasPassword: false, needsProof: true })
    await app.send({
      method: 'POST',
      url: '/api/sign-in/mail',
      body: { email: 'kari@ternvag.no', to: '/account' },
    })
    const opened = await app.send({
      method: 'POST',
      url: '/api/sign-in/link',
      body: { token: tokenIn(await mailbox.next()), publicComputer: false },
    })

    expect((await setPassword(PASSWORD, null, cookieOf(opened) ?? '')).statusCode).toBe(204)

    expect((await mailbox.next()).subject).toBe('Du kan nå logge inn i Samplan med passord')
    expect((await signInAs(app, { email: 'kari@ternvag.no' })).statusCode).toBe(200)
  })

  it('asks for no password that there is not: whatever is typed as one, a link is needed', async () => {
    for (const current of [null, 'anything']) {
      const reply = await setPassword(PASSWORD, current)
      expect(reply.json()).toMatchObject({ code: 'proof-required' })
    }
    expect((await waysOf()).hasPassword).toBe(false)
  })
})
