/** A database of an engine for all tests of a file, empty before each: to open one takes longer than most tests do. */
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Tables } from '../../server/storage/schema.ts'
import { type Engine, openTestStorage, STARTING_POSTGRES_MS, type TestStorage } from './engines.ts'

/** Call it within `describe`, and what it returns within tests. */
export function useDatabase(engine: Engine): () => Kysely<Tables> {
  let storage: TestStorage
  const db = () => storage.database.db

  beforeAll(async () => {
    storage = await openTestStorage(engine)
  }, STARTING_POSTGRES_MS)
  beforeEach(async () => {
    // All else is of a school or of a person, and goes with them.
    for (const table of ['school', 'user', 'set_up_link'] as const) {
      await db().deleteFrom(table).execute()
    }
  })
  afterAll(async () => {
    await storage.close()
    storage.remove()
  })
  return db
}
