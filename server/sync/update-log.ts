/**
 * Port: the append-only history of every plan's document.
 *
 * The room depends on this; server/storage/* implements it. Every adapter passes
 * test/support/update-log-contract.ts (rules UL1-UL9 and UL12-UL23 of SPEC.md). Knows no Yjs:
 * updates are bytes. What it has once taken it never gives up again, but by `rewrite`.
 */
import type { UserId } from '../../shared/ids.ts'

/** A Yjs update (encoding v1) on its way into the log. */
export interface NewUpdate {
  /** Server clock, milliseconds since the epoch. */
  readonly timeMs: number
  /** Who was signed in on the connection; null: the server itself. */
  readonly userId: UserId | null
  /** Yjs client ids whose content is in the update. */
  readonly clientIds: readonly number[]
  readonly bytes: Uint8Array
}

/** Whose client ids are whose, oldest first; null: the server's own. */
export type StoredOwners = ReadonlyMap<UserId | null, readonly number[]>

/** Client ids that become somebody's, or nobody's again. An id that has an owner keeps it. */
export interface OwnerChange {
  /** null: the server itself. */
  readonly userId: UserId | null
  readonly claimed: readonly number[]
  /** Announced by this person and never written under. */
  readonly released: readonly number[]
}

/** What is to be added to one plan, in order. Never empty. */
export interface PlanBatch {
  readonly planId: string
  /** May be empty when owners change. */
  readonly updates: readonly NewUpdate[]
  /** None when absent. */
  readonly owners?: readonly OwnerChange[]
}

/** `first` is the sequence number of the batch's first update, or the next one's when it has none; the others follow without a gap. */
export type Appended =
  | { readonly kind: 'stored'; readonly first: number }
  | { readonly kind: 'plan-not-found' }

/** A stored update with all that the log knows of it. */
export interface HistoryRow extends NewUpdate {
  readonly seq: number
}

/** Rows `first` to `last` of a plan, packed: see history-block.ts. */
export interface HistoryBlock {
  readonly first: number
  readonly last: number
  readonly bytes: Uint8Array
}

/** What makes a plan as it was after an update: a state, what was packed after it, what was not. */
export interface StoredMoment {
  readonly seq: number
  /** A state before it, all updates up to and with its `seq` as one; null: begin with nothing. */
  readonly state: StoredUpdate | null
  /** They may reach before the state and beyond the moment. */
  readonly blocks: readonly HistoryBlock[]
  readonly updates: readonly StoredUpdate[]
}

export interface StoredUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** Everything that is needed to open a plan. */
export interface StoredPlan {
  /** Documents of another epoch have nothing to do with this one. */
  readonly epoch: number
  /** Sequence number of the latest update; 0 for none. */
  readonly head: number
  /** The latest checkpoint: all updates up to and with its `seq`, as one. */
  readonly checkpoint: StoredUpdate | null
  /** The updates after the checkpoint, in order. */
  readonly updates: readonly StoredUpdate[]
  /** Whose client ids those in the plan are. */
  readonly owners: StoredOwners
}

/** A plan whose log begins anew. */
export interface RewrittenPlan {
  readonly planId: string
  /** All that there is from now on, seq 1. */
  readonly update: NewUpdate
  /** Later than the plan's. */
  readonly epoch: number
}

export interface NewCheckpoint extends StoredUpdate {
  /** The `seq` of the checkpoint it was made from; 0 for none. */
  readonly previousSeq: number
  readonly timeMs: number
}

export interface UpdateLog {
  /**
   * Stores batches of several plans in one transaction. Resolves once they would
   * survive a power cut, with one answer per batch, in the order of `batches`.
   * A plan that is not there does not hold up the others.
   *
   * @throws Failure 'storage-unavailable'; then nothing of any batch is stored. Or all of it, when
   * the way to a database broke before its answer came: whoever reads the log after that knows.
   */
  append(batches: readonly PlanBatch[]): Promise<readonly Appended[]>

  /**
   * Stores updates only if the plan's head still is `expectedHead`.
   *
   * @returns the sequence number of the first, or 'head-moved' with nothing stored.
   * @throws Failure 'plan-not-found', 'storage-unavailable'; then nothing is stored, but for the
   * same exception.
   */
  appendAt(expectedHead: number, batch: PlanBatch): Promise<number | 'head-moved'>

  /** @throws Failure 'plan-not-found', 'storage-unavailable'. */
  head(planId: string): Promise<number>

  /**
   * Head, latest checkpoint, the updates after it and all owners, as of one moment. The
   * bytes are the caller's, who may give them away. Failures as for `head`.
   */
  load(planId: string): Promise<StoredPlan>

  /** All updates with a sequence number above `after`, in order. Failures as for `head`. */
  read(planId: string, after: number): Promise<readonly StoredUpdate[]>

  /**
   * Adds a checkpoint if none came between and its `seq` is not beyond the head.
   * Of earlier checkpoints only the previous one is kept, and for the history one in
   * HISTORY_STATE_ROWS updates: they can be made again from the updates.
   */
  addCheckpoint(planId: string, checkpoint: NewCheckpoint): Promise<'stored' | 'checkpoint-moved'>

  /** At most `limit` updates with a sequence number above `after`, in order, with all that is known of them. Failures as for `head`. */
  readHistory(
    planId: string,
    range: { readonly after: number; readonly limit: number },
  ): Promise<readonly HistoryRow[]>

  /** What makes the plan as it was after this update; null beyond the head and below 0. Failures as for `head`. */
  readMoment(planId: string, seq: number): Promise<StoredMoment | null>

  /**
   * Packs the oldest updates that are not packed, none beyond the latest checkpoint, in
   * one transaction and a bounded time: at most HISTORY_BLOCK_ROWS and about HISTORY_BLOCK_BYTES.
   *
   * @param atLeast fewer than so many, when they are the last, are left as they are.
   * @returns how many; 0 when there is nothing to do.
   * @throws Failure 'plan-not-found', 'storage-unavailable'; then nothing has changed.
   */
  packHistory(planId: string, atLeast: number): Promise<number>

  /** Plans in which so many updates or more wait to be packed, at most `limit` of them. */
  plansToPack(atLeast: number, limit: number): Promise<readonly string[]>

  /**
   * Puts one update in place of everything the log has of a plan, if its head still is
   * `expectedHead`: updates, history, checkpoints and owners, and what lists show of it. For
   * what must not have been written; see rewrite-plan.ts.
   *
   * @throws Failure 'plan-not-found', 'storage-unavailable'; then nothing has changed.
   */
  rewrite(expectedHead: number, plan: RewrittenPlan): Promise<'rewritten' | 'head-moved'>

  close(): Promise<void>
}
