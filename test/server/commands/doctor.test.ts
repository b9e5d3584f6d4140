/** The doctor finds what is broken, says what to do, and changes nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Checked } from '../../../server/doctor/check.ts'
import { type CommandLine, createCommandLine } from '../../support/command-line.ts'
import { ENGINES } from '../../support/engines.ts'
import { openMailbox } from '../../support/mailbox.ts'
import { seededPlanUpdate } from '../../support/seeded-plan.ts'

interface Report {
  readonly problems: number
  readonly warnings: number
  readonly checks: readonly Checked[]
}

const PLAN_ID = 'p'.repeat(20)

describe.each(ENGINES)('doctor over %s', { timeout: 30_000 }, (engine) => {
  let line: CommandLine

  beforeEach(async () => {
    line = await createCommandLine(engine)
    await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
  })
  afterEach(() => line.remove())

  const look = async () => {
    const { code, json } = await line.run<Report>('doctor', '--json')
    const found = Object.fromEntries((json?.checks ?? []).map(({ name, ...rest }) => [name, rest]))
    return { code, found, json }
  }
  const change = async (work: (db: ReturnType<CommandLine['open']>['db']) => Promise<unknown>) => {
    const opened = line.open()
    const { db } = opened
    await work(db)
    await opened.close()
  }
  const addPlan = () =>
    change(async (db) => {
      const { id: school_id } = await db.selectFrom('school').select('id').executeTakeFirstOrThrow()
      const times = { created_at_ms: 1, changed_at_ms: 1 }
      const template = { template_id: 'etwinning-school', template_version: 1 }
      const plan = { id: PLAN_ID, school_id, state: 'active', epoch: 1, head: 1 }
      await db
        .insertInto('plan')
        .values({ ...plan, ...template, ...times } as never)
        .execute()
      const bytes = seededPlanUpdate('Plan')
      const update = { plan_id: PLAN_ID, seq: 1, time_ms: 1, client_ids: '[1]', bytes }
      await db
        .insertInto('plan_update')
        .values(update as never)
        .execute()
    })

  it('finds nothing wrong where nothing is', async () => {
    await addPlan()

    const { code, found } = await look()

    expect(code).toBe(0)
    const wrong = Object.entries(found).filter(([, { state }]) => state === 'problem')
    expect(wrong).toEqual([])
    expect(Object.keys(found)).toEqual(
      (
        'database,tables,writing,audit trails,plans,lists,clock,disk,backups,address,mail,' +
        'sign-in provider'
      ).split(','),
    )
    expect(found['backups']?.state).toBe('warning')
    await line.run('backup')
    expect((await look()).found['backups']?.state).toBe('fine')
  })

  it('finds a trail that was changed by hand', async () => {
    await change((db) => db.updateTable('audit_entry').set({ at_ms: 5 }).execute())

    const { code, found } = await look()

    expect(code).toBe(1)
    expect(found['audit trails']?.said).toMatch(/^Not whole: Lyngnes from entry 1 on \(changed\)/)
  })

  it('finds plans whose log has a hole, or cannot be read', async () => {
    await addPlan()
    await change((db) => db.updateTable('plan').set({ head: 2 }).execute())
    expect((await look()).found['plans']?.said).toContain('update 2 is missing')

    const bytes = Uint8Array.of(9, 9, 9)
    const update = { plan_id: PLAN_ID, seq: 2, time_ms: 1, client_ids: '[1]', bytes }
    await change((db) =>
      db
        .insertInto('plan_update')
        .values(update as never)
        .execute(),
    )
    const { code, found } = await look()
    expect(code).toBe(1)
    expect(found['plans']?.said).toContain('1 updates cannot be read')
  })

  it('finds a clock that is behind, and tables of another program', async () => {
    await addPlan()
    const tomorrow = Date.now() + 24 * 60 * 60 * 1000
    await change((db) => db.updateTable('plan').set({ changed_at_ms: tomorrow }).execute())
    expect((await look()).found['clock']).toMatchObject({ state: 'problem' })

    const newer = { name: '9999-later', timestamp: '2030' }
    await change((db) =>
      db
        .insertInto('kysely_migration' as never)
        .values(newer)
        .execute(),
    )
    expect((await look()).found['tables']?.said).toMatch(/^The tables are of a newer Samplan/)
    expect((await line.run('audit', 'verify')).err).toMatch(/newer Samplan than this one/)
  })
})

describe('doctor', () => {
  it('says why Postgres cannot be had, without the password', async () => {
    const line = await createCommandLine('sqlite')
    Object.assign(line.env, { DATABASE_URL: 'postgres://samplan:secret@127.0.0.1:1/samplan' })
    const sentence =
      'Postgres does not answer at 127.0.0.1:1 (ECONNREFUSED). Is it running, and is DATABASE_URL right?'

    const { code, out } = await line.run('doctor')

    expect([code, out.split('\n')[0]]).toEqual([1, `PROBLEM  database: ${sentence}`])
    expect((await line.run('backup')).err).toBe(`${sentence}\n`)
    expect((await line.run('create-school', '--name', 'A', '--coordinator', 'B')).err).toBe(
      `${sentence}\n`,
    )
    line.remove()
  })

  it('says that there is no database, and looks at the rest', async () => {
    const line = await createCommandLine('sqlite')
    const { code, out } = await line.run('doctor')

    expect(code).toBe(1)
    expect(out).toMatch(/PROBLEM {2}database: There is no school in /)
    expect(out).toContain('disk: ')
    line.remove()
  })

  it('tries the mail server and the sign-in provider', async () => {
    const line = await createCommandLine('sqlite')
    const mailbox = await openMailbox()
    Object.assign(line.env, { SMTP_URL: mailbox.url, MAIL_FROM: 'samplan@x.no' })
    expect((await line.run('doctor')).out).toContain('mail: The mail server lets us in.')
    await mailbox.close()

    Object.assign(line.env, {
      OIDC_ISSUER: 'http://localhost:1',
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
    })
    const { out } = await line.run('doctor')
    expect(out).toMatch(/PROBLEM {2}mail: The mail server does not let us in/)
    expect(out).toMatch(/PROBLEM {2}sign-in provider: http:\/\/localhost:1\/.well-known/)
    line.remove()
  })
})
