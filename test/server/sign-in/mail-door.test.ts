import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { giveAccount, signInAs, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { type Mailbox, openMailbox, tokenIn } from '../../support/mailbox.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

const KARI = 'kari@ternvag.no'
const MINUTE_MS = 60 * 1000

let mailbox: Mailbox
let app: TestApp
let school: TestSchool

beforeEach(async () => {
  mailbox = await openMailbox()
  app = await buildTestApp({
    config: { mail: { url: mailbox.url, from: 'Samplan <samplan@ternvag.no>' } },
  })
  school = await addTestSchool(app, 'Ternvåg')
  await giveAccount(app, school.people.teacher, { email: KARI, password: null })
})

afterEach(async () => {
  await app.close()
  await mailbox.close()
})

const ask = (email: string, traits: { to?: string; from?: string } = {}) =>
  app.send({
    method: 'POST',
    url: '/api/sign-in/mail',
    body: { email, to: traits.to ?? '/' },
    from: traits.from,
  })
const redeem = (token: string, cookie?: string) =>
  app.send({
    method: 'POST',
    url: '/api/sign-in/link',
    body: { token, publicComputer: false },
    cookie,
  })
const links = () => app.database.db.selectFrom('one_time_link').selectAll().execute()

describe('a link by mail', () => {
  it('comes as a letter in the reader’s language, with its secret where no server sees it', async () => {
    await ask('Kari@Ternvag.no')

    const letter = await mailbox.next()

    expect(letter.subject).toBe('Lenke for å logge inn i Samplan')
    expect(letter.from?.text).toBe('"Samplan" <samplan@ternvag.no>')
    expect([letter.to].flat().map((to) => to?.text)).toEqual([KARI])
    expect(letter.text).toMatch(new RegExp(`${TEST_ORIGIN}/sign-in#[A-Za-z0-9_-]{43}\n`))
    expect(letter.html).toContain(`<a href="${TEST_ORIGIN}/sign-in#${tokenIn(letter)}"`)
    expect(letter.html).not.toMatch(/<(?:img|script|link)\b/)
    expect(JSON.stringify(await links())).not.toContain(tokenIn(letter))
    expect(app.logged()).not.toContain(tokenIn(letter))
  })

  it('signs in and leads where one wanted to go', async () => {
    await ask(KARI, { to: '/plans/abc' })

    const reply = await redeem(tokenIn(await mailbox.next()))

    expect(reply.json()).toEqual({ to: '/plans/abc' })
    const me = await whoIs(app, cookieOf(reply))
    expect(me.user?.userId).toBe(school.people.teacher.userId)
  })

  it('[lock-out] lets in from where ten wrong passwords have shut the other door', async () => {
    await giveAccount(app, school.people.teacher, { email: KARI })
    const wrong = () => signInAs(app, { email: KARI, password: 'wrong' })
    for (let tries = 0; tries < 10; tries += 1) await wrong()
    expect((await wrong()).statusCode).toBe(429)

    await ask(KARI)

    expect((await redeem(tokenIn(await mailbox.next()))).statusCode).toBe(200)
  })

  it('[replay] works once, also of twenty at once', async () => {
    await ask(KARI)
    const token = tokenIn(await mailbox.next())

    const replies = await Promise.all(Array.from({ length: 20 }, () => redeem(token)))

    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 410)).toHaveLength(19)
    expect(await links()).toEqual([])
  })

  it('works for a quarter of an hour', async () => {
    await ask(KARI)
    const token = tokenIn(await mailbox.next())
    app.clock.nowMs += 15 * MINUTE_MS

    expect((await redeem(token)).json()).toMatchObject({ code: 'link-not-valid' })
  })

  it('is not spent by mail programs that fetch what they find', async () => {
    await ask(KARI)
    const token = tokenIn(await mailbox.next())

    await app.send({ url: '/sign-in', headers: { accept: 'text/html' } })
    await app.send({ url: `/sign-in/${token}`, headers: { accept: 'text/html' } })

    expect((await redeem(token)).statusCode).toBe(200)
  })

  it('leaves earlier ones good, or whoever asks for one could shut out whom it is for', async () => {
    await ask(KARI)
    const first = tokenIn(await mailbox.next())
    for (let tries = 0; tries < 20; tries += 1) await ask(KARI, { from: '198.51.100.9' })

    expect((await redeem(first)).statusCode).toBe(200)
  })

  it('is not sent more than five times to a mailbox within a quarter of an hour', async () => {
    for (let tries = 0; tries < 9; tries += 1) {
      expect((await ask(KARI)).statusCode).toBe(204)
    }
    for (let came = 0; came < 5; came += 1) await mailbox.next()
    await app.app.close()

    expect(mailbox.letters).toHaveLength(5)
  })

  it('[session fixation] ends the session that the browser came with', async () => {
    await ask(KARI)
    const planted = school.people.guest.cookie

    const reply = await redeem(tokenIn(await mailbox.next()), planted)

    expect(cookieOf(reply)).not.toBe(planted)
    expect((await whoIs(app, planted)).user).toBeNull()
  })
})

describe('asking for a link', () => {
  it('[enumeration] answers the same for an unknown address and one that nobody confirmed', async () => {
    await giveAccount(app, school.people.leadership, { email: 'per@ternvag.no', password: null })
    await app.database.db
      .updateTable('account')
      .set({ email_confirmed_at_ms: null })
      .where('email', '=', 'per@ternvag.no')
      .execute()

    const replies = [await ask(KARI), await ask('nobody@ternvag.no'), await ask('per@ternvag.no')]

    const seen = replies.map(({ statusCode, body, headers }) => ({
      statusCode,
      body,
      names: Object.keys(headers).sort(),
    }))
    expect(seen[0]).toMatchObject({ statusCode: 204, body: '' })
    expect(seen).toEqual([seen[0], seen[0], seen[0]])
    await app.app.close()
    expect(mailbox.letters.map(({ to }) => [to].flat()[0]?.text)).toEqual([KARI])
  })

  it('is told to wait after many from one place, whoever they are for', async () => {
    let last = 204
    for (let tries = 0; tries < 200 && last === 204; tries += 1) {
      last = (await ask(`person${tries}@ternvag.no`, { from: '198.51.100.9' })).statusCode
    }

    expect(last).toBe(429)
    expect((await ask(KARI, { from: '198.51.100.10' })).statusCode).toBe(204)
  })

  it.each([
    'kari',
    'kari@',
    'kari@ternvag',
    '@ternvag.no',
    'a@b c',
    'kari@ternvag.no\r\nBcc: all@example.org',
    'a@b,c@d',
  ])('refuses what is no address: %j', async (email) => {
    expect((await ask(email)).json()).toMatchObject({ code: 'bad-request' })
  })

  it('answers as always when the mail server takes nothing, and says so in the log', async () => {
    mailbox.refuse()

    expect((await ask(KARI)).statusCode).toBe(204)
    await app.app.close()

    expect(app.logged()).toContain('a letter could not be sent')
    expect(app.logged()).not.toContain('kari@')
  })
})

describe('without mail', () => {
  it('the page is told so, and nothing can be asked for', async () => {
    const quiet = await buildTestApp()

    const ways = await quiet.send({ url: '/api/sign-in/ways' })
    const reply = await quiet.send({
      method: 'POST',
      url: '/api/sign-in/mail',
      body: { email: KARI, to: '/' },
    })

    expect(ways.json()).toEqual({ mail: false, provider: null })
    expect(reply.statusCode).toBe(404)
    await quiet.close()
  })
})
