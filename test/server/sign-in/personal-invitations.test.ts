import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  NewPersonalInvitationDone,
  PersonalInvitationList,
  PersonalLook,
} from '../../../shared/api/personal-invitations.ts'
import type { MyWays } from '../../../shared/api/sign-in.ts'
import { auditedDeeds, giveAccount, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { type Mailbox, openMailbox, tokenIn } from '../../support/mailbox.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

const OLA = { email: 'ola@ternvag.no', name: 'Ola Berg', role: 'leadership', language: 'nn' }
const DAY_MS = 24 * 60 * 60 * 1000

let mailbox: Mailbox
let app: TestApp
let school: TestSchool
let other: TestSchool

async function open(withMail: boolean): Promise<void> {
  mailbox = await openMailbox()
  app = await buildTestApp({
    config: withMail ? { mail: { url: mailbox.url, from: 'samplan@ternvag.no' } } : {},
  })
  school = await addTestSchool(app, 'Ternvåg')
  other = await addTestSchool(app, 'Grønnvika')
}

beforeEach(() => open(true))

afterEach(async () => {
  await app.close()
  await mailbox.close()
})

const invite = (traits: object = {}, cookie = school.people.coordinator.cookie) =>
  app.send({
    method: 'POST',
    url: `/api/schools/${school.schoolId}/personal-invitations`,
    body: { ...OLA, ...traits },
    cookie,
  })
const list = async () =>
  (
    await app.send({
      url: `/api/schools/${school.schoolId}/personal-invitations`,
      cookie: school.people.coordinator.cookie,
    })
  ).json<PersonalInvitationList>().invitations
const look = (token: string, cookie?: string) =>
  app.send({ method: 'POST', url: '/api/personal-invitations/look', body: { token }, cookie })
const accept = (token: string, cookie?: string, name = 'Ola Berg') =>
  app.send({
    method: 'POST',
    url: '/api/personal-invitations/accept',
    body: { token, name, language: 'nn', publicComputer: false },
    cookie,
  })
const count = async (table: 'user' | 'member' | 'account' | 'session') =>
  (await app.database.db.selectFrom(table).selectAll().execute()).length

describe('an invitation for one person', () => {
  it('is a letter to their address, with a link that nobody else is shown', async () => {
    const reply = await invite()

    expect(reply.statusCode).toBe(201)
    expect(reply.json<NewPersonalInvitationDone>().url).toBeNull()
    const letter = await mailbox.next()
    expect(letter.subject).toBe('coordinator of Ternvåg inviterer deg til Samplan')
    expect(letter.text).toContain('Hei, Ola Berg!')
    expect(letter.text).toContain(`${TEST_ORIGIN}/invitation#`)
    expect(await list()).toMatchObject([{ email: OLA.email, name: OLA.name, role: OLA.role }])
    expect(JSON.stringify(await list())).not.toContain(tokenIn(letter))
  })

  it('writes what was typed into the letter as words, never as markup or a second recipient', async () => {
    await invite({ name: '<img src=x onerror=alert(1)>\r\nBcc: all@example.org' })

    const letter = await mailbox.next()

    expect(letter.html).not.toContain('<img')
    expect(letter.bcc).toBeUndefined()
    expect([letter.to].flat().map((to) => to?.text)).toEqual([OLA.email])
  })

  it('lets a newcomer in, in the role it is for, with the address as theirs', async () => {
    await invite()
    const token = tokenIn(await mailbox.next())
    expect((await look(token)).json()).toEqual({
      schoolName: 'Ternvåg',
      inviterName: 'coordinator of Ternvåg',
      role: 'leadership',
      name: 'Ola Berg',
      email: OLA.email,
      opener: 'newcomer',
    } satisfies PersonalLook)

    const cookie = cookieOf(await accept(token, undefined, ' Ola  M. Berg '))

    const me = await whoIs(app, cookie)
    expect(me.user).toMatchObject({ name: 'Ola M. Berg', language: 'nn' })
    expect(me.schools).toMatchObject([{ schoolId: school.schoolId, role: 'leadership' }])
    const ways = await app.send({ url: '/api/me/ways', cookie })
    expect(ways.json<MyWays>()).toMatchObject({ email: OLA.email, isEmailConfirmed: true })
    expect(await list()).toEqual([])
    expect(await auditedDeeds(app)).toEqual(['invitation-made', 'invitation-used'])
  })

  it('[replay] of twenty at once lets one in, and leaves nothing of the others', async () => {
    await invite()
    const token = tokenIn(await mailbox.next())
    const before = [await count('user'), await count('member'), await count('account')]

    const replies = await Promise.all(Array.from({ length: 20 }, () => accept(token)))

    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    const after = [await count('user'), await count('member'), await count('account')]
    expect(after).toEqual(before.map((rows) => rows + 1))
  })

  it('[meant for another] opened by somebody who is signed in tells them so, and takes nothing over', async () => {
    await giveAccount(app, other.people.teacher, { email: 'kari@gronnvika.no' })
    await invite()
    const token = tokenIn(await mailbox.next())

    for (const { cookie, userId } of [other.people.teacher, other.people.leadership]) {
      expect((await look(token, cookie)).json()).toMatchObject({ opener: 'somebody-else' })
      const reply = await accept(token, cookie)
      expect(reply.json()).toMatchObject({ code: 'not-for-you' })
      expect(cookieOf(reply)).toBeNull()
      const me = await whoIs(app, cookie)
      expect(me.user?.userId).toBe(userId)
      expect(me.schools).toHaveLength(1)
    }
    expect((await accept(token)).statusCode).toBe(200)
  })

  it('makes the one whose address it is a member, as themselves', async () => {
    await giveAccount(app, other.people.teacher, { email: OLA.email })
    await invite()
    const token = tokenIn(await mailbox.next())
    const { cookie } = other.people.teacher

    app.clock.nowMs += DAY_MS
    expect((await look(token, cookie)).json()).toMatchObject({ opener: 'myself' })
    expect((await accept(token, cookie)).json()).toEqual({ to: '/' })

    const me = await whoIs(app, cookie)
    expect(me.schools.map(({ schoolId, role }) => [schoolId, role])).toEqual([
      [other.schoolId, 'teacher'],
      [school.schoolId, 'leadership'],
    ])
  })

  it('to an address that has an account opens no session: its own door is first', async () => {
    await giveAccount(app, other.people.teacher, { email: OLA.email })
    await invite()
    const token = tokenIn(await mailbox.next())
    const before = await count('session')

    expect((await look(token)).json()).toMatchObject({ opener: 'sign-in' })
    const reply = await accept(token)

    expect(reply.json()).toMatchObject({ code: 'sign-in-required' })
    expect(await count('session')).toBe(before)
    expect((await look(token)).statusCode).toBe(200)
  })

  it('lets who reads the mailbox in, though another account said the address is its own', async () => {
    await giveAccount(app, other.people.teacher, { email: OLA.email })
    await app.database.db.updateTable('account').set({ email_confirmed_at_ms: null }).execute()
    await invite()

    const cookie = cookieOf(await accept(tokenIn(await mailbox.next())))

    const ways = async (who: string | null) =>
      (await app.send({ url: '/api/me/ways', cookie: who })).json<MyWays>()
    expect(await ways(cookie)).toMatchObject({ email: OLA.email, isEmailConfirmed: true })
    expect(await ways(other.people.teacher.cookie)).toMatchObject({ email: null })
  })

  it.each(['unknown', 'over', 'revoked', 'used'])(
    'that is %s is refused like any other',
    async (trouble) => {
      const { invitationId } = (await invite()).json<NewPersonalInvitationDone>()
      const token = tokenIn(await mailbox.next())
      if (trouble === 'over') app.clock.nowMs += 14 * DAY_MS
      if (trouble === 'used') await accept(token)
      if (trouble === 'revoked') {
        const url = `/api/personal-invitations/${invitationId}/revoke`
        const { cookie } = school.people.coordinator
        const stranger = { method: 'POST', url, cookie: other.people.coordinator.cookie } as const
        expect((await app.send(stranger)).statusCode).toBe(403)
        expect((await app.send({ method: 'POST', url, cookie })).statusCode).toBe(204)
      }
      const tried = trouble === 'unknown' ? `${token}x` : token

      for (const reply of [await look(tried), await accept(tried)]) {
        expect(reply.json()).toMatchObject({ code: 'link-not-valid' })
      }
    },
  )

  it('is shown to the inviter when the mail server takes no letter', async () => {
    mailbox.refuse()

    const { url } = (await invite()).json<NewPersonalInvitationDone>()

    expect(url).toMatch(new RegExp(`^${TEST_ORIGIN}/invitation#[A-Za-z0-9_-]{43}$`))
    const cookie = cookieOf(await accept(url?.split('#')[1] ?? ''))
    const ways = await app.send({ url: '/api/me/ways', cookie })
    expect(ways.json<MyWays>()).toMatchObject({ email: OLA.email, isEmailConfirmed: false })
  })

  it.each([{ email: 'nobody' }, { name: '\u202e ' }, { role: 'coordinator' }, { role: 'pupil' }])(
    'is never made with %j',
    async (traits) => {
      expect((await invite(traits)).json()).toMatchObject({ code: 'bad-request' })
      expect(await list()).toEqual([])
    },
  )

  it('never goes out from the example school', async () => {
    const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<{
      schoolId: string
      people: { role: string; signInUrl: string }[]
    }>()
    const door = demo.people.find(({ role }) => role === 'coordinator')!.signInUrl
    const cookie = cookieOf(await app.send({ url: new URL(door).pathname }))

    const reply = await app.send({
      method: 'POST',
      url: `/api/schools/${demo.schoolId}/personal-invitations`,
      body: OLA,
      cookie,
    })

    expect(reply.json()).toMatchObject({ code: 'access-denied' })
    expect(mailbox.letters).toEqual([])
  })
})
