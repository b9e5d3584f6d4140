/**
 * Backup while people write, everything destroyed, restore: on both databases and from
 * each into the other. A client that was ahead is not merged, and can still be.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { PlanEntry } from '../../../shared/api/plans.ts'
import { type CommandLine, createCommandLine } from '../../support/command-line.ts'
import type { ENGINES } from '../../support/engines.ts'
import { createProgram, type Program } from '../../support/program.ts'
import { connectClient } from '../../support/sync-client.ts'

const ends: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function lineOver(engine: (typeof ENGINES)[number]): Promise<CommandLine> {
  const line = await createCommandLine(engine)
  ends.push(() => line.remove())
  return line
}

async function startOver(line: CommandLine): Promise<Program> {
  const program = await createProgram(line.env)
  ends.push(async () => {
    await program.kill()
    rmSync(program.dataFolder, { recursive: true, force: true })
  })
  await program.start()
  return program
}

/** A coordinator's cookie, and a plan of theirs. */
async function setUp(program: Program): Promise<{ cookie: string; planId: string }> {
  const token = /set-up#(\S+)/.exec(program.said())?.[1] ?? ''
  const post = (path: string, body: object, cookie = '') =>
    fetch(program.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: program.url, cookie },
      body: JSON.stringify(body),
    })
  const names = { schoolName: 'Lyngnes skole', name: 'Ingrid', language: 'nb' }
  const reply = await post('/api/set-up', { token, ...names })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = await fetch(`${program.url}/api/me`, { headers: { cookie } })
  const { schools } = (await me.json()) as { schools: { schoolId: string }[] }
  const made = await post(
    `/api/schools/${schools[0]?.schoolId}/plans`,
    { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null },
    cookie,
  )
  return { cookie, planId: ((await made.json()) as { planId: string }).planId }
}

async function entryOf(program: Program, planId: string, cookie: string): Promise<PlanEntry> {
  const reply = await fetch(`${program.url}/api/plans/${planId}/entry`, { headers: { cookie } })
  return (await reply.json()) as PlanEntry
}

function joinPlan(
  program: Program,
  planId: string,
  cookie: string,
  doc: Y.Doc,
  epoch: number | null,
) {
  return connectClient(program.url.replace('http', 'ws'), {
    planId,
    doc,
    headers: { cookie, origin: program.url },
    query: epoch === null ? {} : { epoch: String(epoch) },
  })
}

const titleOf = (doc: Y.Doc) => doc.getMap('plan').get('title')

describe.each([
  ['sqlite', 'sqlite'],
  ['postgres', 'postgres'],
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)('a backup of %s', (from, into) => {
  it(`goes into ${into}, and nobody who was ahead is merged`, { timeout: 60_000 }, async () => {
    const line = await lineOver(from)
    const program = await startOver(line)
    const { cookie, planId } = await setUp(program)
    const doc = new Y.Doc()
    const client = await joinPlan(program, planId, cookie, doc, 1)
    await client.synced()
    doc.getMap('plan').set('title', 'Before the backup')
    await client.allSaved()

    // While it runs, and somebody is in.
    const file = join(line.folder, 'kept.db')
    const saved = await line.run('backup', '--to', file)
    expect(saved).toMatchObject({ code: 0, err: '' })
    doc.getMap('plan').set('title', 'After the backup')
    await client.allSaved()
    const beside = await line.run('restore', file, '--replace')
    expect(beside.code).toBe(1)
    expect(beside.err).toMatch(/^Samplan is running over /)
    await client.close()
    await program.kill()

    const other = from === into ? line : await lineOver(into)
    if (from === into) {
      expect((await line.run('restore', file)).err).toMatch(/^There are schools here already\./)
    }
    const words = from === into ? ['--replace'] : []
    const restored = await other.run('restore', file, ...words)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toContain('1 schools and 1 plans are as they were')
    expect((await other.run('audit', 'verify')).out).toContain('whole')

    const again = await startOver(other)
    const entry = await entryOf(again, planId, cookie)
    expect(entry.restoredEpoch).toBe(entry.epoch)
    expect(entry.epoch).toBeGreaterThan(1)
    for (const epoch of [1, null]) {
      const ahead = await joinPlan(again, planId, cookie, doc, epoch)
      expect(await ahead.closed()).toBe(4409)
    }
    const fresh = new Y.Doc()
    const late = await joinPlan(again, planId, cookie, fresh, entry.epoch)
    await late.synced()
    expect(titleOf(fresh)).toBe('Before the backup')
    // And one writes on.
    fresh.getMap('plan').set('title', 'After the restore')
    await late.allSaved()
    await late.close()
  })
})

describe('a restore', () => {
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
