/**
 * Port: versions of plans, who changed each place last, and how far the log has been read for
 * both; visits. server/storage implements it, by test/support/history-store-contract.ts.
 *
 * All but the names of versions and the visits comes from the log and can be made again. What is
 * saved names the plan's epoch it was read in: of another it is refused, since a plan that is
 * written anew begins again.
 */
import type { Speaker } from '../../shared/api/threads.ts'
import type { VersionKind } from '../../shared/api/history.ts'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Spell } from './spells.ts'

/** How far a plan's log has been read. */
export interface Reading {
  readonly epoch: number
  /** Of the log. */
  readonly head: number
  /** All up to this is in versions and changes; 0: nothing. */
  readonly seq: number
  /** Writing that had not ended there. */
  readonly spell: Spell | null
}

export interface StoredVersion {
  readonly seq: number
  readonly kind: VersionKind
  readonly name: string | null
  /** Of its latest update. */
  readonly timeMs: number
  /** Who wrote since the version before, who wrote last first. */
  readonly userIds: readonly UserId[]
}

export interface StoredChange {
  /** As shared/api/history.ts names them. */
  readonly place: string
  /** null: the server itself. */
  readonly userId: UserId | null
  readonly timeMs: number
  readonly seq: number
}

export interface FoundInLog {
  readonly seq: number
  readonly spell: Spell | null
  readonly changes: readonly StoredChange[]
  readonly versions: readonly Omit<StoredVersion, 'kind' | 'name'>[]
}

export interface StoredVisit {
  readonly seq: number
  readonly atMs: number
}

export interface EndedVisit {
  readonly planId: PlanId
  readonly memberId: MemberId
  readonly atMs: number
}

/** Named versions of one plan. */
export const MAX_NAMED_VERSIONS = 500

export interface HistoryStore {
  /** null: there is no such plan. */
  findReading(planId: PlanId): Promise<Reading | null>
  /**
   * What the log said after `from.seq`, if that still is how far it was read. A version that is
   * there already stays as it is.
   */
  saveFound(
    planId: PlanId,
    from: Pick<Reading, 'epoch' | 'seq'>,
    found: FoundInLog,
  ): Promise<'saved' | 'moved'>
  /** Plans of which something is to be read, or a spell has had no update since this moment. */
  listToRead(quietSinceMs: number): Promise<readonly PlanId[]>

  /** Newest first. */
  listVersions(planId: PlanId): Promise<readonly StoredVersion[]>
  /**
   * A version of this kind there. One that is there already becomes it, but a name stays a name.
   *
   * @returns 'made': there was none; 'moved' when the plan is of another epoch; 'full': it would
   *   be a named one more than MAX_NAMED_VERSIONS.
   */
  putVersion(
    planId: PlanId,
    epoch: number,
    version: StoredVersion,
  ): Promise<'made' | 'put' | 'moved' | 'full'>
  /**
   * @param name null: a named version becomes an automatic one; any other stays what it is.
   * @returns null: there is no version; 'full' as for `putVersion`.
   */
  nameVersion(
    planId: PlanId,
    seq: number,
    name: string | null,
  ): Promise<StoredVersion | 'full' | null>
  /** Takes a pin of 'restore' away, unless somebody has named it. */
  removePin(planId: PlanId, seq: number): Promise<void>

  listChanges(planId: PlanId): Promise<readonly StoredChange[]>

  /** As they are called in this school; those who are not in it, and were not, are left out. */
  listSpeakers(
    schoolId: SchoolId,
    userIds: readonly UserId[],
  ): Promise<ReadonlyMap<UserId, Speaker>>

  /**
   * They are here now: their visit ends at the head, until it is said that it ended later.
   *
   * @returns where the one before ended, null for the first; null: there is no such plan.
   */
  beginVisit(
    planId: PlanId,
    memberId: MemberId,
    atMs: number,
  ): Promise<{ readonly last: StoredVisit | null; readonly head: number } | null>
  /** These visits end at the heads. Nothing for who never began one. */
  endVisits(ended: readonly EndedVisit[]): Promise<void>
}
