/**
 * Backup while people write, everything destroyed, restore: on both databases and from
 * each into the other. A client that was ahead is not merged, and can still be.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabaseAsItIs } from '../../../server/storage/database.ts'
import { readPlanBytes } from '../../../server/storage/read-plan-bytes.ts'
import type { PlanEntry } from '../../../shared/api/plans.ts'
import { openInFolder, openInPostgres } from '../../support/engines.ts'
import type { Program } from '../../support/program.ts'
import { lineOver, setUp, startOver } from '../../support/running-school.ts'
import { connectClient } from '../../support/sync-client.ts'

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

describe.each(['sqlite', 'postgres'] as const)('a backup of %s under way', (engine) => {
  it('is as of one moment, however much is written meanwhile', { timeout: 60_000 }, async () => {
    const line = await lineOver(engine)
    await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
    const url = line.env['DATABASE_URL']
    const storage = await (url === undefined ? openInFolder(line.folder) : openInPostgres(url))
    const { db } = storage.database
    const { id: school_id } = await db.selectFrom('school').select('id').executeTakeFirstOrThrow()
    const planId = 'p'.repeat(20)
    const plan = { id: planId, school_id, state: 'active', epoch: 1, head: 0 }
    const facts = { template_id: 'etwinning-school', template_version: 1 }
    await db
      .insertInto('plan')
      .values({ ...plan, ...facts, created_at_ms: 1, changed_at_ms: 1 } as never)
      .execute()
    const log = await storage.openUpdateLog(() => undefined)
    const until = { isDone: false }
    const write = async () => {
      const bytes = new Uint8Array(2000)
      const updates = [1, 2, 3].map((timeMs) => ({ timeMs, userId: null, clientIds: [1], bytes }))
      while (!until.isDone) await log.append([{ planId, updates }])
    }
    const writing = write()
    await log.append([{ planId, updates: [] }])

    const file = join(line.folder, 'kept.db')
    const saved = await line.run('backup', '--to', file)

    until.isDone = true
    await writing
    const head = await log.head(planId)
    await log.close()
    await storage.close()
    expect(saved).toMatchObject({ code: 0, err: '' })
    const copy = openDatabaseAsItIs(file)
    const { updates, missing } = await readPlanBytes(copy.db, planId as never)
    await copy.close()
    expect(missing).toBeNull()
    expect(updates.length % 3).toBe(0)
    expect(updates.length).toBeLessThanOrEqual(head)
  })
})
