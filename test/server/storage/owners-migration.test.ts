import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { up as owners } from '../../../server/storage/migration-3.ts'
import {
  openSqliteUpdateLog,
  type SqliteUpdateLog,
} from '../../../server/storage/sqlite-update-log.ts'
import { sqliteDialect } from '../../../server/storage/sqlite-dialect.ts'
import type { NewUpdate } from '../../../server/sync/update-log.ts'
import type { UserId } from '../../../shared/ids.ts'
import { createSqlitePlans, type SqlitePlans } from '../../support/sqlite-plans.ts'

let plans: SqlitePlans
let log: SqliteUpdateLog

beforeEach(async () => {
  plans = await createSqlitePlans()
  log = await openSqliteUpdateLog(plans.file, () => undefined)
})
afterEach(async () => {
  await log.close()
  await plans.close()
})

it('[O2] a log from before there were owners gives every id to who first wrote under it', async () => {
  for (const id of ['p', 'q', 'empty']) await plans.addPlan(id)
  const many = Array.from({ length: 450 }, (_, index) => 1000 + index)
  await log.append([
    {
      planId: 'p',
      updates: [
        update(null, [1]),
        update('kari', [4_294_967_295]),
        // Ola brought along what Kari had written.
        update('ola', [4_294_967_295, 3]),
        update('kari', many),
      ],
    },
    { planId: 'q', updates: [update('ola', [1])] },
  ])
  const db = new Kysely<unknown>({ dialect: sqliteDialect(plans.file) })
  await sql`drop table plan_client`.execute(db)

  await owners(db)
  await db.destroy()

  expect((await log.load('p')).owners).toEqual(
    new Map<string | null, readonly number[]>([
      [null, [1]],
      ['kari', [4_294_967_295, ...many]],
      ['ola', [3]],
    ]),
  )
  expect((await log.load('q')).owners).toEqual(new Map([['ola', [1]]]))
  expect((await log.load('empty')).owners).toEqual(new Map())
})

function update(userId: string | null, clientIds: readonly number[]): NewUpdate {
  return { timeMs: 1, userId: userId as UserId | null, clientIds, bytes: Uint8Array.of(0, 0) }
}
