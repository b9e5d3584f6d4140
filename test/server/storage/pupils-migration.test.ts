import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../../server/storage/kysely-school-store.ts'
import { up as pupils } from '../../../server/storage/migration-7.ts'
import { ENGINES, openTestStorage, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { newPlan, newSchool } from '../../support/stored-school.ts'

describe.each(ENGINES)('on %s', { timeout: STARTING_POSTGRES_MS }, (engine) => {
  it('pupils of before read on what they read, unless it was shut to them', async () => {
    const storage = await openTestStorage(engine)
    const { db } = storage.database
    const schools = createKyselySchoolStore(db)
    await schools.addExampleSchool(
      newSchool('a', [
        ['Tern 4', 'pupil'],
        ['Elle', 'teacher'],
      ]),
      9,
    )
    await schools.addExampleSchool(newSchool('b', [['Oter', 'pupil']]), 9)
    const plans = createKyselyPlanStore(db)
    for (const [plan, school] of [
      ['p', 'a'],
      ['q', 'a'],
      ['r', 'b'],
    ] as const) {
      await plans.addPlan(newPlan(plan, school))
    }
    await sql`insert into plan_right values ('q', 'Tern 4 of a', 'none')`.execute(db)
    await undo(db as unknown as Kysely<unknown>)

    await pupils(db as unknown as Kysely<unknown>)

    const rights = await db.selectFrom('plan_right').selectAll().orderBy('plan_id').execute()
    expect(rights.map((row) => ({ ...row }))).toEqual([
      { plan_id: 'p', member_id: 'Tern 4 of a', plan_right: 'read' },
      { plan_id: 'q', member_id: 'Tern 4 of a', plan_right: 'none' },
      { plan_id: 'r', member_id: 'Oter of b', plan_right: 'read' },
    ])
    await storage.close()
    storage.remove()
  })
})

async function undo(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('pupil_door').execute()
  await db.schema.dropTable('return_code').execute()
  await db.schema.dropIndex('member_by_invitation').execute()
  await db.schema.alterTable('member').dropColumn('invitation_id').execute()
  await db.schema.alterTable('invitation').dropColumn('label').execute()
}
