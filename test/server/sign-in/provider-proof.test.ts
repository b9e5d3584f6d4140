/** Whoever comes in by the provider alone shows there that it is they, before they change a door. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MyWays, ProviderPage } from '../../../shared/api/sign-in.ts'
import { giveAccount, whoIs } from '../../support/accounts.ts'
import { cookieOf } from '../../support/build-app.ts'
import {
  attemptIn,
  openProviderSchool,
  problemIn,
  type ProviderSchool,
} from '../../support/provider-school.ts'
import { addTestSchool } from '../../support/test-people.ts'

const MINUTE_MS = 60 * 1000

let at: ProviderSchool
/** Of Kari, who has no door but the provider. */
let cookie: string

beforeEach(async () => {
  at = await openProviderSchool()
  await addTestSchool(at.app, 'Ternvåg')
  cookie = cookieOf(await at.signIn('kari-1')) ?? ''
})

afterEach(async () => {
  vi.useRealTimers()
  await at.close()
})

const setEmail = () =>
  at.app.send({
    method: 'PUT',
    url: '/api/me/email',
    cookie,
    body: { email: 'thief@example.org', password: null },
  })
const waysOf = async () => (await at.app.send({ url: '/api/me/ways', cookie })).json<MyWays>()
const eraseMe = () =>
  at.app.send({
    method: 'POST',
    url: '/api/me/erase',
    cookie,
    body: { name: 'Kari Nordmann' },
  })

type Walk = (url: string, subject: string) => Promise<string>

/** To the provider and back; `change` is what a thief does to the address on the way. */
async function show(subject: string, walk: Walk = at.oidc.signIn, change = (_url: URL) => {}) {
  const reply = await at.app.send({ method: 'POST', url: '/api/me/provider', cookie })
  const url = new URL(reply.json<ProviderPage>().url)
  change(url)
  return at.comeBack(await walk(url.href, subject), `${attemptIn(reply)}; ${cookie}`)
}

describe('an account whose only door is the provider', () => {
  it('gets no other door without a proof, and is not erased without one', async () => {
    expect((await setEmail()).json()).toMatchObject({ code: 'proof-required' })
    expect((await eraseMe()).json()).toMatchObject({ code: 'proof-required' })
    expect(await waysOf()).toMatchObject({ email: null, needsProof: true })
  })

  it('gets one after its owner signed in there once more, for a quarter of an hour', async () => {
    const back = await show('kari-1')

    expect([back.statusCode, back.headers.location]).toEqual([303, '/account'])
    expect((await waysOf()).needsProof).toBe(false)
    expect((await setEmail()).statusCode).toBe(200)
    at.app.clock.nowMs += 15 * MINUTE_MS
    expect((await setEmail()).json()).toMatchObject({ code: 'proof-required' })
  })

  it('is asked for anew, however lately the provider was asked', async () => {
    const reply = await at.app.send({ method: 'POST', url: '/api/me/provider', cookie })
    const { searchParams } = new URL(reply.json<ProviderPage>().url)

    expect(searchParams.get('prompt')).toBe('login')
    expect(Number(searchParams.get('max_age'))).toBeGreaterThan(0)
  })

  it('[stripped] is not shown by an answer to which nobody had to sign in', async () => {
    const reply = await show('kari-1', at.oidc.signIn, ({ searchParams }) => {
      searchParams.delete('prompt')
      searchParams.delete('max_age')
    })

    expect(problemIn(reply)).toBe('provider-not-anew')
    expect((await setEmail()).json()).toMatchObject({ code: 'proof-required' })
  })

  it('[stripped] nor by a sign-in of some minutes ago', async () => {
    const browser = at.oidc.openBrowser()
    expect((await show('kari-1', browser)).headers.location).toBe('/account')
    at.app.clock.nowMs += 15 * MINUTE_MS
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * MINUTE_MS })

    const reply = await show('kari-1', browser, ({ searchParams }) => {
      searchParams.delete('prompt')
      searchParams.set('max_age', '100000')
    })

    expect(problemIn(reply)).toBe('provider-not-anew')
    expect((await waysOf()).needsProof).toBe(true)
  })

  it('is not taken over by connecting somebody else’s identity to it', async () => {
    at.oidc.people.set('thief', { name: 'Thief', groups: ['teachers'] })

    expect(problemIn(await show('thief'))).toBe('provider-other-account')

    expect((await setEmail()).json()).toMatchObject({ code: 'proof-required' })
    const thief = await whoIs(at.app, cookieOf(await at.signIn('thief')))
    expect(thief.user?.userId).not.toBe((await whoIs(at.app, cookie)).user?.userId)
  })
})

it('who has a password as well may show it either way', async () => {
  const { user } = await whoIs(at.app, cookie)
  await giveAccount(at.app, { userId: user?.userId as never }, { email: 'kari@ternvag.no' })
  expect((await waysOf()).needsProof).toBe(true)

  await show('kari-1')

  expect((await waysOf()).needsProof).toBe(false)
})
