import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { up as owners } from '../../../server/storage/migration-3.ts'
import type { NewUpdate } from '../../../server/sync/update-log.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ENGINES, openTestStorage, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { addPlan, addSchoolOfPlans } from '../../support/sqlite-plans.ts'

describe.each(ENGINES)('on %s', { timeout: STARTING_POSTGRES_MS }, (engine) => {
  it('[O2] a log from before there were owners gives every id to who first wrote under it', async () => {
    const storage = await openTestStorage(engine)
    const { database } = storage
    const log = await storage.openUpdateLog((error) => {
      throw error
    })
    await addSchoolOfPlans(database)
    for (const id of ['p', 'q', 'empty']) await addPlan(database, id)
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
    await sql`drop table plan_client`.execute(database.db)

    await owners(database.db as unknown as Kysely<unknown>)

    expect((await log.load('p')).owners).toEqual(
      new Map<string | null, readonly number[]>([
        [null, [1]],
        ['kari', [4_294_967_295, ...many]],
        ['ola', [3]],
      ]),
    )
    expect((await log.load('q')).owners).toEqual(new Map([['ola', [1]]]))
    expect((await log.load('empty')).owners).toEqual(new Map())
    await log.close()
    await storage.close()
    storage.remove()
  })
})

function update(userId: string | null, clientIds: readonly number[]): NewUpdate {
  return { timeMs: 1, userId: userId as UserId | null, clientIds, bytes: Uint8Array.of(0, 0) }
}
