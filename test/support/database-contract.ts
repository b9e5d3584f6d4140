/** What the repositories take for granted of a database, whichever engine. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import { STARTING_POSTGRES_MS, type TestStorage } from './engines.ts'
import { addPlan, addSchoolOfPlans } from './sqlite-plans.ts'

export function describeDatabase(name: string, open: () => Promise<TestStorage>): void {
  describe(name, () => {
    let storage: TestStorage
    let isOpen = false
    const db = () => storage.database.db
    const users = async () => (await db().selectFrom('user').select('id').execute()).length

    beforeEach(async () => {
      storage = await open()
      isOpen = true
    }, STARTING_POSTGRES_MS)
    afterEach(async () => {
      if (isOpen) await storage.close()
      storage.remove()
    })

    it('opens again on what it has written', async () => {
      await db().insertInto('user').values(user('amina')).execute()
      await storage.close()

      storage = await storage.reopen()

      expect(await db().selectFrom('user').selectAll().execute()).toEqual([user('amina')])
    })

    it(
      'lets in one program at a time',
      async () => {
        await expect(storage.reopen()).rejects.toThrow('left its storage open')
        // Postgres is asked for three seconds.
      },
      STARTING_POSTGRES_MS,
    )

    it('does a transaction whole or not at all', async () => {
      const failing = db()
        .transaction()
        .execute(async (trx) => {
          await trx.insertInto('user').values(user('amina')).execute()
          await trx.insertInto('user').values(user('amina')).execute()
        })

      await expect(failing).rejects.toThrow(/unique/i)
      expect(await users()).toBe(0)
    })

    it('lets a transaction that reads first decide by what it has read', async () => {
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          db()
            .transaction()
            .execute(async (trx) => {
              const there = await trx.selectFrom('user').select('id').execute()
              if (there.length < 3)
                await trx
                  .insertInto('user')
                  .values(user(`u${index}`))
                  .execute()
            }),
        ),
      )

      expect(await users()).toBe(3)
    })

    it('lets a single statement decide by rows beside its own: one of two stays coordinator', async () => {
      await addSchoolOfPlans(storage.database)
      const ids = Array.from({ length: 12 }, (_, index) => `c${index}`)
      for (const id of ids) await addCoordinator(storage, id)
      const stepDown = (id: string) =>
        db()
          .updateTable('member')
          .set({ role: 'teacher' })
          .where('id', '=', id as MemberId)
          .where((where) =>
            where.exists(
              where
                .selectFrom('member as other')
                .select('other.id')
                .where('other.role', '=', 'coordinator')
                .where('other.id', '!=', id as MemberId),
            ),
          )
          .execute()

      await Promise.all(ids.map(stepDown))

      const left = await db()
        .selectFrom('member')
        .select('id')
        .where('role', '=', 'coordinator')
        .execute()
      expect(left).toHaveLength(1)
    })

    it('keeps its references', async () => {
      const homeless = addPlan(storage.database, 'p')
      await expect(homeless).rejects.toMatchObject({ code: 'server-error' })

      await addSchoolOfPlans(storage.database)
      await addPlan(storage.database, 'p')
      await db().deleteFrom('school').execute()

      expect(await db().selectFrom('plan').select('id').execute()).toEqual([])
    })

    it('gives numbers, nothing and bytes back as they were', async () => {
      await addSchoolOfPlans(storage.database)
      await addPlan(storage.database, 'p')
      const [planId, bytes] = ['p' as PlanId, Uint8Array.from({ length: 256 }, (_, each) => each)]
      const row = { plan_id: planId, seq: 2 ** 40, time_ms: 2 ** 45, user_id: null, bytes }
      await db()
        .insertInto('plan_update')
        .values({ ...row, client_ids: '[4294967295]' })
        .execute()

      const [read] = await db().selectFrom('plan_update').selectAll().execute()
      const { rows } = await db()
        .selectFrom('plan_update')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()

      expect({ ...read, bytes: [...(read?.bytes ?? [])] }).toEqual({
        ...row,
        bytes: [...bytes],
        client_ids: '[4294967295]',
      })
      expect(rows).toBe(1)
    })

    it('compares and sorts texts by their bytes', async () => {
      const sorted = ['A', 'Z', 'a', 'z', 'Å', 'å', 'é', 'ž', '𝄞']
      for (const id of sorted.toReversed()) await db().insertInto('user').values(user(id)).execute()

      const rows = await db().selectFrom('user').select('id').orderBy('id').execute()
      const above = await db()
        .selectFrom('user')
        .select('id')
        .where('id', '>', 'Z' as UserId)
        .execute()

      expect(rows.map(({ id }) => id)).toEqual(sorted)
      expect(above).toHaveLength(sorted.length - 2)
    })

    it('refuses data of a newer program and changes nothing', async () => {
      await sql`insert into kysely_migration values ('9999-later', '2030-01-01')`.execute(db())
      await storage.close()
      isOpen = false

      await expect(storage.reopen()).rejects.toThrow(/could not be brought up to date/)
    })
  })
}

const user = (id: string) => ({
  id: id as UserId,
  name: id,
  language: 'nb' as const,
  created_at_ms: 1_700_000_000_000,
})

async function addCoordinator({ database: { db } }: TestStorage, id: string): Promise<void> {
  await db.insertInto('user').values(user(id)).execute()
  await db
    .insertInto('member')
    .values({
      id: id as MemberId,
      school_id: 'school' as SchoolId,
      user_id: id as UserId,
      role: 'coordinator',
      created_at_ms: 0,
    })
    .execute()
}
