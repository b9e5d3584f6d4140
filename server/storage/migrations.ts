/** Every migration in order, and running them. The same set serves every engine. */
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as migration1 from './migration-1.ts'
import * as migration10 from './migration-10.ts'
import * as migration11 from './migration-11.ts'
import * as migration12 from './migration-12.ts'
import * as migration13 from './migration-13.ts'
import * as migration2 from './migration-2.ts'
import * as migration3 from './migration-3.ts'
import * as migration4 from './migration-4.ts'
import * as migration5 from './migration-5.ts'
import * as migration6 from './migration-6.ts'
import * as migration7 from './migration-7.ts'
import * as migration8 from './migration-8.ts'
import * as migration9 from './migration-9.ts'

/** By name, which is also their order. One that was released is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-people-and-plans': migration1,
  '0002-invitations': migration2,
  '0003-owners-of-client-ids': migration3,
  '0004-packed-history': migration4,
  '0005-rights-posts-and-audit': migration5,
  '0006-doors': migration6,
  '0007-pupils': migration7,
  '0008-erased-and-restored': migration8,
  '0009-searched-texts': migration9,
  '0010-threads-and-notifications': migration10,
  '0011-versions-and-visits': migration11,
  '0012-vouched-addresses': migration12,
  '0013-who-has-left': migration13,
}

/** Are the tables those of this program? @throws Error when it cannot be told. */
export async function tablesAge<Tables>(db: Kysely<Tables>): Promise<'same' | 'older' | 'newer'> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return 'older'
  const done = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  const names = done.map(({ name }) => name)
  if (names.some((name) => !Object.hasOwn(MIGRATIONS, name))) return 'newer'
  return names.length === Object.keys(MIGRATIONS).length ? 'same' : 'older'
}

/**
 * Brings the tables up to date, whole or not at all.
 *
 * @throws Error when one fails, or when the data were made by a newer program.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest()
  if (error === undefined) return
  throw new Error('The tables of the database could not be brought up to date', { cause: error })
}

function migratorOf<Tables>(db: Kysely<Tables>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  })
}
