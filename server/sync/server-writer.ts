/**
 * The one door through which the server itself writes into a plan: seeding, later
 * upgrading, restoring, importing, accepting a suggestion.
 *
 * Computed in the doc thread against the head, which stands still meanwhile, and
 * stored only if it still is the head (rule W8): another process may have
 * written. People's updates wait for it and are shown after it.
 */
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { DocThread } from './doc-thread.ts'
import type { PlanChange } from './doc-work.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { UpdateLog } from './update-log.ts'

export interface ServerWriterDeps {
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly rooms: Rooms
  readonly nowMs: () => number
}

/** On whose behalf; null: the server's own. */
export interface Author {
  readonly userId: UserId | null
}

/** More than one other writer at a time is not to be expected. */
const MAX_TRIES = 5

/**
 * Writes a change and shows it to everyone in the room.
 *
 * @returns the seq of the update.
 * @throws Failure 'plan-not-found', 'plan-busy', 'storage-unavailable', 'server-error'.
 */
export async function appendAsServer(
  deps: ServerWriterDeps,
  planId: string,
  change: PlanChange,
  author: Author,
): Promise<{ readonly seq: number }> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const room = await deps.rooms.open(planId, author.userId)
    const letGo = await deps.rooms.commit.hold(planId)
    try {
      const seq = await tryChange(deps, room, change, author)
      if (seq !== null) return { seq }
      // Someone else wrote: this room lacks it. Everyone comes back to a fresh one.
      deps.rooms.end(room, 'plan-busy')
    } finally {
      letGo()
      deps.rooms.release(room)
    }
  }
  throw new Failure('plan-busy', `${planId}: the head moved ${MAX_TRIES} times`)
}

/** null when the head has moved. */
async function tryChange(
  { log, docs, nowMs }: ServerWriterDeps,
  room: Room,
  change: PlanChange,
  { userId }: Author,
): Promise<number | null> {
  room.assertAlive()
  const { planId, content } = room
  const made = await docs.change({ planId, updates: content.updates }, change)
  const update = { timeMs: nowMs(), userId, ...made }
  const owners = [{ userId, claimed: made.clientIds, released: [] }]
  const first = await log.appendAt(content.seq, { planId, updates: [update], owners })
  if (first === 'head-moved') return null
  room.storedByServer(update, first)
  return first
}
