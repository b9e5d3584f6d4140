/** One set of migrations, one schema: what each engine makes of it. */
import { expect, it } from 'vitest'
import { ROW_ORDER } from '../../../server/storage/row-order.ts'
import { type Engine, openTestStorage, STARTING_POSTGRES_MS } from '../../support/engines.ts'

/** Every type there may be, as SQLite has it written and as Postgres calls it. */
const SAME_TYPE: Readonly<Record<string, string>> = {
  text: 'text',
  bigint: 'int8',
  integer: 'int4',
  blob: 'bytea',
}

interface Column {
  readonly type: string
  readonly isNullable: boolean
}

it(
  'the migrations make the same tables on both engines, of types that mean the same',
  async () => {
    const [sqlite, postgres] = [await tablesOn('sqlite'), await tablesOn('postgres')]

    const translated = sqlite.map(([name, { type }]) => [name, SAME_TYPE[type] ?? `no ${type}`])
    expect(postgres.map(([name, { type }]) => [name, type])).toEqual(translated)
    const onPostgres = new Map(postgres)
    const looser = sqlite.filter(
      ([name, { isNullable }]) => !isNullable && onPostgres.get(name)?.isNullable,
    )
    expect(looser).toEqual([])
    expect(sqlite.length).toBeGreaterThan(60)
  },
  STARTING_POSTGRES_MS,
)

/** Every column of ours, by name. */
async function tablesOn(engine: Engine): Promise<readonly (readonly [string, Column])[]> {
  const storage = await openTestStorage(engine)
  const tables = await storage.database.db.introspection.getTables()
  await storage.close()
  storage.remove()
  return tables
    .flatMap(({ name, columns }) =>
      columns
        .filter((column) => column.name !== ROW_ORDER)
        .map(
          ({ name: column, dataType, isNullable }) =>
            [`${name}.${column}`, { type: dataType.toLowerCase(), isNullable }] as const,
        ),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
