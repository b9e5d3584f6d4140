/**
 * Writing a plan anew, without its history: for what must not be in it, and not have
 * been in it. The only way by which anything ever leaves the log.
 *
 * The log begins again with one update of the server's, in a new epoch; whoever is in
 * the plan is sent out, and whatever a browser still has of the old document takes the
 * recovery path.
 */
import { Failure } from '../../shared/failure.ts'
import { nextEpoch } from './epoch.ts'
import type { Redaction } from './scrub-words.ts'
import type { ServerWriterDeps } from './server-writer.ts'

const MAX_TRIES = 5

/**
 * @returns how often the text stood in the plan; in the history it may have stood all the same.
 * @throws Failure 'plan-not-found', 'plan-busy', 'storage-unavailable', 'server-error': nothing was.
 */
export async function redactAsServer(
  { log, docs, rooms, nowMs }: ServerWriterDeps,
  planId: string,
  redaction: Redaction,
): Promise<{ readonly places: number }> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const room = await rooms.open(planId, null)
    const letGo = await rooms.commit.hold(planId)
    try {
      room.assertAlive()
      const { content, epoch } = room
      const made = await docs.redact({ planId, updates: content.updates }, redaction)
      const { bytes, clientIds, places } = made
      const update = { timeMs: nowMs(), userId: null, clientIds, bytes }
      const outcome = await log.rewrite(content.seq, {
        planId,
        update,
        epoch: nextEpoch(epoch, nowMs()),
      })
      // In either case this room has an old document.
      rooms.end(room, outcome === 'rewritten' ? 'epoch-changed' : 'plan-busy')
      if (outcome === 'rewritten') return { places }
    } finally {
      letGo()
      rooms.release(room)
    }
  }
  throw new Failure('plan-busy', `${planId}: the head moved ${MAX_TRIES} times`)
}
