import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationLook } from '../../../shared/api/invitations.ts'
import { cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { type Inviting, openInviting } from '../../support/inviting.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let school: TestSchool
let planId: string
let inviting: Inviting

beforeEach(async () => {
  ;({ app, school, planId, inviting } = await openInviting())
})

afterEach(() => app.close())

const count = async (table: 'user' | 'member' | 'session') =>
  (await app.database.db.selectFrom(table).selectAll().execute()).length

describe('an invitation', () => {
  it('is a link with its token where no server sees it, kept as a hash only', async () => {
    const { url, token } = await inviting.invite()

    expect(url).toMatch(new RegExp(`^${TEST_ORIGIN}/join#[A-Za-z0-9_-]{43}$`))
    const rows = await app.database.db.selectFrom('invitation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(await inviting.list())).not.toContain(token)
    expect(app.logged()).not.toContain(token)
  })

  it('tells whose it is and where it leads, as often as one looks, and counts no use', async () => {
    const { token } = await inviting.invite({ maxUses: 1 })

    await inviting.look(token)
    const reply = await inviting.look(token)

    expect(reply.json()).toEqual({
      schoolName: 'Ternvåg',
      planTitle: 'Handlingsplan 2026–2027',
      inviterName: 'coordinator of Ternvåg',
      role: 'teacher',
      discuss: false,
      label: null,
      endsAtMs: null,
      joinsAs: null,
      memberOfPlanId: null,
    } satisfies InvitationLook)
    expect(await inviting.list()).toMatchObject([{ uses: 0, maxUses: 1 }])
  })

  it('lets in whoever says a name, in the role it is for, and signs them in', async () => {
    const { token } = await inviting.invite({ role: 'leadership' })

    const reply = await inviting.join(token, ' Marit   Solhaug\u202e ')

    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ planId })
    const newcomer = await inviting.me(cookieOf(reply))
    expect(newcomer.user).toMatchObject({ name: 'Marit Solhaug', language: 'nn', example: false })
    expect(newcomer.schools).toMatchObject([{ schoolId: school.schoolId, role: 'leadership' }])
    expect(await inviting.list()).toMatchObject([{ uses: 1 }])
  })

  it('of twenty people at once lets in three when three may, and leaves nothing of the others', async () => {
    const { token } = await inviting.invite({ maxUses: 3 })
    const before = [await count('user'), await count('member'), await count('session')]

    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => inviting.join(token, `Person ${index}`)),
    )

    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(3)
    expect(statuses.filter((status) => status === 410)).toHaveLength(17)
    const after = [await count('user'), await count('member'), await count('session')]
    expect(after).toEqual(before.map((rows) => rows + 3))
    expect(await inviting.list()).toEqual([])
  })

  it.each(['unknown', 'expired', 'used up', 'revoked', 'of a deleted plan'])(
    'that is %s is refused like any other that does not work',
    async (trouble) => {
      const { token, invitationId } = await inviting.invite({ days: 1, maxUses: 1 })
      if (trouble === 'expired') app.clock.nowMs += DAY_MS
      if (trouble === 'used up') await inviting.join(token, 'Første')
      if (trouble === 'revoked') expect((await inviting.revoke(invitationId)).statusCode).toBe(204)
      if (trouble === 'of a deleted plan') {
        await app.database.db.updateTable('plan').set({ state: 'deleted' }).execute()
      }
      const tried = trouble === 'unknown' ? `${token}x` : token

      for (const reply of [await inviting.look(tried), await inviting.join(tried, 'Andre')]) {
        expect(reply.statusCode).toBe(410)
        expect(reply.json()).toMatchObject({ code: 'link-not-valid' })
        expect(cookieOf(reply)).toBeNull()
      }
    },
  )

  it.each(['\u202e \u0007', '   ', 'x'.repeat(201)])(
    'is not spent by the name %j',
    async (name) => {
      const { token } = await inviting.invite({ maxUses: 1 })

      expect((await inviting.join(token, name)).json()).toMatchObject({ code: 'bad-request' })
      expect((await inviting.join(token, 'Amina')).statusCode).toBe(200)
    },
  )

  it('is not spent by a try that failed half-way', async () => {
    const { token } = await inviting.invite({ maxUses: 1 })
    await app.database.db.schema.alterTable('session').renameTo('session_away').execute()

    const failed = await inviting.join(token, 'Amina')

    await app.database.db.schema.alterTable('session_away').renameTo('session').execute()
    expect(failed.statusCode).toBe(500)
    expect((await inviting.join(token, 'Amina')).statusCode).toBe(200)
  })

  it('that is revoked lets nobody in any more, and those who came in stay', async () => {
    const { token, invitationId } = await inviting.invite()
    const amina = cookieOf(await inviting.join(token, 'Amina'))

    await inviting.revoke(invitationId)
    expect((await inviting.revoke(invitationId)).statusCode).toBe(204)

    expect(await inviting.list()).toEqual([])
    expect((await inviting.me(amina)).schools).toMatchObject([{ schoolId: school.schoolId }])
    const again = await inviting.look(token, amina ?? '')
    expect(again.json()).toMatchObject({ memberOfPlanId: planId })
  })

  it.each([{ role: 'coordinator' }, { role: 'pupil' }, { days: 400 }, { maxUses: 0 }])(
    'is never made with %j',
    async (traits) => {
      const reply = await inviting.tryToInvite(traits)

      expect(reply.json()).toMatchObject({ code: 'bad-request' })
    },
  )

  it('of another school is neither listed nor revoked', async () => {
    const { token, invitationId } = await inviting.invite()
    const other = await addTestSchool(app, 'Grønnvika')
    const otherPlan = await addTestPlan(app, other)
    const stranger = other.people.coordinator.cookie

    expect(await inviting.list(stranger, otherPlan)).toEqual([])
    expect((await inviting.revoke(invitationId, stranger)).json()).toMatchObject({
      code: 'access-denied',
    })
    expect((await inviting.look(token)).statusCode).toBe(200)
  })

  it('is listed at every plan of the school, because it opens them all', async () => {
    await inviting.invite()
    const second = await addTestPlan(app, school, 'Den andre planen')

    expect(await inviting.list(school.people.teacher.cookie, second)).toMatchObject([
      { planId, planTitle: 'Handlingsplan 2026–2027', madeBy: 'coordinator of Ternvåg' },
    ])
  })
})

describe('guessing', () => {
  it('is told to wait, and never keeps out whoever has a good link', async () => {
    const { token } = await inviting.invite()
    let last = 410
    for (let tries = 0; tries < 250 && last === 410; tries += 1) {
      last = (await inviting.look(`${token}${tries}`)).statusCode
    }

    expect(last).toBe(429)
    expect((await inviting.look(token)).statusCode).toBe(200)
    expect((await inviting.join(token, 'Amina')).statusCode).toBe(200)
  })
})
