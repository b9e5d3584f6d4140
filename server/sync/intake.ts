/**
 * The way of a content frame from a connection towards the log: caps, right,
 * guard, and what is known of the plan's ids and of whose they are (rules W5, W6, W9,
 * W10, R1, O1-O7).
 *
 * What is known runs ahead of the log by what is on its way there. Shows nothing
 * to anybody: that is the room's, once it is stored.
 */
import { diffUpdate, encodeStateVector } from 'yjs'
import type { FailureCode } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import {
  MAX_PLAN_BYTES,
  MAX_READ_OF_READERS_BYTES,
  MAX_UPDATE_BYTES,
} from '../../shared/protocol/limits.ts'
import type { Connection } from './connection.ts'
import { type DecodedUpdate, decodeUpdate } from './decode-update.ts'
import { type EarlyUpdate, EarlyUpdates } from './early-updates.ts'
import { judge, learn, type Verdict } from './guard.ts'
import { IdOwners } from './id-owners.ts'
import { isNextBlock } from './join-blocks.ts'
import { KnownIds, type KnownIdsOutline } from './known-ids.ts'
import { isOnlyLetters } from './only-letters.ts'
import type { NewUpdate, OwnerChange, StoredOwners } from './update-log.ts'

/** A content frame on its way into the log, or only a change of owners. */
export interface Accepted {
  readonly from: Connection
  /** Its number among the content frames of its connection; null: it is none. */
  readonly index: number | null
  /** null: it only has to come after those before it. */
  readonly update: NewUpdate | null
  readonly owners: OwnerChange | null
  /** Letters in texts that are there, and nothing else. */
  readonly isOnlyLetters: boolean
  /** See join-blocks.ts. */
  readonly isNextBlock?: boolean
}

export interface IntakeDeps {
  readonly outline: KnownIdsOutline
  readonly owners: StoredOwners
  readonly nowMs: () => number
  /** Bytes of the plan that are in the log. */
  readonly planBytes: () => number
  /** Hands it to the log; it comes back through `settled`. */
  readonly push: (accepted: Accepted) => void
}

export class Intake {
  readonly #deps: IntakeDeps
  readonly #known: KnownIds
  readonly #owners: IdOwners
  readonly #early = new EarlyUpdates({
    retry: (early) => this.#retry(early),
    giveUp: ({ from, index, why }) => from.refuseContent(index, 'update-refused', why),
  })
  #underWay = 0
  #underWayBytes = 0

  constructor(deps: IntakeDeps) {
    this.#deps = deps
    this.#known = new KnownIds(deps.outline)
    this.#owners = new IdOwners(deps.owners, (clientId) => this.#known.endOf(clientId) > 0)
  }

  /** Is something on its way into the log? */
  get isWriting(): boolean {
    return this.#underWay > 0
  }

  /** How far every Yjs client has written, what is under way included. */
  stateVector(): Uint8Array {
    return this.#known.encodeStateVector()
  }

  receive(from: Connection, bytes: Uint8Array, isStep2: boolean): void {
    const index = from.countContent()
    if (!isStep2 && bytes.byteLength > MAX_UPDATE_BYTES) {
      return from.refuseContent(index, 'update-too-large', `${bytes.byteLength} B`)
    }
    // To judge costs everyone time, and from a reader only nothing can be right.
    if (bytes.byteLength > mostFromReader(bytes) && !from.pass.mayWrite()) {
      return this.#rejectWrite(from, index)
    }
    const verdict = this.#judge(from, bytes)
    // Copied: the frame is a view into the socket's buffer.
    if (verdict.kind === 'early' && !isStep2 && from.pass.mayWrite()) {
      from.awaitLog(index, bytes.byteLength)
      return this.#early.add({ from, index, bytes: bytes.slice(), why: verdict.why })
    }
    this.#take(from, index, bytes, verdict)
    if (isStep2) this.#early.retryOf(from)
  }

  /** Is this Yjs client's id theirs, or nobody's? */
  mayUse(userId: UserId, clientId: number): boolean {
    return this.#owners.mayUse(userId, clientId)
  }

  /** Whose this id is; null: the server's own, or nobody's. */
  ownerOf(clientId: number): UserId | null {
    return this.#owners.ownerOf(clientId)
  }

  /** Someone says that they are this Yjs client. From a reader it keeps nobody from anything. */
  announce(from: Connection, clientId: number): void {
    if (!from.pass.mayWrite()) return
    const owners = this.#owners.announce(from.pass.userId, clientId)
    if (owners) this.#push({ from, index: null, update: null, owners, isOnlyLetters: true })
  }

  #judge({ pass }: Connection, bytes: Uint8Array): Verdict {
    return judge(bytes, this.#known, (clientId) => this.mayUse(pass.userId, clientId))
  }

  #retry({ from, index, bytes }: EarlyUpdate): boolean {
    const verdict = this.#judge(from, bytes)
    if (verdict.kind === 'early') return false
    this.#take(from, index, bytes, verdict)
    return true
  }

  #take(from: Connection, index: number, bytes: Uint8Array, verdict: Verdict): void {
    if (from.isEnded) return
    if (verdict.kind === 'nothing-new') return this.#takeNothing(from, index)
    if (!from.pass.mayWrite()) return this.#rejectWrite(from, index)
    const [code, why] = this.#refusal(bytes, verdict)
    if (code !== null) return from.refuseContent(index, code, why)
    if (verdict.kind !== 'new') return
    const { userId } = from.pass
    const stored = verdict.overlaps ? this.#withoutKnown(bytes, verdict.update) : bytes.slice()
    const isNext = isNextBlock(verdict.update, this.#known)
    learn(this.#known, verdict.update)
    const owners = this.#owners.write(userId, verdict.writers)
    from.awaitLog(index, bytes.byteLength)
    const clientIds = [...verdict.update.structs.keys()]
    const update = { timeMs: this.#deps.nowMs(), userId, clientIds, bytes: stored }
    const kind = { isOnlyLetters: isOnlyLetters(verdict.update), isNextBlock: isNext }
    this.#push({ from, index, update, owners, ...kind })
  }

  /**
   * The part that is new. Of a struct that begins among known letters Yjs believes the parent
   * and the neighbours it names, or those of the known letters, as it comes alone or merged.
   */
  #withoutKnown(bytes: Uint8Array, { structs }: DecodedUpdate): Uint8Array {
    const reaches = [...structs.keys()].map((id) => [id, this.#known.reachOf(id)] as const)
    return diffUpdate(bytes, encodeStateVector(new Map(reaches)))
  }

  #rejectWrite(from: Connection, index: number): void {
    from.settle(index)
    from.rejectWrite(index)
    from.acknowledge()
  }

  /** Everything in it is known. It still is not saved before what it may repeat. */
  #takeNothing(from: Connection, index: number): void {
    if (this.isWriting) {
      from.awaitLog(index, 0)
      this.#push({ from, index, update: null, owners: null, isOnlyLetters: true })
    } else {
      from.settle(index)
      from.acknowledge()
    }
  }

  #refusal(
    { byteLength }: Uint8Array,
    verdict: Verdict,
  ): readonly [code: FailureCode | null, why: string] {
    if (verdict.kind === 'refused' || verdict.kind === 'early') {
      return ['update-refused', verdict.why]
    }
    const size = this.#deps.planBytes() + this.#underWayBytes + byteLength
    const isTooMuch = verdict.kind === 'new' && verdict.addsContent && size > MAX_PLAN_BYTES
    return [isTooMuch ? 'plan-too-large' : null, `${size} B`]
  }

  #push(accepted: Accepted): void {
    this.#underWay += 1
    this.#underWayBytes += accepted.update?.bytes.byteLength ?? 0
    this.#deps.push(accepted)
  }

  /** These have reached the log, or will not. */
  settled(accepted: readonly Accepted[]): void {
    this.#underWay -= accepted.length
    for (const { update } of accepted) this.#underWayBytes -= update?.bytes.byteLength ?? 0
  }

  /** An update that did not come from a connection is in the log. */
  learn({ bytes }: NewUpdate, owners: readonly OwnerChange[]): void {
    for (const { userId, claimed } of owners) this.#owners.write(userId, claimed)
    const update = decodeUpdate(bytes)
    if (update) learn(this.#known, update)
  }

  leave(connection: Connection): void {
    this.#early.forget(connection)
  }

  close(): void {
    this.#early.close()
  }
}

/**
 * An honest step2 tells all deletions of a plan, and those are cheap to judge: no structs, first
 * byte 0.
 */
function mostFromReader(update: Uint8Array): number {
  return update[0] === 0 ? MAX_UPDATE_BYTES : MAX_READ_OF_READERS_BYTES
}
