import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  openPostgresUpdateLog,
  type PostgresUpdateLog,
} from '../../../server/storage/postgres-update-log.ts'
import type { Database } from '../../../server/storage/database.ts'
import { openPostgresDatabase } from '../../../server/storage/postgres-database.ts'
import { newPostgresDatabase, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { addPlan, addSchoolOfPlans } from '../../support/sqlite-plans.ts'
import { describeStoredLog } from '../../support/stored-log-contract.ts'
import { describeUpdateLog } from '../../support/update-log-contract.ts'

interface Opened {
  readonly database: Database
  readonly log: PostgresUpdateLog
}

// One for all: to open one takes longer than most of the tests do.
let opened: Opened

beforeAll(async () => {
  opened = await openLog()
}, STARTING_POSTGRES_MS)
afterAll(async () => {
  await opened.log.close()
  await opened.database.close()
})

async function open() {
  const { database, log } = opened
  await database.db.deleteFrom('school').execute()
  await addSchoolOfPlans(database)
  return {
    log,
    db: database.db,
    addPlan: (planId: string) => addPlan(database, planId),
    close: () => Promise.resolve(),
  }
}

async function openLog(): Promise<Opened> {
  // No other setting of the role or the address counts for us.
  const url = `${await newPostgresDatabase()}?options=-c%20synchronous_commit%3Doff`
  const log = await openPostgresUpdateLog(url, (error) => {
    throw error
  })
  return { log, database: await openPostgresDatabase(url) }
}

describeUpdateLog('the log in Postgres', open)
describeStoredLog('the log in tables of Postgres', open)

it('[UL10] commits to disk, on the very connection that writes', async () => {
  expect(await opened.log.settings()).toEqual({
    synchronousCommit: 'on',
    fsync: 'on',
    encoding: 'UTF8',
  })
})
