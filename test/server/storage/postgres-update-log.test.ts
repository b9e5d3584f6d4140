import { afterAll, expect, it } from 'vitest'
import {
  openPostgresUpdateLog,
  type PostgresUpdateLog,
} from '../../../server/storage/postgres-update-log.ts'
import type { Database } from '../../../server/storage/database.ts'
import { openPostgresDatabase } from '../../../server/storage/postgres-database.ts'
import { newPostgresDatabase } from '../../support/engines.ts'
import { addPlan, addSchoolOfPlans } from '../../support/sqlite-plans.ts'
import { describeStoredLog } from '../../support/stored-log-contract.ts'
import { describeUpdateLog } from '../../support/update-log-contract.ts'

interface Opened {
  readonly database: Database
  readonly log: PostgresUpdateLog
}

// One for all: to open one takes longer than most of the tests do.
let opened: Promise<Opened> | null = null

afterAll(async () => {
  const { database, log } = (await opened) ?? {}
  await log?.close()
  await database?.close()
})

async function open() {
  const { database, log } = await (opened ??= openLog())
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
  const { log } = await open()

  expect(await log.settings()).toEqual({
    synchronousCommit: 'on',
    fsync: 'on',
    encoding: 'UTF8',
  })
})
