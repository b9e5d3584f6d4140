import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationLook } from '../../../shared/api/invitations.ts'
import { cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { type Inviting, openInviting } from '../../support/inviting.ts'
import { connectClient } from '../../support/sync-client.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const VISIT = { role: 'guest', label: ' Lyngnes skole,  besøk ' }

let app: TestApp
let school: TestSchool
let planId: string
let inviting: Inviting

beforeEach(async () => {
  ;({ app, school, planId, inviting } = await openInviting())
})

afterEach(() => app.close())

const readPlan = async (cookie: string | null) =>
  (await app.send({ url: `/api/plans/${planId}`, cookie })).statusCode
const end = (invitationId: string, cookie = school.people.coordinator.cookie) =>
  app.send({ method: 'POST', url: `/api/invitations/${invitationId}/end`, cookie })
const mayDiscuss = async (cookie: string | null) =>
  (await app.send({ url: `/api/plans/${planId}/entry`, cookie })).json<{
    me: { mayDiscuss: boolean }
  }>().me.mayDiscuss

describe('a guest link', () => {
  it('has the name that its maker gave it, where it is listed and where it is opened', async () => {
    const { token } = await inviting.invite({ ...VISIT, lastDay: '2027-02-12', discuss: true })
    await inviting.join(token, 'Ingrid')

    expect(await inviting.list()).toMatchObject([
      { label: 'Lyngnes skole, besøk', role: 'guest', discuss: true, uses: 1 },
    ])
    expect((await inviting.look(token)).json<InvitationLook>()).toMatchObject({
      label: 'Lyngnes skole, besøk',
      discuss: true,
      endsAtMs: Date.UTC(2027, 1, 12, 23),
    })
  })

  it('works through its last day at the school, and so does the membership of who came by it', async () => {
    const { token } = await inviting.invite({ ...VISIT, lastDay: '2027-01-20' })
    const guest = cookieOf(await inviting.join(token, 'Ingrid'))

    app.clock.nowMs = Date.UTC(2027, 0, 20, 23) - 1
    expect([await readPlan(guest), (await inviting.look(token)).statusCode]).toEqual([200, 200])
    app.clock.nowMs += 1

    expect([await readPlan(guest), (await inviting.look(token)).statusCode]).toEqual([403, 410])
  })

  it.each([
    { lastDay: '2027-01-18' },
    { lastDay: '2028-02-01' },
    { lastDay: 'snart' },
    { label: 'x'.repeat(81) },
  ])('is never made with %j', async (traits) => {
    const reply = await inviting.tryToInvite({ ...VISIT, ...traits })

    expect(reply.json()).toMatchObject({ code: 'bad-request' })
    expect(await inviting.list()).toEqual([])
  })

  it.each([true, false])('lets discuss or not, as it says: %s', async (discuss) => {
    const { token } = await inviting.invite({ ...VISIT, discuss })

    expect(await mayDiscuss(cookieOf(await inviting.join(token, 'Ingrid')))).toBe(discuss)
  })

  it('that is only revoked leaves its guests until its last day', async () => {
    const { token, invitationId } = await inviting.invite({ ...VISIT, days: 7 })
    const guest = cookieOf(await inviting.join(token, 'Ingrid'))

    await inviting.revoke(invitationId)

    expect(await readPlan(guest)).toBe(200)
    app.clock.nowMs += 7 * DAY_MS
    expect(await readPlan(guest)).toBe(403)
  })
})

describe('a guest link that is ended', () => {
  it('is revoked, and its guests are out of open plans at once; others stay', async () => {
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.app.server.address() as { port: number }
    const { token, invitationId } = await inviting.invite(VISIT)
    const other = await inviting.invite({ ...VISIT, label: 'FAU' })
    const guest = cookieOf(await inviting.join(token, 'Ingrid'))
    const stays = cookieOf(await inviting.join(other.token, 'Leila'))
    const client = await connectClient(`ws://127.0.0.1:${port}`, {
      planId,
      headers: { origin: TEST_ORIGIN, cookie: guest ?? '' },
    })
    await until('in', () => client.isSynced())

    expect((await end(invitationId)).statusCode).toBe(204)

    await until('out', () => client.closeCode() !== null)
    expect(client.closeCode()).toBe(4403)
    expect([await readPlan(guest), await readPlan(stays)]).toEqual([403, 200])
    expect((await inviting.look(token)).statusCode).toBe(410)
    expect(await inviting.list()).toMatchObject([{ label: 'FAU' }])
  })

  it('does not end one who has become a teacher, and is ended after it was revoked', async () => {
    const { token, invitationId } = await inviting.invite(VISIT)
    const guest = cookieOf(await inviting.join(token, 'Ingrid'))
    const promoted = cookieOf(await inviting.join(token, 'Kari'))
    const { memberId } = (await inviting.me(promoted)).schools[0]!
    await app.send({
      method: 'PUT',
      url: `/api/members/${memberId}/role`,
      cookie: school.people.coordinator.cookie,
      body: { role: 'teacher' },
    })

    await inviting.revoke(invitationId)
    await end(invitationId)
    expect((await end(invitationId)).statusCode).toBe(204)

    expect([await readPlan(guest), await readPlan(promoted)]).toEqual([403, 200])
  })

  it('lets its guests come again by another link', async () => {
    const { token, invitationId } = await inviting.invite(VISIT)
    const guest = cookieOf(await inviting.join(token, 'Ingrid')) ?? ''
    await end(invitationId)
    const other = await inviting.invite(VISIT)

    await inviting.join(other.token, null, guest)

    expect(await readPlan(guest)).toBe(200)
    await end(invitationId)
    expect(await readPlan(guest)).toBe(200)
  })

  it('is not ended by a teacher or by another school', async () => {
    const { token, invitationId } = await inviting.invite(VISIT)
    const guest = cookieOf(await inviting.join(token, 'Ingrid'))
    const other = await addTestSchool(app, 'Grønnvika')

    for (const { cookie } of [school.people.teacher, other.people.coordinator]) {
      expect((await end(invitationId, cookie)).json()).toMatchObject({ code: 'access-denied' })
    }
    expect(await readPlan(guest)).toBe(200)
  })
})
