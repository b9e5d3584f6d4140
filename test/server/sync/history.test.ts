import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { createHistoryPacker } from '../../../server/sync/history-packer.ts'
import { documentHash } from '../../../shared/plan/document-hash.ts'
import { HISTORY_BLOCK_ROWS, HISTORY_LEFTOVER_ROWS } from '../../../shared/protocol/limits.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { PLAN_ID, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { typingLog } from '../../support/typing-log.ts'
import { until } from '../../support/until.ts'

const KEYS = typingLog(HISTORY_BLOCK_ROWS + 300)

describe('the history of a plan', () => {
  let harness: SyncHarness | null = null
  afterEach(() => harness?.stop())

  it('[H1] shows the plan as it was after any update, packed or not', async () => {
    const log = await logOfKeys()
    harness = await startSync({ log })
    const { server } = harness
    const moments = [0, 1, 500, 999, 1000, 1001, KEYS.length - 1, KEYS.length]
    const before = await Promise.all(moments.map((seq) => server.readPlanAt(PLAN_ID, seq)))

    await log.packHistory(PLAN_ID, 1)

    const after = await Promise.all(moments.map((seq) => server.readPlanAt(PLAN_ID, seq)))
    expect(after.map((each) => each?.documentHash)).toEqual(moments.map(hashAt))
    expect(after).toEqual(before)
    expect((await server.readPlan(PLAN_ID)).documentHash).toBe(hashAt(KEYS.length))
    expect(await server.readPlanAt(PLAN_ID, KEYS.length + 1)).toBeNull()
  })

  it('[H2] is packed block by block after a checkpoint, and what is left over once an hour', async () => {
    const log = await logOfKeys()
    const packer = createHistoryPacker({ log, logger: createCollectedLog() })

    packer.packPlan(PLAN_ID)
    await until('the whole block is packed', () => isPackedUpTo(log, HISTORY_BLOCK_ROWS))
    const toPack = await log.plansToPack(HISTORY_LEFTOVER_ROWS, 9)
    packer.packLeftovers()
    await until('the rest is packed', () => isPackedUpTo(log, KEYS.length))
    await packer.close()

    expect(toPack).toEqual([PLAN_ID])
  })

  it('[H2] stays as it is when it cannot be packed, and that is logged', async () => {
    const logger = createCollectedLog()
    const log = await logOfKeys()
    const packer = createHistoryPacker({
      log: { ...log, packHistory: () => Promise.reject(new Error('the disk')) },
      logger,
    })

    packer.packPlan(PLAN_ID)
    await until('it is logged', () => logger.said().includes('history could not be packed'))
    await packer.close()

    expect(await log.plansToPack(KEYS.length, 9)).toEqual([PLAN_ID])
  })
})

type Log = ReturnType<typeof createMemoryUpdateLog>

/** The keys, and a checkpoint of all. */
async function logOfKeys(): Promise<Log> {
  const log = createMemoryUpdateLog()
  log.addPlan(PLAN_ID)
  await log.append([{ planId: PLAN_ID, updates: KEYS }])
  const facts = { seq: KEYS.length, previousSeq: 0, timeMs: 1 }
  await log.addCheckpoint(PLAN_ID, { ...facts, bytes: Y.encodeStateAsUpdate(docAt(KEYS.length)) })
  return log
}

async function isPackedUpTo(log: Log, seq: number): Promise<boolean> {
  const moment = await log.readMoment(PLAN_ID, seq - 1)
  return (moment?.blocks.at(-1)?.last ?? 0) >= seq
}

function docAt(seq: number): Y.Doc {
  const doc = new Y.Doc()
  for (const { bytes } of KEYS.slice(0, seq)) Y.applyUpdate(doc, bytes)
  return doc
}

function hashAt(seq: number): string {
  return documentHash(docAt(seq))
}
