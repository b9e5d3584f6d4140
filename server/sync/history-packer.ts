/**
 * Packs the older part of plans' logs, block by block: after a checkpoint what fills
 * whole blocks, and once an hour what is left over. Between two blocks it pauses, so
 * that a letter waits for one block at most, and hardly ever for that. In the background:
 * nobody waits for it, and what was not packed stays as it is.
 */
import {
  HISTORY_BLOCK_ROWS,
  HISTORY_LEFTOVER_ROWS,
  HISTORY_PAUSE_MS,
} from '../../shared/protocol/limits.ts'
import type { SyncLogger } from './sync-logger.ts'
import type { UpdateLog } from './update-log.ts'
import { wait } from './wait.ts'

export interface HistoryPacker {
  /** This plan has a new checkpoint: packs its whole blocks. */
  packPlan(planId: string): void
  /** Packs what is left over, in all plans. */
  packLeftovers(): void
  /** Ends after the block that is under way. */
  close(): Promise<void>
}

export interface HistoryPackerDeps {
  readonly log: Pick<UpdateLog, 'packHistory' | 'plansToPack'>
  readonly logger: SyncLogger
}

/** Plans of one hourly round; more wait for the next. */
const PLANS_AT_ONCE = 1000

export function createHistoryPacker({ log, logger }: HistoryPackerDeps): HistoryPacker {
  let underWay = Promise.resolve()
  const closing = new AbortController()

  const pack = async (planId: string, atLeast: number) => {
    let rows = 0
    while (!closing.signal.aborted) {
      const packed = await log.packHistory(planId, atLeast)
      if (packed === 0) break
      rows += packed
      await wait(HISTORY_PAUSE_MS)
    }
    if (rows > 0) logger.info({ planId, rows }, 'history packed')
  }
  const quietly = (facts: object, work: () => Promise<void>) =>
    work().catch((error: unknown) => {
      logger.error({ ...facts, err: error }, 'history could not be packed; it stays as it is')
    })
  const packQuietly = (planId: string, atLeast: number) =>
    quietly({ planId }, () => pack(planId, atLeast))
  const then = (work: () => Promise<void>) => {
    underWay = underWay.then(() => quietly({}, work))
  }

  return {
    packPlan: (planId) => then(() => packQuietly(planId, HISTORY_BLOCK_ROWS)),
    packLeftovers() {
      then(async () => {
        const planIds = await log.plansToPack(HISTORY_LEFTOVER_ROWS, PLANS_AT_ONCE)
        for (const planId of planIds) await packQuietly(planId, HISTORY_LEFTOVER_ROWS)
      })
    },
    close() {
      closing.abort()
      return underWay
    },
  }
}
