import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createKyselySchoolStore } from '../../../server/storage/kysely-school-store.ts'
import { up as vouched } from '../../../server/storage/migration-12.ts'
import { ENGINES, openTestStorage, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { newSchool } from '../../support/stored-school.ts'

describe.each(ENGINES)('on %s', { timeout: STARTING_POSTGRES_MS }, (engine) => {
  it('addresses of before are vouched for where an invitation tells it', async () => {
    const storage = await openTestStorage(engine)
    const { db } = storage.database
    const people = ['Kari', 'Ola', 'Per', 'Amina'] as const
    await createKyselySchoolStore(db).addExampleSchool(
      newSchool(
        'a',
        people.map((name) => [name, 'teacher']),
      ),
      9,
    )
    for (const [name, confirmedAtMs] of [
      ['Kari', null],
      ['Ola', null],
      ['Per', 5],
      ['Amina', null],
    ] as const) {
      await sql`insert into account (user_id, email, email_confirmed_at_ms)
        values (${name}, ${`${name}@a.no`}, ${confirmedAtMs})`.execute(db)
    }
    for (const [name, usedAtMs] of [
      ['Kari', 7],
      ['Per', 7],
      ['Amina', null],
    ] as const) {
      await sql`insert into personal_invitation
          (id, token_hash, school_id, email, name, role, created_at_ms, expires_at_ms, used_at_ms)
        values (${name}, ${name}, 'a', ${`${name}@a.no`}, ${name}, 'teacher', 1, 9, ${usedAtMs})`.execute(
        db,
      )
    }
    await db.schema.alterTable('account').dropColumn('email_vouched_at_ms').execute()

    await vouched(db as unknown as Kysely<unknown>)

    const rows = await db
      .selectFrom('account')
      .select(['email', 'email_vouched_at_ms as at'])
      .orderBy('email')
      .execute()
    expect(rows.map(({ email, at }) => [email, at])).toEqual([
      ['Amina@a.no', null],
      ['Kari@a.no', 7],
      ['Ola@a.no', null],
      ['Per@a.no', null],
    ])
    await storage.close()
    storage.remove()
  })
})
