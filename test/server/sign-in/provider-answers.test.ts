import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whoIs } from '../../support/accounts.ts'
import { cookieOf, TEST_ORIGIN } from '../../support/build-app.ts'
import {
  openProviderSchool,
  problemIn,
  type ProviderSchool,
} from '../../support/provider-school.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

let at: ProviderSchool
let school: TestSchool

beforeEach(async () => {
  at = await openProviderSchool()
  school = await addTestSchool(at.app, 'Ternvåg')
})

afterEach(() => at.close())

describe('an answer that does not belong', () => {
  it('[wrong state] is refused', async () => {
    const { url, cookie } = await at.begin()
    const callback = new URL(await at.oidc.signIn(url, 'kari-1'))
    callback.searchParams.set('state', 'x'.repeat(43))

    const reply = await at.comeBack(callback.href, cookie)

    expect(problemIn(reply)).toBe('provider-refused')
    expect(cookieOf(reply)).toBeNull()
  })

  it('[replay] counts once', async () => {
    const { url, cookie } = await at.begin()
    const callback = await at.oidc.signIn(url, 'kari-1')

    expect(cookieOf(await at.comeBack(callback, cookie))).not.toBeNull()
    const again = await at.comeBack(callback, cookie)

    expect(problemIn(again)).toBe('provider-too-late')
    expect(cookieOf(again)).toBeNull()
  })

  it('[wrong nonce, wrong verifier] of another attempt is refused', async () => {
    const mine = await at.begin()
    const theirs = await at.begin()
    const stolen = new URL(await at.oidc.signIn(theirs.url, 'kari-1'))
    const state = new URL(mine.url).searchParams.get('state') ?? ''
    stolen.searchParams.set('state', state)

    const reply = await at.comeBack(stolen.href, mine.cookie)

    expect(problemIn(reply)).toBe('provider-refused')
    expect(cookieOf(reply)).toBeNull()
  })

  it('[wrong nonce] in the token itself is refused', async () => {
    const { url, cookie } = await at.begin()
    const changed = new URL(url)
    changed.searchParams.set('nonce', 'n'.repeat(43))

    const reply = await at.comeBack(await at.oidc.signIn(changed.href, 'kari-1'), cookie)

    expect(problemIn(reply)).toBe('provider-refused')
    expect(cookieOf(reply)).toBeNull()
  })

  it('in another browser than the one that asked is refused', async () => {
    const { url } = await at.begin()
    const callback = await at.oidc.signIn(url, 'kari-1')

    for (const cookie of ['', 'provider=', `provider=${'x'.repeat(43)}`]) {
      expect(problemIn(await at.comeBack(callback, cookie))).toBe('provider-too-late')
    }
  })

  it('after a quarter of an hour is refused', async () => {
    const { url, cookie } = await at.begin()
    const callback = await at.oidc.signIn(url, 'kari-1')
    at.app.clock.nowMs += 15 * 60 * 1000

    expect(problemIn(await at.comeBack(callback, cookie))).toBe('provider-too-late')
  })

  it('that says no says so on the sign-in page, in words of ours only', async () => {
    const { url, cookie } = await at.begin('/plans/abc')
    const state = new URL(url).searchParams.get('state') ?? ''
    const query = new URLSearchParams({
      error: 'access_denied',
      error_description: 'https://evil.example',
      state,
      iss: at.oidc.issuer,
    })

    const reply = await at.comeBack(
      `${TEST_ORIGIN}/sign-in/oidc/callback?${query.toString()}`,
      cookie,
    )

    expect(reply.headers.location).toBe('/sign-in?problem=provider-refused&to=%2Fplans%2Fabc')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    '[open redirect] never leads away: %s',
    async (to) => {
      expect((await at.signIn('kari-1', to)).headers.location).toBe('/')
    },
  )

  it('[session fixation] ends the session that the browser came with', async () => {
    const planted = school.people.guest.cookie
    const { url, cookie } = await at.begin()

    const reply = await at.comeBack(await at.oidc.signIn(url, 'kari-1'), `${cookie}; ${planted}`)

    expect(cookieOf(reply)).not.toBe(planted)
    expect((await whoIs(at.app, planted)).user).toBeNull()
  })
})

describe('a provider that does not answer', () => {
  it('does not keep the school from starting, and works as soon as it is back', async () => {
    await at.oidc.stop()
    const send = () =>
      at.app.send({
        method: 'POST',
        url: '/api/sign-in/provider',
        body: { to: '/', publicComputer: false },
      })

    expect((await send()).json()).toMatchObject({ code: 'provider-unavailable' })
    expect((await at.app.send({ url: '/readyz' })).statusCode).toBe(200)
    await at.oidc.start()

    expect(cookieOf(await at.signIn('kari-1'))).not.toBeNull()
  })

  it('on the way back is told on the sign-in page', async () => {
    const { url, cookie } = await at.begin()
    const callback = await at.oidc.signIn(url, 'kari-1')
    await at.oidc.stop()

    expect(problemIn(await at.comeBack(callback, cookie))).toBe('provider-unavailable')
  })
})
