import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cookieOf, type TestApp } from '../../support/build-app.ts'
import { openPupils, type Pupils } from '../../support/pupils.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let app: TestApp
let pupils: Pupils

beforeEach(async () => {
  ;({ app, pupils } = await openPupils())
})

afterEach(() => app.close())

const TABLES = ['user', 'member', 'session', 'return_code', 'plan_right'] as const
const everything = () =>
  Promise.all(
    TABLES.map(
      async (table) =>
        (
          await app.database.db
            .selectFrom(table)
            .select((where) => where.fn.countAll<number>().as('all'))
            .executeTakeFirstOrThrow()
        ).all,
    ),
  )

describe('a raced or replayed join code', () => {
  it('of forty pupils at once lets in thirty when thirty may, and leaves nothing of the others', async () => {
    const { code } = await pupils.open({ maxUses: 30 })
    const before = await everything()

    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) => pupils.tryToComeIn(code, { name: `Tern ${index}` })),
    )

    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(30)
    expect(statuses.filter((status) => status === 410)).toHaveLength(10)
    expect(await everything()).toEqual(before.map((count) => count + 30))
    expect((await pupils.list()).pupils).toHaveLength(30)
  })

  it('of ten who want to be Nora at once makes one Nora, and the code is not worn by the others', async () => {
    const { code } = await pupils.open({ maxUses: 2 })

    const replies = await Promise.all(
      Array.from({ length: 10 }, () => pupils.tryToComeIn(code, { name: 'Nora' })),
    )

    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect((await pupils.list()).doors).toMatchObject([{ uses: 1 }])
  })

  it.each(['closed', 'expired', 'used up', 'of a deleted plan', 'unknown'])(
    'that is %s is refused like any other that opens nothing, by letters and by link',
    async (trouble) => {
      const { doorId, code, token } = await pupils.open({ days: 1, maxUses: 1 })
      if (trouble === 'closed') expect((await pupils.close(doorId)).statusCode).toBe(204)
      if (trouble === 'expired') app.clock.nowMs += DAY_MS
      if (trouble === 'used up') await pupils.comeIn(code, { name: 'Første' })
      if (trouble === 'of a deleted plan') {
        await app.database.db.updateTable('plan').set({ state: 'deleted' }).execute()
      }
      const other = code === 'BBBBBB' ? 'DDDDDD' : 'BBBBBB'
      const tried = trouble === 'unknown' ? [other, `${token.slice(1)}x`] : [code, token]

      for (const secret of tried) {
        const reply = await pupils.tryToComeIn(secret)
        expect(reply.json()).toMatchObject({ code: 'link-not-valid' })
        expect(cookieOf(reply)).toBeNull()
      }
    },
  )

  it('is not spent by a try that failed half-way', async () => {
    const { code } = await pupils.open({ maxUses: 1 })
    const before = await everything()
    await app.database.db.schema.alterTable('return_code').renameTo('return_code_away').execute()

    const failed = await pupils.tryToComeIn(code)

    await app.database.db.schema.alterTable('return_code_away').renameTo('return_code').execute()
    expect(failed.statusCode).toBe(500)
    expect(await everything()).toEqual(before)
    expect((await pupils.tryToComeIn(code)).statusCode).toBe(200)
  })
})
