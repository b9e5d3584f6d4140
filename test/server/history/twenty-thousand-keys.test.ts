/** A year of one plan: 20,000 keys of eight people. Any moment opens, and one can go back to it. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLogReader } from '../../../server/history/read-log.ts'
import { restore } from '../../../server/history/restore.ts'
import type { UpdateLog } from '../../../server/sync/update-log.ts'
import type { MemberId, PlanId, UserId } from '../../../shared/ids.ts'
import { canonicalRestorable } from '../../../shared/plan/restorable.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { templateFieldIds } from '../../../shared/templates/template.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { HISTORY_BLOCK_ROWS } from '../../../shared/protocol/limits.ts'
import { openHistory, type StoredHistory } from '../../support/stored-history.ts'
import { connectClient } from '../../support/sync-client.ts'
import { PLAN_ID, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { typingLog } from '../../support/typing-log.ts'

const KEYS = 20_000
const SLOW_MS = 120_000
const KARI = {
  userId: 'kari' as UserId,
  memberId: 'kari of a' as MemberId,
  assertMay: () => Promise.resolve(),
}
const P = PLAN_ID as PlanId
const FIELDS = templateFieldIds(CURRENT_TEMPLATE).slice(0, 4)
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

describe('20,000 keys of eight people', () => {
  const keys = typingLog(KEYS, 1, FIELDS)
  const moments = [1, 2, 4321, 9999, 10_000, 15_500, 19_999, keys.length]
  const nowMs = () => keys.at(-1)!.timeMs
  let opened: StoredHistory
  let log: UpdateLog
  let harness: SyncHarness

  beforeAll(async () => {
    opened = await openHistory()
    log = opened.log
    await log.append([{ planId: P, updates: keys }])
    const facts = { seq: keys.length, previousSeq: 0, timeMs: 1 }
    await log.addCheckpoint(P, { ...facts, bytes: Y.encodeStateAsUpdate(docAt(keys.length)) })
    while ((await log.packHistory(P, 1)) > 0);
    harness = await startSync({ log, docs: opened.docs })
  }, SLOW_MS)
  afterAll(async () => {
    await harness.stop()
    await opened.close()
  })

  const docAt = (seq: number): Y.Doc => {
    const doc = new Y.Doc()
    doc.transact(() => keys.slice(0, seq).forEach(({ bytes }) => Y.applyUpdate(doc, bytes)))
    return doc
  }
  const saidAt = async (seq: number) =>
    hash(canonicalRestorable((await harness.server.readPlanAt(P, seq))!.plan))

  it('cost at most ten bytes each', async () => {
    const { db } = opened
    const blocks = await db.selectFrom('plan_history').select('bytes').execute()
    const left = await db.selectFrom('plan_update').select('seq').execute()

    const stored = blocks.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    expect(left).toEqual([])
    expect(stored / KEYS).toBeLessThanOrEqual(10)
  })

  it(
    'open at any moment, from one piece of the log a thousand',
    async () => {
      for (const seq of moments) {
        const expected = readPlan(docAt(seq), CURRENT_TEMPLATE).plan
        expect((await harness.server.readPlanAt(P, seq))?.plan).toEqual(expected)
        const { state, blocks, updates } = (await log.readMoment(P, seq))!
        const pieces = (state ? 1 : 0) + blocks.length + updates.length
        expect(pieces).toBeLessThanOrEqual(Math.ceil(seq / HISTORY_BLOCK_ROWS) + 1)
      }
    },
    SLOW_MS,
  )

  it(
    'are gone back from to any moment: the content is that version’s by its hash, and what is typed meanwhile is there',
    async () => {
      const reader = createLogReader({ ...opened, nowMs })
      const deps = { ...opened, reader, rooms: harness.server, nowMs }

      for (const [nth, seq] of [4321, 15_500, 10_000].entries()) {
        const away = await connectClient(harness.url, { as: 'ola' })
        await away.synced()
        await away.close()
        const word = ` <${nth}>`
        const run = away.doc.getXmlFragment(`text:${FIELDS[0]}`).get(0) as Y.XmlElement
        ;(run.get(0) as Y.XmlText).insert(3, word)

        const done = await restore(deps, P, { seq, what: { kind: 'plan' } }, KARI)
        const back = await connectClient(harness.url, { as: 'ola', doc: away.doc })
        await back.allSaved()

        expect(await saidAt(done.seq)).toBe(await saidAt(seq))
        const words = back.doc.getXmlFragment(`text:${FIELDS[0]}`).toJSON()
        expect(words).toContain(word)
        await back.close()
      }
    },
    SLOW_MS,
  )
})
