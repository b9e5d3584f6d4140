import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKyselyMemberStore } from '../../../server/storage/kysely-member-store.ts'
import type { MyWays, ProviderPage } from '../../../shared/api/sign-in.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { auditedDeeds, giveAccount, whoIs } from '../../support/accounts.ts'
import { cookieOf, TEST_ORIGIN } from '../../support/build-app.ts'
import {
  attemptIn,
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

const count = async (table: 'user' | 'session' | 'identity') =>
  (await at.app.database.db.selectFrom(table).selectAll().execute()).length

const connect = (session: string) =>
  at.app.send({ method: 'POST', url: '/api/me/provider', cookie: session })

async function connectAs(subject: string, session: string, backAs = session) {
  const reply = await connect(session)
  const callback = await at.oidc.signIn(reply.json<ProviderPage>().url, subject)
  return at.comeBack(callback, `${attemptIn(reply)}; ${backAs}`)
}

describe('the sign-in provider', () => {
  it('is named to the page, and asked with code, PKCE, state and nonce', async () => {
    expect((await at.app.send({ url: '/api/sign-in/ways' })).json()).toEqual({
      mail: false,
      provider: 'Feide',
    })
    const { searchParams, origin } = new URL((await at.begin()).url)

    expect(origin).toBe(at.oidc.issuer)
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
    const reply = await at.signIn('kari-1', '/plans/abc')

    expect(reply.statusCode).toBe(303)
    expect(reply.headers.location).toBe('/plans/abc')
    const me = await whoIs(at.app, cookieOf(reply))
    expect(me.user?.name).toBe('Kari Nordmann')
    expect(me.schools).toMatchObject([{ schoolId: school.schoolId, role: 'teacher' }])
  })

  it('knows the person again by issuer and subject, whatever they are called now', async () => {
    const first = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))
    at.oidc.people.set('kari-1', { name: 'Kari Hansen', groups: ['teachers'] })
    at.oidc.people.set('kari-2', { name: 'Kari Nordmann', groups: ['teachers'] })

    const again = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))
    const another = await whoIs(at.app, cookieOf(await at.signIn('kari-2')))

    expect(again.user?.userId).toBe(first.user?.userId)
    expect(another.user?.userId).not.toBe(first.user?.userId)
  })

  it('never takes an account by its e-mail address', async () => {
    await giveAccount(at.app, school.people.coordinator, {
      email: 'kari@ternvag.no',
      password: null,
    })
    at.oidc.people.set('thief', {
      name: 'Kari',
      groups: ['teachers'],
      email: 'kari@ternvag.no',
    })

    const me = await whoIs(at.app, cookieOf(await at.signIn('thief')))

    expect(me.user?.userId).not.toBe(school.people.coordinator.userId)
  })

  it('lets nobody in whom no group gives a role, and makes nothing', async () => {
    at.oidc.people.set('pupil', { name: 'Elev', groups: ['pupils'] })
    const before = [await count('user'), await count('session'), await count('identity')]

    const reply = await at.signIn('pupil')

    expect(problemIn(reply)).toBe('provider-no-role')
    expect(cookieOf(reply)).toBeNull()
    expect([await count('user'), await count('session'), await count('identity')]).toEqual(before)
  })

  it('gives the role of today: groups that changed change it, groups that are gone take it', async () => {
    const roles: (string | undefined)[] = []
    for (const groups of [['teachers'], ['heads'], ['teachers', 'heads', 'etwinning'], []]) {
      at.oidc.people.set('kari-1', { name: 'Kari', groups })
      const reply = await at.signIn('kari-1')
      const me = await whoIs(at.app, cookieOf(reply))
      roles.push(me.schools[0]?.role ?? problemIn(reply) ?? undefined)
    }

    expect(roles).toEqual(['teacher', 'leadership', 'coordinator', 'provider-no-role'])
    expect(await auditedDeeds(at.app)).toEqual([
      'member-came-by-provider',
      'role-changed',
      'role-changed',
      'member-removed',
    ])
  })

  it('takes nothing from anybody while the provider says nothing of groups', async () => {
    at.oidc.people.set('kari-1', { name: 'Kari', groups: ['teachers'] })
    await at.signIn('kari-1')
    at.oidc.people.set('kari-1', { name: 'Kari' })

    const me = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))

    expect(me.schools.map(({ role }) => role)).toEqual(['teacher'])
  })

  it('gives nothing back that a coordinator took', async () => {
    at.oidc.people.set('kari-1', { name: 'Kari', groups: ['heads'] })
    const first = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))
    const memberId = first.schools[0]?.memberId as MemberId
    const [coordinator] = await at.app.database.db
      .selectFrom('member')
      .select('id')
      .where('role', '=', 'coordinator')
      .execute()
    await createKyselyMemberStore(at.app.database.db).setRole(memberId, 'guest', {
      memberId: coordinator!.id,
      atMs: at.app.clock.nowMs,
    })

    const again = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))

    expect(again.schools.map(({ role }) => role)).toEqual(['guest'])
  })

  it('never takes the last coordinator from a school', async () => {
    await at.app.database.db.deleteFrom('member').where('role', '=', 'coordinator').execute()
    for (const groups of [['etwinning'], ['teachers'], []]) {
      at.oidc.people.set('kari-1', { name: 'Kari', groups })
      const me = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))
      expect(me.schools).toMatchObject([{ role: 'coordinator' }])
    }
  })

  it('of two first times at once makes one person', async () => {
    const one = await at.begin()
    const two = await at.begin()
    const callbacks = [
      await at.oidc.signIn(one.url, 'kari-1'),
      await at.oidc.signIn(two.url, 'kari-1'),
    ]
    const before = await count('user')

    const replies = await Promise.all([
      at.comeBack(callbacks[0]!, one.cookie),
      at.comeBack(callbacks[1]!, two.cookie),
    ])

    const [first, second] = await Promise.all(
      replies.map((reply) => whoIs(at.app, cookieOf(reply))),
    )
    expect(first?.user).not.toBeNull()
    expect(second?.user?.userId).toBe(first?.user?.userId)
    expect(await count('user')).toBe(before + 1)
  })
})

describe('connecting it to who is signed in', () => {
  it('makes it a way to come in as oneself, with the role one has here', async () => {
    const { cookie, userId } = school.people.leadership

    expect((await connectAs('kari-1', cookie)).headers.location).toBe('/account')

    const ways = (await at.app.send({ url: '/api/me/ways', cookie })).json<MyWays>()
    expect(ways.provider).toEqual({ name: 'Feide', isConnected: true })
    const me = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))
    expect(me.user?.userId).toBe(userId)
    expect(me.schools).toMatchObject([{ role: 'leadership' }])
  })

  it('never takes it from another account', async () => {
    await connectAs('kari-1', school.people.leadership.cookie)

    const reply = await connectAs('kari-1', school.people.teacher.cookie)

    expect(problemIn(reply)).toBe('provider-other-account')
    const me = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))
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
    const forged = await at.app.send({
      method: 'POST',
      url: '/api/me/provider',
      cookie: teacher.cookie,
      headers: { origin: 'https://evil.example' },
    })
    await giveAccount(at.app, teacher, { email: 'kari@ternvag.no' })

    expect(forged.json()).toMatchObject({ code: 'wrong-origin' })
    expect((await connect(teacher.cookie)).json()).toMatchObject({ code: 'proof-required' })
  })
})

describe('with several schools', () => {
  it('lets people into none while the settings name none', async () => {
    await addTestSchool(at.app, 'Grønnvika')

    expect(problemIn(await at.signIn('kari-1'))).toBe('provider-no-role')
  })

  it('lets people into the one that the settings name', async () => {
    await at.close()
    at = await openProviderSchool({ school: 'Grønnvika' })
    await addTestSchool(at.app, 'Ternvåg')
    const { schoolId } = await addTestSchool(at.app, 'Grønnvika')

    const me = await whoIs(at.app, cookieOf(await at.signIn('kari-1')))

    expect(me.schools).toMatchObject([{ schoolId, role: 'teacher' }])
  })
})
