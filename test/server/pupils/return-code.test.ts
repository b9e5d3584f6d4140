import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whoIs } from '../../support/accounts.ts'
import { cookieOf, type TestApp } from '../../support/build-app.ts'
import { openPupils, type Pupils } from '../../support/pupils.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool
let planId: string
let pupils: Pupils

beforeEach(async () => {
  ;({ app, school, planId, pupils } = await openPupils())
})

afterEach(() => app.close())

const readPlan = async (cookie: string | null) =>
  (await app.send({ url: `/api/plans/${planId}`, cookie })).statusCode

describe('a new return code', () => {
  it('is given by a teacher; the one before and whoever is in by it are out', async () => {
    const tern = await pupils.comeIn((await pupils.open()).code)
    const { memberId } = (await pupils.list()).pupils[0]!

    const reply = await pupils.renew(memberId)

    const { returnCode } = reply.json<{ returnCode: string }>()
    expect(returnCode).not.toBe(tern.returnCode)
    expect(await readPlan(tern.cookie)).toBe(401)
    expect((await pupils.tryToReturn(tern.returnCode)).statusCode).toBe(410)
    const back = await pupils.tryToReturn(returnCode)
    expect((await whoIs(app, cookieOf(back))).user).toMatchObject({ name: 'Tern 4' })
  })

  it.each(['teacher', 'leadership', 'guest', 'coordinator'] as const)(
    'is never a way to be %s',
    async (role) => {
      const { memberId } = school.people[role]

      expect((await pupils.renew(memberId)).json()).toMatchObject({ code: 'access-denied' })
    },
  )

  it('is not given to somebody who is an adult at another school', async () => {
    const { memberId, userId } = school.people.pupil
    const other = await addTestSchool(app, 'Grønnvika')
    await app.database.db
      .updateTable('member')
      .set({ user_id: userId })
      .where('id', '=', other.people.teacher.memberId)
      .execute()

    expect((await pupils.renew(memberId)).json()).toMatchObject({ code: 'access-denied' })
  })

  it('and the one before bring nobody back who was erased', async () => {
    const tern = await pupils.comeIn((await pupils.open()).code)
    const { memberId } = (await pupils.list()).pupils[0]!

    const erased = await app.send({
      method: 'POST',
      url: `/api/members/${memberId}/erase`,
      cookie: school.people.coordinator.cookie,
      body: { name: 'Tern 4' },
    })

    expect(erased.statusCode).toBe(204)
    expect((await pupils.tryToReturn(tern.returnCode)).statusCode).toBe(410)
    expect(await app.database.db.selectFrom('return_code').selectAll().execute()).toEqual([])
    expect((await pupils.list()).pupils).toEqual([])
  })

  it('is not given by somebody of another school, who is not told whether there is such a pupil', async () => {
    await pupils.comeIn((await pupils.open()).code)
    const { memberId } = (await pupils.list()).pupils[0]!
    const other = await addTestSchool(app, 'Grønnvika')

    const reply = await pupils.renew(memberId, other.people.coordinator.cookie)

    expect(reply.json()).toMatchObject({ code: 'not-found' })
  })
})
