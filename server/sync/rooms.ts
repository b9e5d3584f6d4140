/**
 * The open rooms of this process: loaded when first needed, kept a while after
 * the last one left, ended when the log fails them.
 *
 * There is one room per plan at most, and whatever is written to a plan by this
 * process goes through it. A room is loaded only after everything of an earlier
 * one has reached the log.
 */
import {
  CHECKPOINT_BYTES,
  CHECKPOINT_HURRY,
  CHECKPOINT_INTERVAL_MS,
  CHECKPOINT_ROWS,
  MAX_LOADS_AT_ONCE,
} from '../../shared/protocol/limits.ts'
import type { Failure, FailureCode } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { DocThread } from './doc-thread.ts'
import { createFairQueue } from './fair-queue.ts'
import { GroupCommit } from './group-commit.ts'
import { introduce } from './introduce.ts'
import { type LoadedPlan, loadPlan } from './load-plan.ts'
import { Room, type RoomEntry } from './room.ts'
import type { SyncLogger } from './sync-logger.ts'
import type { UpdateLog } from './update-log.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

export interface RoomsDeps {
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly logger: SyncLogger
  readonly idleMs: number
  readonly nowMs: () => number
  onCommitted(planId: string, seq: number, isOnlyLetters: boolean): void
  /** What is before it may be packed. */
  onCheckpoint(planId: string): void
}

interface Kept {
  readonly opening: Promise<Room>
  room: Room | null
  /** Connections and writers that need the room. */
  users: number
  idle: NodeJS.Timeout | null
  checkpointing: Promise<void> | null
  /** After a checkpoint that failed the next one is not tried before this. */
  nextCheckpointSeq: number
  /** By `nowMs`, when the latest one was begun. */
  checkpointedAtMs: number
}

export class Rooms {
  /** For writers that need a plan's head to stand still. */
  readonly commit: GroupCommit<RoomEntry>
  readonly #deps: RoomsDeps
  readonly #kept = new Map<string, Kept>()
  readonly #loads = createFairQueue(MAX_LOADS_AT_ONCE)

  constructor(deps: RoomsDeps) {
    this.#deps = deps
    this.commit = new GroupCommit({
      log: deps.log,
      nowMs: deps.nowMs,
      later: (afterMs, work) => void setTimeout(work, afterMs),
      onStored: (_planId, entries, first) => this.#stored(entries, first),
      onFailed: (_planId, entries, failure) => this.#failed(entries, failure),
    })
  }

  /** The room of a plan if it is open now. */
  find(planId: string): Room | null {
    return this.#kept.get(planId)?.room ?? null
  }

  all(): readonly Room[] {
    return [...this.#kept.values()].flatMap(({ room }) => room ?? [])
  }

  /**
   * The room of a plan, loaded if need be. Give it back with `release`.
   *
   * @param forWhom whose turn it takes when many are to be loaded (rule C2).
   * @throws Failure 'plan-not-found', 'storage-unavailable', 'server-error'.
   */
  async open(planId: string, forWhom: UserId | null): Promise<Room> {
    const kept = this.#kept.get(planId) ?? this.#keep(planId, forWhom)
    kept.users += 1
    if (kept.idle) clearTimeout(kept.idle)
    kept.idle = null
    return kept.opening
  }

  #keep(planId: string, forWhom: UserId | null): Kept {
    const opening = this.#loads.run(forWhom ?? 'the server', () => this.#load(planId))
    const kept: Kept = {
      opening,
      room: null,
      users: 0,
      idle: null,
      checkpointing: null,
      nextCheckpointSeq: 0,
      checkpointedAtMs: -Infinity,
    }
    this.#kept.set(planId, kept)
    opening.then(
      (room) => (kept.room = room),
      () => this.#forget(kept, planId),
    )
    return kept
  }

  async #load(planId: string): Promise<Room> {
    await this.commit.settled(planId)
    return this.#roomOf(planId, await loadPlan(this.#deps, planId))
  }

  /** Apart from loading: what a room calls back would keep alive all that stands beside it. */
  #roomOf(planId: string, loaded: LoadedPlan): Room {
    const { docs, logger, nowMs } = this.#deps
    return new Room({
      ...loaded,
      planId,
      logger,
      nowMs,
      push: (entry) => this.commit.push(planId, entry),
      introduce: (room, connection, stateVector) =>
        void introduce(docs, room, connection, stateVector),
      onCommitted: (room, seq, isOnlyLetters) => this.#committed(room, seq, isOnlyLetters),
    })
  }

  /** One user less. Nobody left for a while: a checkpoint, and the room is let go. */
  release(room: Room): void {
    const kept = this.#kept.get(room.planId)
    if (kept?.room !== room) return
    kept.users -= 1
    if (kept.users === 0) this.#waitIdle(kept, room)
  }

  #waitIdle(kept: Kept, room: Room): void {
    if (kept.idle) clearTimeout(kept.idle)
    kept.idle = setTimeout(() => void this.#closeIdle(kept, room), this.#deps.idleMs)
  }

  async #closeIdle(kept: Kept, room: Room): Promise<void> {
    // One update alone is as good as a checkpoint of it.
    if (room.content.sinceCheckpoint.updates > 1) await this.#checkpoint(kept, room)
    if (kept.users > 0 || this.#kept.get(room.planId) !== kept) return
    if (room.isWriting) this.#waitIdle(kept, room)
    else this.#forget(kept, room.planId)
  }

  /** Like `end`, for whatever room the plan has, one that is being loaded included. */
  endPlan(planId: string, code: FailureCode): void {
    const end = (room: Room) => this.end(room, code)
    // Whoever waits for a room that fails to load is told by `open`.
    this.#kept.get(planId)?.opening.then(end, () => undefined)
  }

  /**
   * Everyone out, and the room is not used any more. What still waits for the log
   * goes with it: it may build on something that the log has failed.
   */
  end(room: Room, code: FailureCode): void {
    if (room.endedWith) return
    const { planId } = room
    const kept = this.#kept.get(planId)
    if (kept?.room === room) this.#forget(kept, planId)
    const { length } = this.commit.withdraw(planId)
    if (length > 0)
      this.#deps.logger.warn({ planId, code, updates: length }, 'left out, unpromised')
    room.end(code)
  }

  #forget(kept: Kept, planId: string): void {
    if (kept.idle) clearTimeout(kept.idle)
    if (this.#kept.get(planId) === kept) this.#kept.delete(planId)
  }

  /** Nothing is kept any more; connections are the caller's to close. */
  async close(): Promise<void> {
    for (const { checkpointing } of this.#kept.values()) await checkpointing
    for (const [planId, kept] of this.#kept) this.#forget(kept, planId)
  }

  #stored(entries: readonly RoomEntry[], first: number | null): void {
    const room = entries[0]?.room
    try {
      room?.stored(entries, first)
    } catch (error) {
      const planId = room?.planId
      this.#deps.logger.error({ planId, err: error }, 'the room does not fit the log; it ends')
      if (room) this.end(room, 'server-error')
    }
  }

  #failed(entries: readonly RoomEntry[], failure: Failure): void {
    const room = entries[0]?.room
    if (!room) return
    const facts = { planId: room.planId, updates: entries.length, err: failure }
    this.#deps.logger.error(facts, 'updates could not be stored; nobody was told that they are')
    this.end(room, failure.code)
  }

  #committed(room: Room, seq: number, isOnlyLetters: boolean): void {
    this.#deps.onCommitted(room.planId, seq, isOnlyLetters)
    const kept = this.#kept.get(room.planId)
    if (kept?.room !== room || seq < kept.nextCheckpointSeq) return
    const { updates, bytes } = room.content.sinceCheckpoint
    const isRecent = this.#deps.nowMs() - kept.checkpointedAtMs < CHECKPOINT_INTERVAL_MS
    const times = isRecent ? CHECKPOINT_HURRY : 1
    const isDue = updates >= CHECKPOINT_ROWS * times || bytes >= CHECKPOINT_BYTES * times
    if (isDue) void this.#checkpoint(kept, room)
  }

  #checkpoint(kept: Kept, room: Room): Promise<void> {
    kept.checkpointing ??= this.#writeCheckpoint(kept, room)
    return kept.checkpointing
  }

  async #writeCheckpoint(kept: Kept, room: Room): Promise<void> {
    kept.checkpointedAtMs = this.#deps.nowMs()
    const isWritten = await writeCheckpoint(this.#deps, room)
    if (isWritten) this.#deps.onCheckpoint(room.planId)
    else kept.nextCheckpointSeq = room.content.seq + CHECKPOINT_ROWS
    kept.checkpointing = null
  }
}
