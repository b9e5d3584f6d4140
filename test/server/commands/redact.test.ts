/**
 * A name taken out of a plan: out of the text, out of the history, out of what is said about it,
 * and, proved on the bytes, out of the database's files. Who had the old document is sent away.
 */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Kysely } from 'kysely'
import { createKyselyThreadStore } from '../../../server/storage/kysely-thread-store.ts'
import type { Tables } from '../../../server/storage/schema.ts'
import { createId, type MessageId, type PlanId, type ThreadId } from '../../../shared/ids.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { etwinningSchoolV1 } from '../../../shared/templates/etwinning-school-v1.ts'
import type { UpdateLog } from '../../../server/sync/update-log.ts'
import { seededPlanUpdate } from '../../support/seeded-plan.ts'
import { type CommandLine, createCommandLine } from '../../support/command-line.ts'
import { ENGINES, openInFolder, openInPostgres } from '../../support/engines.ts'

const NAME = 'Kari Nordmann'

async function storage(line: CommandLine) {
  const url = line.env['DATABASE_URL']
  return url === undefined ? openInFolder(line.folder) : openInPostgres(url)
}

/** A school with a plan in which the name stands, and stood. */
async function fill(line: CommandLine): Promise<PlanId> {
  await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
  const opened = await storage(line)
  const { db } = opened.database
  const { id: school_id } = await db.selectFrom('school').select('id').executeTakeFirstOrThrow()
  const planId = createId<PlanId>(randomBytes)
  const plan = { id: planId, school_id, state: 'active' as const }
  const template = { template_id: 'etwinning-school', template_version: 1 }
  await db
    .insertInto('plan')
    .values({ ...plan, ...template, epoch: 1, head: 0, created_at_ms: 1, changed_at_ms: 1 })
    .execute()
  await say(db, planId)
  const log = await opened.openUpdateLog(() => undefined)
  await write(log, planId)
  await log.close()
  await opened.close()
  return planId
}

/** A comment on words with the name in them, cut off in the middle of it. */
async function say(db: Kysely<Tables>, planId: PlanId): Promise<void> {
  const { id, school_id } = await db.selectFrom('member').selectAll().executeTakeFirstOrThrow()
  const anchor = { from: 'AA==', to: 'AA==', quote: 'takker', before: 'Vi ', after: ' Kari Nordm' }
  const outcome = await createKyselyThreadStore(db).addThread(
    { planId, schoolId: school_id },
    {
      threadId: createId<ThreadId>(randomBytes),
      messageId: createId<MessageId>(randomBytes),
      place: { kind: 'field', fieldId: 'leadership.today', anchor },
      body: `Spurte noen ${NAME}?`,
      change: null,
      epoch: null,
      facts: { sectionId: null, ownerIds: [] },
    },
    { memberId: id, atMs: 2 },
  )
  expect(outcome).toBe('changed')
}

async function write(log: UpdateLog, planId: string): Promise<void> {
  const doc = new Y.Doc()
  const append = (bytes: Uint8Array) =>
    log.append([
      { planId, updates: [{ timeMs: 5, userId: null, clientIds: [doc.clientID], bytes }] },
    ])
  Y.applyUpdate(doc, seededPlanUpdate(`Plan for ${NAME}`))
  await append(Y.encodeStateAsUpdate(doc))
  doc.on('update', (bytes: Uint8Array) => void updates.push(bytes))
  const updates: Uint8Array[] = []
  const paragraph = doc.getXmlFragment('text:leadership.today').get(0) as Y.XmlElement
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, `Vi takker ${NAME} for hjelpen.`)
  // Over the border of bold and plain, and in capitals.
  text.format(10, 4, { bold: {} })
  text.insert(text.length, ` ${NAME.toUpperCase()}s gruppe.`)
  text.insert(text.length, ` ${NAME} igjen.`)
  text.delete(text.length - ` ${NAME} igjen.`.length, ` ${NAME} igjen.`.length)
  for (const bytes of updates) await append(bytes)
  const seq = updates.length + 1
  const bytes = Y.encodeStateAsUpdate(doc)
  await log.addCheckpoint(planId, { seq, previousSeq: 0, timeMs: 6, bytes })
}

function bytesOf(folder: string): Buffer {
  const files = readdirSync(folder).filter((name) => name.startsWith('samplan.db'))
  return Buffer.concat(files.map((name) => readFileSync(join(folder, name))))
}

describe.each(ENGINES)('redacting on %s', (engine) => {
  it(
    'takes every occurrence out of the plan and its history, and leaves the rest',
    { timeout: 60_000 },
    async () => {
      const line = await createCommandLine(engine)
      const planId = await fill(line)
      if (engine === 'sqlite') expect(bytesOf(line.folder).includes(NAME)).toBe(true)

      const careful = await line.run('redact', '--plan', planId, '--text', NAME)
      const words = ['redact', '--plan', planId, '--text', NAME, '--yes', '--json']
      const done = await line.run<{ places: number }>(...words)

      expect(careful.code).toBe(2)
      expect(done).toMatchObject({ code: 0, json: { places: 4 } })
      const opened = await storage(line)
      const log = await opened.openUpdateLog(() => undefined)
      const loaded = await log.load(planId)
      const history = await log.readHistory(planId, { after: 0, limit: 100 })
      await log.close()
      const [deed] = await opened.database.db
        .selectFrom('audit_entry')
        .select(['deed', 'facts'])
        .orderBy('seq', 'desc')
        .limit(1)
        .execute()
      const summary = await opened.database.db.selectFrom('plan_summary').select('title').execute()
      const said = await opened.database.db
        .selectFrom('thread')
        .innerJoin('thread_message as message', 'message.thread_id', 'thread.id')
        .select(['thread.place', 'message.body'])
        .execute()
      await opened.close()

      expect(said).toMatchObject([{ body: 'Spurte noen …?' }])
      expect(JSON.parse(said[0]?.place ?? '')).toMatchObject({
        anchor: { quote: 'takker', before: 'Vi ', after: ' …' },
      })
      expect(loaded).toMatchObject({ head: 1, checkpoint: null })
      expect(loaded.epoch).toBeGreaterThan(1)
      expect(history).toHaveLength(1)
      const doc = new Y.Doc()
      for (const { bytes } of loaded.updates) Y.applyUpdate(doc, bytes)
      const { plan, repairs } = readPlan(doc, etwinningSchoolV1)
      expect(repairs).toEqual([])
      expect(plan.title).toBe('Plan for …')
      expect(plan.texts['leadership.today']).toEqual([
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Vi takker ', marks: [] },
            { type: 'text', text: '…', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' for hjelpen. …s gruppe.', marks: [] },
          ],
        },
      ])
      expect(deed).toEqual({ deed: 'plan-redacted', facts: '{"places":4}' })
      expect(summary).toEqual([{ title: 'Plan for …' }])
      if (engine === 'sqlite') {
        const bytes = bytesOf(line.folder)
        expect(bytes.includes('for hjelpen')).toBe(true)
        for (const said of [NAME, 'Nordmann', NAME.toUpperCase()]) {
          expect(bytes.includes(said)).toBe(false)
        }
      }
      expect((await line.run('doctor')).out).toContain('1 plans can be read')
      line.remove()
    },
  )
})

it(
  'redacting asks for a plan that is there, and for more than a letter',
  { timeout: 30_000 },
  async () => {
    const line = await createCommandLine('sqlite')
    const planId = await fill(line)

    const none = await line.run('redact', '--plan', '0'.repeat(20), '--text', NAME, '--yes')
    const letter = await line.run('redact', '--plan', planId, '--text', 'a', '--yes')

    expect(none).toMatchObject({ code: 1, err: `There is no plan ${'0'.repeat(20)}.\n` })
    expect(letter.code).toBe(2)
    expect((await line.run('redact', '--plan', 'x', '--text', 'ab', '--yes')).code).toBe(2)
    line.remove()
  },
)
