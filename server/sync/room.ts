/**
 * The server's live copy of one plan and those connected to it.
 *
 * Moves bytes, checks ids and orders them; never holds a Y.Doc. A change goes
 * guard, log, then everyone: nobody is shown or promised anything that is not
 * stored (rules W1-W7 of SPEC.md). If the log fails, what the room knows of ids is
 * ahead of it: the room ends, and everyone comes back to one loaded afresh.
 */
import { Failure, type FailureCode } from '../../shared/failure.ts'
import { type ClientFrame, SYNC_UPDATE, syncFrame } from '../../shared/protocol/frames.ts'
import { PLAN_BYTES_WARNING } from '../../shared/protocol/limits.ts'
import type { UserId } from '../../shared/ids.ts'
import type { ContentHash } from '../../shared/protocol/notice.ts'
import type { Connection } from './connection.ts'
import { FRAME_VERBS } from './frame-verbs.ts'
import type { Entry } from './group-commit.ts'
import { type Accepted, Intake } from './intake.ts'
import type { KnownIdsOutline } from './known-ids.ts'
import { Presence } from './presence.ts'
import { mergeForFrames, type Part, type RoomContent } from './room-content.ts'
import type { SyncLogger } from './sync-logger.ts'
import type { NewUpdate, OwnerChange, StoredOwners } from './update-log.ts'

/** A content frame on its way into the log. */
export interface RoomEntry extends Entry, Accepted {
  readonly room: Room
  readonly update: NewUpdate | null
  readonly owners: OwnerChange | null
}

export interface RoomDeps {
  readonly planId: string
  readonly epoch: number
  readonly content: RoomContent
  readonly outline: KnownIdsOutline
  readonly owners: StoredOwners
  readonly logger: SyncLogger
  readonly nowMs: () => number
  /** Hands an entry to the log; it comes back through `stored` or `end`. */
  push(entry: RoomEntry): void
  /** Answers a step1; calls `connection.answer`. */
  introduce(room: Room, connection: Connection, stateVector: Uint8Array): void
  /** Something new is in the log and was shown. */
  onCommitted(room: Room, seq: number, isOnlyLetters: boolean): void
}

export class Room {
  readonly planId: string
  /** Only who knows this one may come in. */
  readonly epoch: number
  readonly content: RoomContent
  readonly presence: Presence<Connection>
  readonly #deps: RoomDeps
  readonly #intake: Intake
  readonly #connections = new Set<Connection>()
  /** What each was told last that it should read. */
  readonly #told = new WeakMap<Connection, ContentHash>()
  #endedWith: FailureCode | null = null

  constructor(deps: RoomDeps) {
    this.#deps = deps
    this.planId = deps.planId
    this.epoch = deps.epoch
    this.content = deps.content
    this.#intake = new Intake({
      outline: deps.outline,
      owners: deps.owners,
      nowMs: deps.nowMs,
      planBytes: () => this.content.byteLength,
      push: (accepted) => deps.push({ room: this, ...accepted }),
    })
    this.presence = new Presence({
      everyone: () => this.#connections,
      mayBe: ({ pass }, clientId) => this.#intake.mayUse(pass.userId, clientId),
      announce: (from, clientId) => this.#intake.announce(from, clientId),
    })
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  /** Why it is over; null while it lives. */
  get endedWith(): FailureCode | null {
    return this.#endedWith
  }

  /** Is something on its way into the log? */
  get isWriting(): boolean {
    return this.#intake.isWriting
  }

  /** How far every Yjs client has written, what is under way included. */
  stateVector(): Uint8Array {
    return this.#intake.stateVector()
  }

  enter(connection: Connection): void {
    this.#connections.add(connection)
  }

  leave(connection: Connection): void {
    this.#connections.delete(connection)
    this.presence.leave(connection)
    this.#intake.leave(connection)
  }

  receive(connection: Connection, frame: ClientFrame): void {
    // Content without the right to write is answered, and not the end: see intake.ts.
    const verb = frame.kind === 'content' ? 'plan.read' : FRAME_VERBS[frame.kind]
    const refusal = connection.pass.refusal(verb)
    if (refusal) return connection.refuse(refusal, `a ${frame.kind} without ${verb}`)
    switch (frame.kind) {
      case 'step1':
        connection.beginAnswer()
        this.#deps.introduce(this, connection, frame.stateVector)
        break
      case 'content':
        this.#intake.receive(connection, frame.update, frame.step2)
        break
      case 'awareness':
        this.#receivePresence(connection, frame.update)
        break
      case 'query-awareness':
        for (const present of this.presence.frames()) connection.showPresence(present)
        break
      case 'diverged':
        this.#hearDivergence(connection, frame)
        break
      case 'unknown':
        connection.refuse('bad-frame', `message type ${frame.type}`)
        break
    }
  }

  /** Tells our clients what they should read who have been shown everything up to now. */
  tellContentHash(told: ContentHash): void {
    for (const connection of this.#connections) {
      if (connection.notify({ kind: 'content-hash', ...told })) this.#told.set(connection, told)
    }
  }

  /** It reads something else: heard once for each time that it was told. */
  #hearDivergence(connection: Connection, { seq, contentHash: clientHash }: ContentHash): void {
    const told = this.#told.get(connection)
    this.#told.delete(connection)
    if (told?.seq !== seq) return
    const facts = { planId: this.planId, userId: connection.pass.userId, seq, clientHash }
    this.#deps.logger.error(
      { ...facts, serverHash: told.contentHash },
      'ALARM: diverged, a client reads another text than the server',
    )
  }

  #receivePresence(connection: Connection, update: Uint8Array): void {
    const outcome = this.presence.receive(connection, update)
    if (outcome === 'echo') connection.hearEcho()
    else if (outcome !== 'heard') connection.refuse(outcome, 'awareness')
  }

  /**
   * These entries are in the log, the first update of them under this number.
   *
   * @throws Error when it is not the number after the room's last: someone else wrote.
   */
  stored(entries: readonly RoomEntry[], first: number | null): void {
    this.#intake.settled(entries)
    if (this.#endedWith) return
    if (first !== null) this.#show(first, partsOf(entries))
    for (const { from, index } of entries) if (index !== null) from.settle(index)
    for (const connection of new Set(entries.map(({ from }) => from))) connection.acknowledge()
    if (first === null) return
    const isOnlyLetters = entries.every((entry) => entry.isOnlyLetters)
    this.#deps.onCommitted(this, this.content.seq, isOnlyLetters)
  }

  /** Whose this Yjs client's id is; null: the server's own, or nobody's. */
  ownerOf(clientId: number): UserId | null {
    return this.#intake.ownerOf(clientId)
  }

  /** An update of the server's own is in the log under this number, its ids under these owners. */
  storedByServer(update: NewUpdate, first: number, owners: readonly OwnerChange[]): void {
    if (this.#endedWith) return
    this.#intake.learn(update, owners)
    this.#show(first, [{ from: null, bytes: update.bytes }])
    this.#deps.onCommitted(this, first, false)
  }

  #show(first: number, parts: readonly SentPart[]): void {
    const before = this.content.byteLength
    this.content.append(
      first,
      parts.map(({ bytes }) => bytes),
    )
    this.#warnOfSize(before)
    for (const merged of mergeForFrames(parts)) {
      const frame = syncFrame(SYNC_UPDATE, merged.bytes)
      const senders = new Set(merged.parts.map(({ from }) => from))
      const loneSender = senders.size === 1 ? merged.parts[0]?.from : null
      for (const connection of this.#connections) {
        if (connection !== loneSender) connection.show(frame)
      }
    }
  }

  #warnOfSize(before: number): void {
    const { byteLength } = this.content
    if (before > PLAN_BYTES_WARNING || byteLength <= PLAN_BYTES_WARNING) return
    this.#deps.logger.warn({ planId: this.planId, byteLength }, 'the plan is getting too large')
  }

  /** Everyone out; the room takes and shows nothing any more. */
  end(code: FailureCode): void {
    if (this.#endedWith) return
    this.#endedWith = code
    this.presence.close()
    this.#intake.close()
    for (const connection of this.#connections) connection.close(code)
  }

  /** @throws Failure with the code that it ended with. */
  assertAlive(): void {
    if (this.#endedWith) throw new Failure(this.#endedWith, `the room of ${this.planId} has ended`)
  }
}

interface SentPart extends Part {
  readonly from: Connection | null
}

function partsOf(entries: readonly RoomEntry[]): readonly SentPart[] {
  const parts: SentPart[] = []
  for (const { from, update, isNextBlock } of entries) {
    if (update) parts.push({ from, bytes: update.bytes, isNextBlock })
  }
  return parts
}
