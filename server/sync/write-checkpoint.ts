/**
 * Writes a room's content as one checkpoint beside the log, through a document
 * that forgets what was deleted, and lets the room go on with it. The updates
 * stay where they are: they are the history.
 */
import type { DocThread } from './doc-thread.ts'
import type { Room } from './room.ts'
import type { SyncLogger } from './sync-logger.ts'
import type { UpdateLog } from './update-log.ts'

export interface CheckpointDeps {
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly logger: SyncLogger
  readonly nowMs: () => number
}

/** Never throws. false when there is none now: that was logged, and the room goes on as it is. */
export async function writeCheckpoint(deps: CheckpointDeps, room: Room): Promise<boolean> {
  const { planId, content } = room
  const { seq, checkpointSeq, updates } = content
  try {
    const bytes = await deps.docs.checkpoint({ planId, updates })
    if (!bytes) return false
    const checkpoint = { seq, previousSeq: checkpointSeq, timeMs: deps.nowMs(), bytes }
    const outcome = await deps.log.addCheckpoint(planId, checkpoint)
    if (outcome === 'stored') content.useCheckpoint({ seq, bytes })
    deps.logger.info({ planId, seq, byteLength: bytes.byteLength, outcome }, 'checkpoint')
    return outcome === 'stored'
  } catch (error) {
    deps.logger.error({ planId, seq, err: error }, 'no checkpoint')
    return false
  }
}
