/** What a restore refuses, keeps and takes again; that it goes from database to database: backup-restore.test.ts. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import type { PlanId } from '../../../shared/ids.ts'
import { createCommandLine } from '../../support/command-line.ts'
import { lineOver, setUp, startOver } from '../../support/running-school.ts'
import { newPlan } from '../../support/stored-school.ts'

describe('a restore', { timeout: 30_000 }, () => {
  it('brings back no erased name and no ended session, and keeps what there was', async () => {
    const line = await lineOver('sqlite')
    await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
    const opened = line.open()
    const { db } = opened
    const { id: schoolId } = await db.selectFrom('school').select('id').executeTakeFirstOrThrow()
    for (const [id, name, role] of [
      ['a', 'Per', 'coordinator'],
      ['b', 'Kari', 'teacher'],
    ] as const) {
      const user = { id, name, language: 'nb', created_at_ms: 1 }
      await db
        .insertInto('user')
        .values(user as never)
        .execute()
      const member = { id, school_id: schoolId, user_id: id, role, created_at_ms: 1 }
      await db
        .insertInto('member')
        .values(member as never)
        .execute()
      const session = { token_hash: id, user_id: id, created_at_ms: 1, expires_at_ms: 9e12 }
      await db
        .insertInto('session')
        .values(session as never)
        .execute()
    }
    await opened.close()
    const file = join(line.folder, 'kept.db')
    await line.run('backup', '--to', file)
    await line.run('erase', '--member', 'Kari', '--yes')
    await line.run('sessions', 'end', '--member', 'Per')

    const restored = await line.run<{ erasedAgain: number; safety: string }>(
      'restore',
      file,
      '--replace',
      '--json',
    )

    expect(restored.json?.erasedAgain).toBe(1)
    const after = line.open()
    const names = await after.db.selectFrom('user').select('name').execute()
    expect(names.map(({ name }) => name).sort()).toEqual(['', 'Ingrid', 'Per'])
    expect(await after.db.selectFrom('session').selectAll().execute()).toEqual([])
    await after.close()
    // What was replaced can be put back.
    const back = await line.run('restore', restored.json?.safety ?? '', '--replace')
    expect(back.code).toBe(0)
  })

  it('puts back what it put aside in the same second, and puts aside beside it', async () => {
    const line = await createCommandLine('sqlite', () => Date.UTC(2027, 0, 19))
    await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
    const file = join(line.folder, 'kept.db')
    await line.run('backup', '--to', file)
    await line.run('create-school', '--name', 'Ternvåg', '--coordinator', 'Elle')
    const restore = (from: string) =>
      line.run<{ schools: number; safety: string }>('restore', from, '--replace', '--json')

    const first = await restore(file)
    const back = await restore(first.json?.safety ?? '')

    expect([first.json?.schools, back.json?.schools]).toEqual([1, 2])
    expect(back.json?.safety).not.toBe(first.json?.safety)
    line.remove()
  })

  it('says in which plans a text stands again that was taken out since', async () => {
    const line = await lineOver('sqlite')
    await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
    const opened = line.open()
    const { id: schoolId } = await opened.db
      .selectFrom('school')
      .select('id')
      .executeTakeFirstOrThrow()
    const plans = createKyselyPlanStore(opened.db)
    const [before, since, both] = ['a', 'b', 'c'].map((id) => id.repeat(20) as PlanId)
    const by = { memberId: null, atMs: 1 }
    for (const planId of [before, since, both]) await plans.addPlan(newPlan(planId!, schoolId))
    for (const planId of [before, both]) await plans.noteRedacted(planId!, 1, by)
    await opened.close()
    const file = join(line.folder, 'kept.db')
    await line.run('backup', '--to', file)
    const again = line.open()
    const later = createKyselyPlanStore(again.db)
    // Of the one it is only told that it began: the program broke.
    await later.noteRedacting(since!, by)
    for (const places of [1, 2]) await later.noteRedacted(both!, places, by)
    await again.close()

    const restored = await line.run<{ redactedSince: string[]; safety: string }>(
      'restore',
      file,
      '--replace',
      '--json',
    )
    expect(restored.json?.redactedSince.toSorted()).toEqual([since, both])
    const back = await line.run('restore', restored.json?.safety ?? '', '--replace')
    expect(back.out).not.toContain('Back again')
    const said = await line.run('restore', file, '--replace')
    expect(said.out).toContain(`taken out of plan ${since} since the backup was made`)
    expect(said.out).not.toContain(`plan ${before}`)
  })

  it('also takes the place of a database that cannot be opened any more, which is kept', async () => {
    const line = await lineOver('sqlite')
    await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
    const file = join(line.folder, 'kept.db')
    await line.run('backup', '--to', file)
    const database = join(line.folder, 'samplan.db')
    for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true })
    writeFileSync(database, 'nothing that SQLite could read, but longer than its header is')

    expect((await line.run('restore', file)).err).toMatch(/^There are schools here already\./)
    const words = ['restore', file, '--replace', '--json']
    const { code, json } = await line.run<{ safety: string }>(...words)

    expect(code).toBe(0)
    expect(readFileSync(json?.safety ?? '', 'utf8')).toMatch(/^nothing that SQLite/)
    expect((await line.run('audit', 'verify')).out).toContain('Lyngnes: 2 entries, whole')
  })

  it('refuses what is no backup, and changes nothing', async () => {
    const line = await lineOver('sqlite')
    await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')

    const missing = await line.run('restore', join(line.folder, 'none.db'), '--replace')
    const wrong = await line.run('restore', join(process.cwd(), '../package.json'), '--replace')

    expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/^There is no file /) })
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(/is no backup of Samplan|cannot be opened|There is no file/)
    expect((await line.run('audit', 'verify')).out).toContain('Lyngnes: 1 entries, whole')
  })

  it('of the same backup twice is two epochs', { timeout: 60_000 }, async () => {
    const line = await lineOver('sqlite')
    const program = await startOver(line)
    await setUp(program)
    await program.stop()
    const file = join(line.folder, 'kept.db')
    await line.run('backup', '--to', file)
    const epochs: number[] = []
    while (epochs.length < 2) {
      await line.run('restore', file, '--replace')
      const opened = line.open()
      epochs.push(
        (await opened.db.selectFrom('plan').select('epoch').executeTakeFirstOrThrow()).epoch,
      )
      await opened.close()
    }

    expect(epochs[1]).toBeGreaterThan(epochs[0] ?? 0)
  })
})
