import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../server/storage/database.ts'
import type { Tables } from '../../../server/storage/schema.ts'
import { sqliteDialect } from '../../../server/storage/sqlite-dialect.ts'
import type { UserId } from '../../../shared/ids.ts'
import { describeDatabase } from '../../support/database-contract.ts'
import { ENGINES, openTestStorage } from '../../support/engines.ts'

describe.each(ENGINES)('storage', (engine) => {
  describeDatabase(`on ${engine}`, () => openTestStorage(engine))
})

let folder: string
let file: string
let database: Database

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samplan-db-'))
  file = join(folder, 'samplan.db')
  database = await openDatabase(file)
})

afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const user = (id: string) => ({
  id: id as UserId,
  name: id,
  language: 'nb' as const,
  created_at_ms: 1_700_000_000_000,
})

const select = (first: unknown) => sql`select ${first} as a, ${7} as b`.execute(database.db)

describe('the embedded database', () => {
  it('writes so that a power cut takes nothing, and keeps its references', async () => {
    const { rows: synchronous } = await sql`pragma synchronous`.execute(database.db)
    const { rows: journal } = await sql`pragma journal_mode`.execute(database.db)
    const { rows: references } = await sql`pragma foreign_keys`.execute(database.db)

    expect(synchronous).toMatchObject([{ synchronous: 2 }])
    expect(journal).toMatchObject([{ journal_mode: 'wal' }])
    expect(references).toMatchObject([{ foreign_keys: 1 }])
  })

  it('lets one transaction at a time at its connection', async () => {
    const addTwo = (first: string, second: string) =>
      database.db.transaction().execute(async (trx) => {
        await trx.insertInto('user').values(user(first)).execute()
        await trx.insertInto('user').values(user(second)).execute()
      })

    await Promise.all([addTwo('a', 'b'), addTwo('c', 'd'), addTwo('e', 'f')])

    expect(await database.db.selectFrom('user').selectAll().execute()).toHaveLength(6)
  })

  it('a transaction holds off other writers from its first read', async () => {
    const other = new DatabaseSync(file)
    const write = () => other.exec("insert into user values ('bilal', 'bilal', 'nb', 1)")

    await database.db.transaction().execute(async (trx) => {
      await trx.selectFrom('user').selectAll().execute()

      expect(write).toThrow(/locked/)
      await trx.insertInto('user').values(user('amina')).execute()
    })

    write()
    other.close()
    expect(await database.db.selectFrom('user').select('id').execute()).toHaveLength(2)
  })

  it('takes bytes as a parameter, and never an object for names, which would shift the rest', async () => {
    const bytes = Uint8Array.of(1, 2, 3)

    expect((await select(bytes)).rows).toMatchObject([{ a: bytes, b: 7 }])
    await expect(select(new Date(0))).rejects.toThrow(/cannot be bound/)
    await expect(select({ a: 1 })).rejects.toThrow(/cannot be bound/)
  })

  it('says when nothing can be stored, with the code for it', async () => {
    await sql`pragma query_only = on`.execute(database.db)

    expect(await database.isWritable()).toBe(false)
    await expect(
      database.db.insertInto('user').values(user('amina')).execute(),
    ).rejects.toMatchObject({ code: 'storage-unavailable' })

    await sql`pragma query_only = off`.execute(database.db)
    expect(await database.isWritable()).toBe(true)
  })

  it('begins anew after its thread died, here because the file could not be opened', async () => {
    const later = join(folder, 'later')
    const db = new Kysely<Tables>({ dialect: sqliteDialect(join(later, 'samplan.db')) })
    const ask = () => sql`select 1 as one`.execute(db)
    await expect(ask()).rejects.toMatchObject({ code: 'storage-unavailable' })

    mkdirSync(later)

    expect((await ask()).rows).toMatchObject([{ one: 1 }])
    await db.destroy()
  })

  it('refuses a file that is not a database', async () => {
    await expect(openDatabase('/dev/null/samplan.db')).rejects.toThrow()
  })
})
