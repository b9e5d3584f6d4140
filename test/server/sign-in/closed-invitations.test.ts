/** One person, one way in: what closes an invitation that is still open. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonalInvitationList } from '../../../shared/api/personal-invitations.ts'
import { giveAccount, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { type Mailbox, openMailbox, tokenIn } from '../../support/mailbox.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

const OLA = { email: 'ola@ternvag.no', name: 'Ola Berg', role: 'leadership', language: 'nn' }

let mailbox: Mailbox
let app: TestApp
let school: TestSchool

beforeEach(async () => {
  mailbox = await openMailbox()
  app = await buildTestApp({
    config: { mail: { url: mailbox.url, from: 'samplan@ternvag.no' } },
  })
  school = await addTestSchool(app, 'Ternvåg')
})

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

describe('an invitation for one person', () => {
  it('takes the place of an older one to the same address', async () => {
    await invite()
    const older = tokenIn(await mailbox.next())
    await invite({ email: 'OLA@ternvag.no', role: 'teacher' })
    const newer = tokenIn(await mailbox.next())

    expect(await list()).toMatchObject([{ email: OLA.email, role: 'teacher' }])
    expect((await look(older)).json()).toMatchObject({ code: 'link-not-valid' })
    expect((await look(newer)).statusCode).toBe(200)
  })

  it('to the address of a member says that they are here', async () => {
    await giveAccount(app, school.people.teacher, { email: OLA.email })

    expect((await invite()).json()).toMatchObject({ code: 'already-member' })
    expect(await list()).toEqual([])
    expect(mailbox.letters).toEqual([])
  })

  it.each([
    ['remove', 'link-not-valid'],
    ['suspend', 'access-denied'],
  ])(
    'made before does not let somebody in again after a coordinator’s %s, and tells only them why',
    async (deed, why) => {
      const { coordinator, teacher } = school.people
      await invite()
      const token = tokenIn(await mailbox.next())
      await giveAccount(app, teacher, { email: OLA.email })
      const url = `/api/members/${teacher.memberId}/${deed}`
      await app.send({ method: 'POST', url, cookie: coordinator.cookie })

      const told = why === 'access-denied' ? { schoolId: school.schoolId } : {}
      for (const open of [look, accept]) {
        const theirs = (await open(token, teacher.cookie)).json<object>()
        expect(theirs).toEqual({ code: why, message: expect.any(String) as string, ...told })
        for (const cookie of [coordinator.cookie, undefined]) {
          expect((await open(token, cookie)).json()).toMatchObject({ code: 'link-not-valid' })
        }
      }
      expect(await list()).toEqual([])
      const { schools } = await whoIs(app, teacher.cookie)
      expect(schools).toEqual([])
    },
  )

  it('that is accepted closes one of the same school to the same address', async () => {
    await invite()
    const first = tokenIn(await mailbox.next())
    await invite()
    const second = tokenIn(await mailbox.next())
    // Two that were made at once: neither has taken the other's place.
    await app.database.db.updateTable('personal_invitation').set({ revoked_at_ms: null }).execute()

    const cookie = cookieOf(await accept(first))

    expect((await accept(second, cookie ?? undefined)).json()).toMatchObject({
      code: 'link-not-valid',
    })
    expect(await list()).toEqual([])
  })
})
