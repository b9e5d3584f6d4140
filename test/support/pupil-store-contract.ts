/** The rules of the pupils' doors, for every database. */
import type { Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NewPupilDoor, PupilStore } from '../../server/pupils/pupil-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselyPupilStore } from '../../server/storage/kysely-pupil-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { MemberId, PlanId, PupilDoorId, SchoolId, UserId } from '../../shared/ids.ts'
import { newPlan, newSchool, newSession, NOW_MS } from './stored-school.ts'

const BY = { memberId: 'Elle of a' as MemberId, atMs: NOW_MS }
const X = 'x' as PupilDoorId
const P = 'p' as PlanId

type Made = 'user' | 'member' | 'session' | 'return_code' | 'plan_right'
const MADE: readonly Made[] = ['user', 'member', 'session', 'return_code', 'plan_right']

export function describePupilStore(db: () => Kysely<Tables>): void {
  const rows = async (table: Made) => (await db().selectFrom(table).selectAll().execute()).length

  describe("pupils' doors", () => {
    let store: PupilStore
    const admit = (doorId: PupilDoorId, name: string) =>
      store.admitNewcomer(
        doorId,
        {
          userId: `user ${name}` as UserId,
          memberId: `member ${name}` as MemberId,
          name,
          language: 'nb',
          session: newSession(`session ${name}`, `user ${name}`),
          returnCodeHash: `code ${name}`,
        },
        NOW_MS,
      )

    beforeEach(async () => {
      store = createKyselyPupilStore(db())
      const school = newSchool('a', [['Elle', 'coordinator']])
      await createKyselySchoolStore(db()).addExampleSchool(school, 9)
      await createKyselyPlanStore(db()).addPlan(newPlan('p', 'a'))
    })

    it('are found by letters and by link while they are open', async () => {
      await store.addDoor(door('x'), 9, BY)
      await store.addDoor({ ...door('y'), expiresAtMs: NOW_MS }, 9, BY)

      const found = await store.findOpen({ code: 'code x' }, NOW_MS)
      expect(found).toEqual({
        doorId: 'x',
        schoolId: 'a',
        planId: 'p',
        schoolTimeZone: 'Europe/Oslo',
        schoolExpiresAtMs: null,
      })
      expect(await store.findOpen({ token: 'token x' }, NOW_MS)).toEqual(found)
      expect(await store.findOpen({ code: 'token x' }, NOW_MS)).toBeNull()
      expect(await store.findOpen({ code: 'code y' }, NOW_MS)).toBeNull()
      expect(await store.listOpenDoors(P, NOW_MS)).toMatchObject([{ doorId: 'x', uses: 0 }])
    })

    it('never have the same code as another that may still be tried', async () => {
      await store.addDoor(door('x'), 9, BY)

      expect(await store.addDoor({ ...door('y'), code: 'code x' }, 9, BY)).toBe('code-taken')
      await store.closeDoor('x', BY)
      expect(await store.addDoor({ ...door('y'), code: 'code x' }, 9, BY)).toBe('made')
    })

    it('give up their codes when they are over, and not before', async () => {
      await store.addDoor(door('x'), 9, BY)
      await store.addDoor({ ...door('y'), maxUses: 1 }, 9, BY)
      await admit('y' as PupilDoorId, 'Oter')

      await store.forgetCodes(NOW_MS)

      const kept = await db().selectFrom('pupil_door').select(['id', 'code', 'token']).execute()
      expect(kept.find(({ id }) => id === 'x')).toMatchObject({ code: 'code x', token: 'token x' })
      expect(kept.find(({ id }) => id !== 'x')).toMatchObject({ code: null, token: null })
    })

    it('are at most so many, also of twenty made at once', async () => {
      const made = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.addDoor(door(`d${index}`), 4, BY)),
      )

      expect(made.filter((outcome) => outcome === 'made')).toHaveLength(4)
      expect(await store.listOpenDoors(P, NOW_MS)).toHaveLength(4)
    })

    it('of forty at once let in thirty when thirty may, and leave nothing of the others', async () => {
      await store.addDoor({ ...door('x'), maxUses: 30 }, 9, BY)

      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, index) => admit(X, `Tern ${index}`)),
      )

      expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(30)
      expect(await Promise.all(MADE.map(rows))).toEqual([31, 31, 30, 30, 30])
      expect(await store.listPupils(P, NOW_MS)).toHaveLength(30)
    })

    it('of two who want one name at once let in one', async () => {
      await store.addDoor({ ...door('x'), maxUses: 2 }, 9, BY)

      const outcomes = await Promise.all([admit(X, 'Nora'), admit(X, 'NORA')])

      expect(outcomes.toSorted()).toEqual(['in', 'name-taken'])
      expect(await store.listOpenDoors(P, NOW_MS)).toMatchObject([{ uses: 1 }])
    })

    it('open a second plan to a pupil once, and none to whom it was shut by name', async () => {
      await createKyselyPlanStore(db()).addPlan(newPlan('q', 'a'))
      await store.addDoor(door('x'), 9, BY)
      await store.addDoor({ ...door('y'), planId: 'q' as PlanId }, 9, BY)
      await admit(X, 'Oter')
      const oter = 'member Oter' as MemberId
      const again = () => store.admitPupil('y' as PupilDoorId, oter, NOW_MS)

      expect(await Promise.all([again(), again(), again()])).toEqual(['in', 'in', 'in'])
      expect((await store.listPlansOf('user Oter' as UserId)).toSorted()).toEqual(['p', 'q'])
      expect(await store.listOpenDoors('q' as PlanId, NOW_MS)).toMatchObject([{ uses: 1 }])
      await db().updateTable('plan_right').set({ plan_right: 'none' }).execute()
      expect(await again()).toBe('not-open')
    })

    it('bring back by the latest return code alone, and end the sessions before it', async () => {
      await store.addDoor(door('x'), 9, BY)
      await admit(X, 'Oter')
      expect(await store.findByReturnCode('code Oter')).toBe('user Oter')

      const renewed = await store.renewReturnCode('member Oter' as MemberId, 'new', BY)

      expect(renewed).toEqual({ userId: 'user Oter', sessionHashes: ['session Oter'] })
      expect(await store.findByReturnCode('code Oter')).toBeNull()
      expect(await store.findByReturnCode('new')).toBe('user Oter')
      expect(await rows('session')).toBe(0)
      expect(await store.renewReturnCode('Elle of a' as MemberId, 'hers', BY)).toBe('not-a-pupil')
    })
  })
}

function door(id: string): NewPupilDoor {
  return {
    doorId: id as PupilDoorId,
    code: `code ${id}`,
    token: `token ${id}`,
    schoolId: 'a' as SchoolId,
    planId: P,
    label: '6A',
    expiresAtMs: NOW_MS + 100,
    maxUses: 3,
  }
}
