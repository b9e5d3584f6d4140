import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MyWays } from '../../../shared/api/sign-in.ts'
import { giveAccount, PASSWORD, signInAs, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { type Mailbox, openMailbox, tokenIn } from '../../support/mailbox.ts'
import { addTestSchool, type TestPerson, type TestSchool } from '../../support/test-people.ts'

const NEW_PASSWORD = 'fire blå båter'

let mailbox: Mailbox
let app: TestApp
let school: TestSchool
let teacher: TestPerson

async function open(withMail: boolean): Promise<void> {
  mailbox = await openMailbox()
  app = await buildTestApp({
    config: withMail ? { mail: { url: mailbox.url, from: 'samplan@ternvag.no' } } : {},
  })
  school = await addTestSchool(app, 'Ternvåg')
  teacher = school.people.teacher
}

beforeEach(() => open(true))

afterEach(async () => {
  await app.close()
  await mailbox.close()
})

const put = (path: string, body: object, cookie = teacher.cookie) =>
  app.send({ method: 'PUT', url: path, body, cookie })
const setEmail = (email: string, password: string | null = null, cookie = teacher.cookie) =>
  put('/api/me/email', { email, password }, cookie)
const setPassword = (password: string, current: string | null = null, cookie = teacher.cookie) =>
  put('/api/me/password', { password, current }, cookie)
const confirm = (token: string, cookie = teacher.cookie) =>
  app.send({ method: 'POST', url: '/api/me/email/confirm', body: { token }, cookie })
const waysOf = async (cookie = teacher.cookie) =>
  (await app.send({ url: '/api/me/ways', cookie })).json<MyWays>()

describe('my e-mail address', () => {
  it('is mine once I opened the link that was sent to it, and then I may set a password', async () => {
    expect((await setEmail(' Kari@Ternvag.no ')).json()).toEqual({ isLinkSent: true })
    expect((await waysOf()).email).toBeNull()

    const letter = await mailbox.next()
    expect((await confirm(tokenIn(letter))).statusCode).toBe(204)

    expect(await waysOf()).toEqual({
      email: 'kari@ternvag.no',
      isEmailConfirmed: true,
      hasPassword: false,
      provider: null,
      mail: true,
      needsProof: false,
    })
    expect((await setPassword(PASSWORD)).statusCode).toBe(204)
    expect((await signInAs(app, { email: 'kari@ternvag.no' })).statusCode).toBe(200)
    const told = await mailbox.next()
    expect(told.subject).toBe('Du kan nå logge inn i Samplan med passord')
    expect(told.text).toContain('Til nå har du logget inn uten.')
  })

  it('[replay] is confirmed once, and only by the one who asked', async () => {
    await setEmail('kari@ternvag.no')
    const token = tokenIn(await mailbox.next())

    const another = await confirm(token, school.people.leadership.cookie)
    expect(another.json()).toMatchObject({ code: 'link-not-valid' })
    expect((await confirm(token)).statusCode).toBe(204)
    expect((await confirm(token)).statusCode).toBe(410)
    expect((await waysOf(school.people.leadership.cookie)).email).toBeNull()
  })

  it('[enumeration] that another has is answered the same; the letter says so to who reads it', async () => {
    await giveAccount(app, school.people.leadership, { email: 'per@ternvag.no' })

    const reply = await setEmail('per@ternvag.no')

    expect(reply.json()).toEqual({ isLinkSent: true })
    const letter = await mailbox.next()
    expect(letter.subject).toBe('Adressen din er allerede i bruk i Samplan')
    expect(letter.text).not.toMatch(/#[A-Za-z0-9_-]{43}/)
  })

  it('goes to one of two who confirm the same at once', async () => {
    const people = [teacher, school.people.leadership]
    const tokens: string[] = []
    for (const { cookie } of people) {
      await setEmail('felles@ternvag.no', null, cookie)
      tokens.push(tokenIn(await mailbox.next()))
    }

    const replies = await Promise.all(
      people.map(({ cookie }, index) => confirm(tokens[index]!, cookie)),
    )

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
  })

  it('is changed only with the present password, or after a fresh link', async () => {
    await giveAccount(app, teacher, { email: 'kari@ternvag.no' })

    expect((await setEmail('thief@example.org')).json()).toMatchObject({ code: 'proof-required' })
    const wrong = await setEmail('thief@example.org', 'guessed it')
    expect(wrong.json()).toMatchObject({ code: 'sign-in-failed' })
    expect((await setEmail('kari@ny.no', PASSWORD)).json()).toEqual({ isLinkSent: true })
    await confirm(tokenIn(await mailbox.next()))

    expect((await waysOf()).email).toBe('kari@ny.no')
    expect((await signInAs(app, { email: 'kari@ternvag.no' })).statusCode).toBe(401)
  })

  it('of the example school’s people there is none', async () => {
    const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<{
      people: { signInUrl: string }[]
    }>()
    const url = new URL(demo.people[0]!.signInUrl).pathname
    const cookie = cookieOf(await app.send({ url })) ?? ''

    expect((await setEmail('kari@ternvag.no', null, cookie)).statusCode).toBe(403)
    expect((await setPassword(PASSWORD, null, cookie)).statusCode).toBe(403)
  })
})

describe('my password', () => {
  beforeEach(() => giveAccount(app, teacher, { email: 'kari@ternvag.no' }))

  it('is changed with the present one; all other browsers are signed out, and I am told by mail', async () => {
    const elsewhere = cookieOf(await signInAs(app, { email: 'kari@ternvag.no' }))

    const reply = await setPassword(NEW_PASSWORD, PASSWORD)

    expect(reply.statusCode).toBe(204)
    expect((await whoIs(app, elsewhere)).user).toBeNull()
    expect((await whoIs(app, teacher.cookie)).user).toBeNull()
    expect((await whoIs(app, cookieOf(reply))).user?.userId).toBe(teacher.userId)
    expect((await mailbox.next()).subject).toBe('Passordet ditt i Samplan er endret')
    expect((await signInAs(app, { email: 'kari@ternvag.no' })).statusCode).toBe(401)
    const again = await signInAs(app, { email: 'kari@ternvag.no', password: NEW_PASSWORD })
    expect(again.statusCode).toBe(200)
  })

  it('leaves a computer that others use one that others use', async () => {
    const typed = { email: 'kari@ternvag.no', publicComputer: true }
    const cookie = cookieOf(await signInAs(app, typed)) ?? ''

    const changed = await setPassword(NEW_PASSWORD, PASSWORD, cookie)

    expect(changed.cookies.find(({ name }) => name === 'session')?.maxAge).toBeUndefined()
    app.clock.nowMs += 24 * 60 * 60 * 1000
    expect((await whoIs(app, cookieOf(changed))).user).toBeNull()
  })

  it('is changed without it in a browser that a fresh link opened, for a quarter of an hour', async () => {
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
    const cookie = cookieOf(opened) ?? ''
    expect((await waysOf(cookie)).needsProof).toBe(false)
    const changed = await setPassword(NEW_PASSWORD, null, cookie)
    expect(changed.statusCode).toBe(204)

    app.clock.nowMs += 15 * 60 * 1000
    const later = await setPassword(PASSWORD, null, cookieOf(changed) ?? '')
    expect(later.json()).toMatchObject({ code: 'proof-required' })
  })

  it('is not guessed by whoever finds an open browser', async () => {
    const codes: string[] = []
    for (let tries = 0; tries < 12; tries += 1) {
      codes.push((await setPassword(NEW_PASSWORD, `guess ${tries}`)).json<{ code: string }>().code)
    }

    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'sign-in-failed'))
    expect(codes.slice(10)).toEqual(['too-many-requests', 'too-many-requests'])
  })

  it('[lock-out] can be changed however many guess at the door', async () => {
    for (let tries = 0; tries < 15; tries += 1) {
      await signInAs(app, { email: 'kari@ternvag.no', password: 'wrong' })
    }

    expect((await setPassword(NEW_PASSWORD, PASSWORD)).statusCode).toBe(204)
  })

  it.each(['kort', 'passord1', 'Kari.Ternvag', 'x'.repeat(201), 'aaaaaaaaaaaa', '12345678'])(
    'is never one like %j',
    async (password) => {
      const reply = await setPassword(password, PASSWORD)

      expect(reply.json()).toMatchObject({ code: 'password-too-weak' })
      expect((await signInAs(app, { email: 'kari@ternvag.no' })).statusCode).toBe(200)
    },
  )

  it('may be long, with spaces and any letters', async () => {
    const password = `${'å'.repeat(60)} 🚲 ${'漢字'.repeat(40)}`

    await setPassword(password, PASSWORD)

    expect((await signInAs(app, { email: 'kari@ternvag.no', password })).statusCode).toBe(200)
  })
})

describe('without mail', () => {
  beforeEach(async () => {
    await app.close()
    await mailbox.close()
    await open(false)
  })

  it('an address is mine at once, never confirmed, and a password makes a door of it', async () => {
    expect((await setEmail('kari@ternvag.no')).json()).toEqual({ isLinkSent: false })
    const changed = await setPassword(PASSWORD)

    expect(changed.statusCode).toBe(204)
    expect(await waysOf(cookieOf(changed) ?? '')).toMatchObject({
      email: 'kari@ternvag.no',
      isEmailConfirmed: false,
      hasPassword: true,
      needsProof: true,
    })
    expect((await signInAs(app, { email: 'kari@ternvag.no' })).statusCode).toBe(200)
  })

  it('one that another has is refused, and nothing changes', async () => {
    await giveAccount(app, school.people.leadership, { email: 'per@ternvag.no' })

    expect((await setEmail('per@ternvag.no')).json()).toMatchObject({ code: 'email-taken' })
    expect((await waysOf()).email).toBeNull()
  })

  it('a password without an address to sign in with is refused', async () => {
    expect((await setPassword(PASSWORD)).json()).toMatchObject({ code: 'bad-request' })
  })
})
