/** The statement that decides, asked directly: what the route looked at before may be over by now. */
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createKyselyPersonalInvitationStore } from '../../../server/storage/kysely-personal-invitation-store.ts'
import { createId, type InvitationId, type MemberId, type UserId } from '../../../shared/ids.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool
let other: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  other = await addTestSchool(app, 'Grønnvika')
})

afterEach(() => app.close())

it.each(['revoked', 'used', 'over'])(
  'an invitation that is %s by now makes nobody a member and no person',
  async (trouble) => {
    const { db } = app.database
    const store = createKyselyPersonalInvitationStore(db)
    const invitationId = createId<InvitationId>(randomBytes)
    const nowMs = app.clock.nowMs
    await store.add(
      {
        invitationId,
        tokenHash: 'hash',
        schoolId: school.schoolId,
        email: 'ola@ternvag.no',
        name: 'Ola',
        role: 'teacher',
        madeBy: school.people.coordinator.userId,
        madeByMember: school.people.coordinator.memberId,
        createdAtMs: nowMs,
        expiresAtMs: nowMs + 1000,
      },
      10,
    )
    const admit = (userId: UserId, atMs: number) =>
      store.admitPerson('hash', { userId, memberId: createId<MemberId>(randomBytes) }, atMs)
    if (trouble === 'revoked')
      await store.revoke(invitationId, school.people.coordinator.memberId, nowMs)
    if (trouble === 'used') await admit(other.people.leadership.userId, nowMs)
    const atMs = trouble === 'over' ? nowMs + 1000 : nowMs
    const count = async (table: 'member' | 'user') =>
      (await db.selectFrom(table).selectAll().execute()).length
    const before = [await count('member'), await count('user')]

    const newcomer = {
      userId: createId<UserId>(randomBytes),
      memberId: createId<MemberId>(randomBytes),
      name: 'Ola',
      language: 'nb' as const,
      emailConfirmedAtMs: nowMs,
    }
    expect(await admit(other.people.teacher.userId, atMs)).toBe('not-open')
    expect(await store.admitNewcomer('hash', newcomer, atMs)).toBe('not-open')

    expect([await count('member'), await count('user')]).toEqual(before)
  },
)
