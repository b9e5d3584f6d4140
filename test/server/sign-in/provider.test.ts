import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MyWays, ProviderPage } from '../../../shared/api/sign-in.ts'
import type { GroupRole } from '../../../server/sign-in/group-roles.ts'
import type { OpenidSettings } from '../../../server/doors/openid-provider.ts'
import { giveAccount, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { OIDC_CLIENT, type OidcProvider, openOidcProvider } from '../../support/oidc.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

let oidc: OidcProvider
let app: TestApp
let school: TestSchool

async function open(settings: Partial<OpenidSettings> = {}): Promise<void> {
  app = await buildTestApp({
    config: {
      provider: {
        issuer: oidc.issuer,
        clientId: OIDC_CLIENT.id,
        clientSecret: OIDC_CLIENT.secret,
        name: 'Feide',
        scope: 'openid profile',
        groupClaim: 'groups',
        groupRoles: new Map<string, GroupRole>([
          ['teachers', 'teacher'],
          ['heads', 'leadership'],
          ['etwinning', 'coordinator'],
        ]),
        school: null,
        ...settings,
      },
    },
  })
}

beforeEach(async () => {
  oidc = await openOidcProvider(`${TEST_ORIGIN}/sign-in/oidc/callback`)
  await open()
  school = await addTestSchool(app, 'Ternvåg')
  oidc.people.set('kari-1', { name: 'Kari Nordmann', groups: ['all', 'teachers'] })
})

afterEach(async () => {
  await app.close()
  await oidc.stop()
})

interface Begun {
  /** Of the provider. */
  readonly url: string
  /** The cookie that binds the answer to this browser. */
  readonly cookie: string
}

async function begin(to = '/', session?: string): Promise<Begun> {
  const reply = await app.send({
    method: 'POST',
    url: '/api/sign-in/provider',
    body: { to, publicComputer: false },
    cookie: session,
  })
  const cookie = reply.cookies.find(({ name }) => name === 'provider')
  return { url: reply.json<ProviderPage>().url, cookie: `provider=${cookie?.value}` }
}

const comeBack = (callback: string, cookie: string) =>
  app.send({ url: callback.slice(TEST_ORIGIN.length), cookie })

async function signIn(subject: string, to = '/') {
  const { url, cookie } = await begin(to)
  return comeBack(await oidc.signIn(url, subject), cookie)
}

const problemIn = (reply: Awaited<ReturnType<typeof comeBack>>) =>
  new URL(reply.headers.location ?? '', TEST_ORIGIN).searchParams.get('problem')

const count = async (table: 'user' | 'member' | 'session' | 'identity' | 'provider_attempt') =>
  (await app.database.db.selectFrom(table).selectAll().execute()).length

describe('the sign-in provider', () => {
  it('is named to the page, and asked with code, PKCE, state and nonce', async () => {
    expect((await app.send({ url: '/api/sign-in/ways' })).json()).toEqual({
      mail: false,
      provider: 'Feide',
    })
    const { searchParams, origin } = new URL((await begin()).url)

    expect(origin).toBe(oidc.issuer)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile',
      redirect_uri: `${TEST_ORIGIN}/sign-in/oidc/callback`,
    })
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(searchParams.get(name)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    }
  })

  it('lets a person in whom its groups give a role, and leads where they wanted to go', async () => {
    const reply = await signIn('kari-1', '/plans/abc')

    expect(reply.statusCode).toBe(303)
    expect(reply.headers.location).toBe('/plans/abc')
    const me = await whoIs(app, cookieOf(reply))
    expect(me.user?.name).toBe('Kari Nordmann')
    expect(me.schools).toMatchObject([{ schoolId: school.schoolId, role: 'teacher' }])
  })

  it('knows the person again by issuer and subject, whatever they are called now', async () => {
    const first = await whoIs(app, cookieOf(await signIn('kari-1')))
    oidc.people.set('kari-1', { name: 'Kari Hansen', groups: ['teachers'] })
    oidc.people.set('kari-2', { name: 'Kari Nordmann', groups: ['teachers'] })

    const again = await whoIs(app, cookieOf(await signIn('kari-1')))
    const another = await whoIs(app, cookieOf(await signIn('kari-2')))

    expect(again.user?.userId).toBe(first.user?.userId)
    expect(another.user?.userId).not.toBe(first.user?.userId)
  })

  it('never takes an account by its e-mail address', async () => {
    await giveAccount(app, school.people.coordinator, { email: 'kari@ternvag.no', password: null })
    oidc.people.set('thief', {
      name: 'Kari',
      groups: ['teachers'],
      ...{ email: 'kari@ternvag.no', email_verified: true },
    })

    const me = await whoIs(app, cookieOf(await signIn('thief')))

    expect(me.user?.userId).not.toBe(school.people.coordinator.userId)
  })

  it('lets nobody in whom no group gives a role, and makes nothing', async () => {
    oidc.people.set('pupil', { name: 'Elev', groups: ['pupils'] })
    const before = [await count('user'), await count('session'), await count('identity')]

    const reply = await signIn('pupil')

    expect(problemIn(reply)).toBe('provider-no-role')
    expect(cookieOf(reply)).toBeNull()
    expect([await count('user'), await count('session'), await count('identity')]).toEqual(before)
  })

  it('gives the role of today: groups that changed change it, groups that are gone take it', async () => {
    const roles: (string | undefined)[] = []
    for (const groups of [['teachers'], ['heads'], ['teachers', 'heads', 'etwinning'], []]) {
      oidc.people.set('kari-1', { name: 'Kari', groups })
      const reply = await signIn('kari-1')
      const me = await whoIs(app, cookieOf(reply))
      roles.push(me.schools[0]?.role ?? problemIn(reply) ?? undefined)
    }

    expect(roles).toEqual(['teacher', 'leadership', 'coordinator', 'provider-no-role'])
  })

  it('never takes the last coordinator from a school', async () => {
    await app.database.db.deleteFrom('member').where('role', '=', 'coordinator').execute()
    for (const groups of [['etwinning'], ['teachers'], []]) {
      oidc.people.set('kari-1', { name: 'Kari', groups })
      const me = await whoIs(app, cookieOf(await signIn('kari-1')))
      expect(me.schools).toMatchObject([{ role: 'coordinator' }])
    }
  })

  it('of two first times at once makes one person', async () => {
    const one = await begin()
    const two = await begin()
    const callbacks = [await oidc.signIn(one.url, 'kari-1'), await oidc.signIn(two.url, 'kari-1')]
    const before = await count('user')

    const replies = await Promise.all([
      comeBack(callbacks[0]!, one.cookie),
      comeBack(callbacks[1]!, two.cookie),
    ])

    const [first, second] = await Promise.all(replies.map((reply) => whoIs(app, cookieOf(reply))))
    expect(first?.user).not.toBeNull()
    expect(second?.user?.userId).toBe(first?.user?.userId)
    expect(await count('user')).toBe(before + 1)
  })
})

describe('an answer that does not belong', () => {
  it('[wrong state] is refused', async () => {
    const { url, cookie } = await begin()
    const callback = new URL(await oidc.signIn(url, 'kari-1'))
    callback.searchParams.set('state', 'x'.repeat(43))

    const reply = await comeBack(callback.href, cookie)

    expect(problemIn(reply)).toBe('provider-refused')
    expect(cookieOf(reply)).toBeNull()
  })

  it('[replay] counts once', async () => {
    const { url, cookie } = await begin()
    const callback = await oidc.signIn(url, 'kari-1')

    expect(cookieOf(await comeBack(callback, cookie))).not.toBeNull()
    const again = await comeBack(callback, cookie)

    expect(problemIn(again)).toBe('provider-too-late')
    expect(cookieOf(again)).toBeNull()
  })

  it('[wrong nonce, wrong verifier] of another attempt is refused', async () => {
    const mine = await begin()
    const theirs = await begin()
    const stolen = new URL(await oidc.signIn(theirs.url, 'kari-1'))
    const state = new URL(mine.url).searchParams.get('state') ?? ''
    stolen.searchParams.set('state', state)

    const reply = await comeBack(stolen.href, mine.cookie)

    expect(problemIn(reply)).toBe('provider-refused')
    expect(cookieOf(reply)).toBeNull()
  })

  it('[wrong nonce] in the token itself is refused', async () => {
    const { url, cookie } = await begin()
    const changed = new URL(url)
    changed.searchParams.set('nonce', 'n'.repeat(43))

    const reply = await comeBack(await oidc.signIn(changed.href, 'kari-1'), cookie)

    expect(problemIn(reply)).toBe('provider-refused')
    expect(cookieOf(reply)).toBeNull()
  })

  it('in another browser than the one that asked is refused', async () => {
    const { url } = await begin()
    const callback = await oidc.signIn(url, 'kari-1')

    for (const cookie of ['', 'provider=', `provider=${'x'.repeat(43)}`]) {
      expect(problemIn(await comeBack(callback, cookie))).toBe('provider-too-late')
    }
  })

  it('after a quarter of an hour is refused', async () => {
    const { url, cookie } = await begin()
    const callback = await oidc.signIn(url, 'kari-1')
    app.clock.nowMs += 15 * 60 * 1000

    expect(problemIn(await comeBack(callback, cookie))).toBe('provider-too-late')
  })

  it('that says no says so on the sign-in page, in words of ours only', async () => {
    const { url, cookie } = await begin('/plans/abc')
    const state = new URL(url).searchParams.get('state') ?? ''
    const query = new URLSearchParams({
      error: 'access_denied',
      error_description: 'https://evil.example',
      state,
      iss: oidc.issuer,
    })

    const reply = await comeBack(`${TEST_ORIGIN}/sign-in/oidc/callback?${query.toString()}`, cookie)

    expect(reply.headers.location).toBe('/sign-in?problem=provider-refused&to=%2Fplans%2Fabc')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    '[open redirect] never leads away: %s',
    async (to) => {
      expect((await signIn('kari-1', to)).headers.location).toBe('/')
    },
  )

  it('[session fixation] ends the session that the browser came with', async () => {
    const planted = school.people.guest.cookie
    const { url, cookie } = await begin()

    const reply = await comeBack(await oidc.signIn(url, 'kari-1'), `${cookie}; ${planted}`)

    expect(cookieOf(reply)).not.toBe(planted)
    expect((await whoIs(app, planted)).user).toBeNull()
  })
})

describe('a provider that does not answer', () => {
  it('does not keep the school from starting, and works as soon as it is back', async () => {
    await oidc.stop()
    const send = () =>
      app.send({
        method: 'POST',
        url: '/api/sign-in/provider',
        body: { to: '/', publicComputer: false },
      })

    expect((await send()).json()).toMatchObject({ code: 'provider-unavailable' })
    expect((await app.send({ url: '/readyz' })).statusCode).toBe(200)
    await oidc.start()

    expect(cookieOf(await signIn('kari-1'))).not.toBeNull()
  })

  it('on the way back is told on the sign-in page', async () => {
    const { url, cookie } = await begin()
    const callback = await oidc.signIn(url, 'kari-1')
    await oidc.stop()

    expect(problemIn(await comeBack(callback, cookie))).toBe('provider-unavailable')
  })
})

describe('connecting it to who is signed in', () => {
  const connect = (session: string) =>
    app.send({ method: 'POST', url: '/api/me/provider', cookie: session })

  async function connectAs(subject: string, session: string, backAs = session) {
    const reply = await connect(session)
    const attempt = reply.cookies.find(({ name }) => name === 'provider')?.value
    const callback = await oidc.signIn(reply.json<ProviderPage>().url, subject)
    return comeBack(callback, `provider=${attempt}; ${backAs}`)
  }

  it('makes it a way to come in as oneself, with the role one has here', async () => {
    const { cookie, userId } = school.people.leadership

    expect((await connectAs('kari-1', cookie)).headers.location).toBe('/account')

    const ways = (await app.send({ url: '/api/me/ways', cookie })).json<MyWays>()
    expect(ways.provider).toEqual({ name: 'Feide', isConnected: true })
    const me = await whoIs(app, cookieOf(await signIn('kari-1')))
    expect(me.user?.userId).toBe(userId)
    expect(me.schools).toMatchObject([{ role: 'leadership' }])
  })

  it('never takes it from another account', async () => {
    await connectAs('kari-1', school.people.leadership.cookie)

    const reply = await connectAs('kari-1', school.people.teacher.cookie)

    expect(problemIn(reply)).toBe('provider-other-account')
    const me = await whoIs(app, cookieOf(await signIn('kari-1')))
    expect(me.user?.userId).toBe(school.people.leadership.userId)
  })

  it('ends only in the session it began in', async () => {
    const { teacher, guest } = school.people
    const before = await count('identity')

    const reply = await connectAs('kari-1', teacher.cookie, guest.cookie)

    expect(problemIn(reply)).toBe('provider-too-late')
    expect(await count('identity')).toBe(before)
  })

  it('is begun by our own page only, and with a proof where one is needed', async () => {
    const { teacher } = school.people
    const forged = await app.send({
      method: 'POST',
      url: '/api/me/provider',
      cookie: teacher.cookie,
      headers: { origin: 'https://evil.example' },
    })
    await giveAccount(app, teacher, { email: 'kari@ternvag.no' })

    expect(forged.json()).toMatchObject({ code: 'wrong-origin' })
    expect((await connect(teacher.cookie)).json()).toMatchObject({ code: 'proof-required' })
  })
})

describe('with several schools', () => {
  it('lets people into none while the settings name none', async () => {
    await addTestSchool(app, 'Grønnvika')

    expect(problemIn(await signIn('kari-1'))).toBe('provider-no-role')
  })

  it('lets people into the one that the settings name', async () => {
    await app.close()
    await open({ school: 'Grønnvika' })
    await addTestSchool(app, 'Ternvåg')
    const { schoolId } = await addTestSchool(app, 'Grønnvika')

    const me = await whoIs(app, cookieOf(await signIn('kari-1')))

    expect(me.schools).toMatchObject([{ schoolId, role: 'teacher' }])
  })
})
