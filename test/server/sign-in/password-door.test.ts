import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { giveAccount, PASSWORD, signInAs, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

const KARI = 'kari@ternvag.no'
const SCHOOL_ADDRESS = '192.0.2.10'

let app: TestApp
let school: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  await giveAccount(app, school.people.teacher, { email: KARI })
})

afterEach(() => app.close())

/** Statuses of so many tries with a wrong password. */
async function fail(
  times: number,
  traits: Partial<Parameters<typeof signInAs>[1]> = {},
): Promise<number[]> {
  const statuses: number[] = []
  for (let index = 0; index < times; index += 1) {
    const reply = await signInAs(app, { email: KARI, password: `wrong ${index}`, ...traits })
    statuses.push(reply.statusCode)
  }
  return statuses
}

describe('the door of e-mail and password', () => {
  it('signs in whoever knows both, however the address is written', async () => {
    const reply = await signInAs(app, { email: '  Kari@Ternvag.NO ', to: '/plans/x' })

    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ to: '/plans/x' })
    const me = await whoIs(app, cookieOf(reply))
    expect(me.user?.userId).toBe(school.people.teacher.userId)
  })

  it('on a computer that others use is for this day only, and the browser forgets it', async () => {
    const reply = await signInAs(app, { email: KARI, publicComputer: true })

    expect(reply.cookies.find(({ name }) => name === 'session')?.maxAge).toBeUndefined()
    const cookie = cookieOf(reply)
    expect((await whoIs(app, cookie)).user?.userId).toBe(school.people.teacher.userId)
    app.clock.nowMs += 24 * 60 * 60 * 1000
    expect((await whoIs(app, cookie)).user).toBeNull()
  })

  it('takes a password however a keyboard composes its letters', async () => {
    const reply = await signInAs(app, { email: KARI, password: PASSWORD.normalize('NFD') })

    expect(reply.statusCode).toBe(200)
  })

  it('[enumeration] answers the same for a wrong password, an unknown address and an account without a password', async () => {
    await giveAccount(app, school.people.leadership, { email: 'per@ternvag.no', password: null })

    const replies = [
      await signInAs(app, { email: KARI, password: 'something else' }),
      await signInAs(app, { email: 'nobody@ternvag.no', password: 'something else' }),
      await signInAs(app, { email: 'per@ternvag.no', password: 'something else' }),
      await signInAs(app, { email: 'not an address', password: 'something else' }),
    ]

    const seen = replies.map(({ statusCode, body, headers }) => ({
      statusCode,
      body,
      names: Object.keys(headers).sort(),
    }))
    expect(seen[0]).toMatchObject({
      statusCode: 401,
      body: expect.stringContaining('sign-in-failed'),
    })
    expect(seen).toEqual(Array.from({ length: 4 }, () => seen[0]))
  })

  it('[enumeration] tells an unknown account to wait as it tells a known one', async () => {
    const known = await fail(12)
    const unknown = await fail(12, { email: 'nobody@ternvag.no', from: '192.0.2.99' })

    expect(known).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
    expect(unknown).toEqual(known)
  })

  it('[lock-out] of one person never locks out the school behind the same address', async () => {
    await giveAccount(app, school.people.leadership, { email: 'per@ternvag.no' })
    await fail(400, { from: SCHOOL_ADDRESS })

    expect((await signInAs(app, { email: KARI, from: SCHOOL_ADDRESS })).statusCode).toBe(429)
    const colleague = await signInAs(app, { email: 'per@ternvag.no', from: SCHOOL_ADDRESS })
    expect(colleague.statusCode).toBe(200)
  })

  it('[lock-out] by guessers elsewhere does not reach where the owner signs in, nor their session', async () => {
    const first = await signInAs(app, { email: KARI, from: SCHOOL_ADDRESS })
    for (let host = 1; host <= 6; host += 1) await fail(10, { from: `198.51.100.${host}` })

    expect((await signInAs(app, { email: KARI, from: '198.51.100.77' })).statusCode).toBe(429)
    expect((await signInAs(app, { email: KARI, from: SCHOOL_ADDRESS })).statusCode).toBe(200)
    expect((await whoIs(app, cookieOf(first))).user?.userId).toBe(school.people.teacher.userId)
  }, 60_000)

  it('opens again after a quarter of an hour', async () => {
    await fail(11)
    app.clock.nowMs += 15 * 60 * 1000

    expect((await signInAs(app, { email: KARI })).statusCode).toBe(200)
  })

  it('counts tries that come all at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        signInAs(app, { email: KARI, password: `wrong ${index}` }),
      ),
    )

    expect(replies.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10)
  })

  it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip'])(
    '[header bypass] counts no other address because a header %s names one',
    async (header) => {
      const statuses: number[] = []
      for (let index = 0; index < 11; index += 1) {
        const headers = {
          [header]: header === 'forwarded' ? `for=203.0.113.${index}` : `203.0.113.${index}`,
        }
        statuses.push(...(await fail(1, { headers })))
      }

      expect(statuses.at(-1)).toBe(429)
    },
  )

  it('[session fixation] gives a fresh secret, whatever cookie the browser came with', async () => {
    const planted = school.people.guest.cookie

    const reply = await signInAs(app, { email: KARI, cookie: planted })

    const fresh = cookieOf(reply)
    expect(fresh).not.toBe(planted)
    expect((await whoIs(app, fresh)).user?.userId).toBe(school.people.teacher.userId)
    expect((await whoIs(app, planted)).user).toBeNull()
    const made = await signInAs(app, { email: KARI, cookie: 'session=chosen-by-somebody-else' })
    expect(cookieOf(made)).not.toContain('chosen')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/api/me',
    '/sign-in',
  ])('[open redirect] never leads away: %j', async (to) => {
    expect((await signInAs(app, { email: KARI, to })).json()).toEqual({ to: '/' })
  })

  it('[cross-site] takes nothing from another page', async () => {
    const reply = await signInAs(app, { email: KARI, headers: { origin: 'https://evil.example' } })

    expect(reply.json()).toMatchObject({ code: 'wrong-origin' })
    expect(cookieOf(reply)).toBeNull()
  })

  it('keeps the password anew when its parameters are of yesterday', async () => {
    const { db } = app.database
    const weak = '$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$'
    const { argon2Sync } = await import('node:crypto')
    const hash = argon2Sync('argon2id', {
      message: PASSWORD,
      nonce: Buffer.from('saltsaltsaltsalt'),
      parallelism: 1,
      tagLength: 32,
      memory: 8192,
      passes: 1,
    })
    const kept = weak + hash.toString('base64').replaceAll('=', '')
    await db.updateTable('account').set({ password_hash: kept }).execute()

    expect((await signInAs(app, { email: KARI })).statusCode).toBe(200)

    const row = await db.selectFrom('account').select('password_hash').executeTakeFirstOrThrow()
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await signInAs(app, { email: KARI })).statusCode).toBe(200)
  })

  it('never writes an address or a password into the log', async () => {
    await fail(1)
    await signInAs(app, { email: KARI })

    expect(app.logged()).not.toContain('kari@')
    expect(app.logged()).not.toContain('wrong 0')
    expect(app.logged()).not.toContain('sykler')
  })
})

describe('behind a proxy that is named', () => {
  it('counts the address that the proxy saw, not one that the browser made up', async () => {
    await app.close()
    app = await buildTestApp({ config: { trustProxy: '127.0.0.1' } })
    const statuses: number[] = []
    for (let index = 0; index < 11; index += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${index}, 192.0.2.55` }
      statuses.push(...(await fail(1, { headers })))
    }

    expect(statuses.at(-1)).toBe(429)
  })
})
