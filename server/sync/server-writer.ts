/**
 * The one door through which the server itself writes into a plan: seeding, accepting a
 * suggestion and taking it back; later upgrading, importing.
 *
 * Computed in the doc thread against the head, which stands still meanwhile, and
 * stored only if it still is the head (rule W8): another process may have
 * written. People's updates wait for it and are shown after it.
 */
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { DocThread } from './doc-thread.ts'
import type { MadeUpdate } from './doc-work.ts'
import type { PlanChange } from './plan-change.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { OwnerChange, UpdateLog } from './update-log.ts'

export interface ServerWriterDeps {
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly rooms: Rooms
  readonly nowMs: () => number
}

/** On whose behalf. */
export interface Author {
  /** Whose deed it is; null: the server's own. */
  readonly userId: UserId | null
  /**
   * Whose words they are, where they are another's: a suggestion that somebody accepts. null: of
   * somebody who has left, nobody known.
   */
  readonly wordsBy?: UserId | null
}

export interface Written {
  /** Of the change; where it changed nothing, the head. */
  readonly seq: number
  /** Nothing is, when the plan says so already. */
  readonly isWritten: boolean
  /** What the change told of itself: MadeUpdate.applied. */
  readonly applied: string | null
}

/** More than one other writer at a time is not to be expected. */
const MAX_TRIES = 5

/**
 * Writes a change and shows it to everyone in the room.
 *
 * @throws Failure 'epoch-changed' when the plan was written anew since the change was begun.
 * @throws Failure of the change, when the plan as it stands has no place for it; nothing is written.
 * @throws Failure 'plan-not-found', 'plan-busy', 'storage-unavailable', 'server-error'.
 */
export async function appendAsServer(
  deps: ServerWriterDeps,
  planId: string,
  change: PlanChange,
  author: Author,
): Promise<Written> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const room = await deps.rooms.open(planId, author.userId)
    const letGo = await deps.rooms.commit.hold(planId)
    try {
      const written = await tryChange(deps, room, change, author)
      if (written !== null) return written
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
  { userId, wordsBy }: Author,
): Promise<Written | null> {
  room.assertAlive()
  const { planId, content } = room
  if (change.kind !== 'seed' && change.epoch !== room.epoch) {
    throw new Failure('epoch-changed', `${planId} was written anew`)
  }
  const made = await docs.change({ planId, updates: content.updates }, change)
  const { bytes, clientIds, applied } = made
  if (bytes.byteLength === 0) return { seq: content.seq, isWritten: false, applied }
  const update = { timeMs: nowMs(), userId, clientIds, bytes }
  const owners = ownersOf(made, room, wordsBy === undefined ? userId : wordsBy)
  const first = await log.appendAt(content.seq, { planId, updates: [update], owners })
  if (first === 'head-moved') return null
  room.storedByServer(update, first, owners)
  return { seq: first, isWritten: true, applied }
}

/**
 * Whose words they are, so that who wrote what is told right; the row says whose deed it was. What
 * comes back or is moved stays with whoever wrote it.
 */
function ownersOf(
  { clientIds, lent }: MadeUpdate,
  room: Room,
  wordsBy: UserId | null,
): readonly OwnerChange[] {
  const owners = new Map(clientIds.map((clientId) => [clientId, wordsBy]))
  for (const { clientId, of } of lent) owners.set(clientId, room.ownerOf(of))
  const byOwner = Map.groupBy(clientIds, (clientId) => owners.get(clientId) ?? null)
  return [...byOwner].map(([userId, claimed]) => ({ userId, claimed, released: [] }))
}
