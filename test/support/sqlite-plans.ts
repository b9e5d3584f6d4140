/** A database with the real tables and plans in it, for tests of the log. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../server/storage/database.ts'
import type { PlanId, SchoolId } from '../../shared/ids.ts'

const SCHOOL_ID = 'school' as SchoolId

export interface SqlitePlans {
  readonly file: string
  readonly db: Database['db']
  /** Makes an empty plan of this id. */
  addPlan(planId: string): Promise<void>
  /** Closes and takes the file away. */
  close(): Promise<void>
}

export async function createSqlitePlans(): Promise<SqlitePlans> {
  const folder = await mkdtemp(join(tmpdir(), 'samplan-log-'))
  const file = join(folder, 'samplan.sqlite')
  const database = await openPlansDatabase(file)

  return {
    file,
    db: database.db,
    addPlan: (planId) => addPlan(database, planId),
    async close() {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Opens a database file, a new one with the school that plans belong to. */
export async function openPlansDatabase(file: string): Promise<Database> {
  const database = await openDatabase(file)
  await addSchoolOfPlans(database)
  return database
}

/** The school that plans belong to, unless it is there. */
export async function addSchoolOfPlans({ db }: Database): Promise<void> {
  await db
    .insertInto('school')
    .values({
      id: SCHOOL_ID,
      name: 'Ternvåg skole',
      language: 'nb',
      time_zone: 'Europe/Oslo',
      frozen_today: null,
      expires_at_ms: null,
      created_at_ms: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Makes an empty plan of this id. */
export async function addPlan({ db }: Database, planId: string): Promise<void> {
  await db
    .insertInto('plan')
    .values({
      id: planId as PlanId,
      school_id: SCHOOL_ID,
      state: 'active',
      template_id: 'etwinning-school',
      template_version: 1,
      epoch: 1,
      head: 0,
      created_at_ms: 0,
      changed_at_ms: 0,
    })
    .execute()
}
