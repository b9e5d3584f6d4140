/**
 * What the server itself writes into a plan, through the one door for it (server-writer.ts).
 * Each kind is applied in the doc thread, by a file of its own.
 */
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { ThreadId } from '../../shared/ids.ts'
import type { RestoredPart } from '../../shared/plan/restore-plan.ts'
import type { PlanSeed } from '../../shared/plan/seed-plan.ts'
import type { StoredMoment } from './update-log.ts'

export interface SeedChange {
  readonly kind: 'seed'
  readonly templateId: string
  readonly templateVersion: number
  readonly seed: PlanSeed
}

/** The plan, or a part of it, says again what it said then. */
export interface RestoreChange {
  readonly kind: 'restore'
  readonly part: RestoredPart
  readonly moment: StoredMoment
  /** Of the plan, when the moment was read: what was taken out of a plan since never comes back. */
  readonly epoch: number
  /** When what was made since is deleted. */
  readonly atMs: number
}

/** What somebody suggested and somebody else accepts; `applied` of it takes it back. */
export interface SuggestionChange {
  readonly kind: 'suggestion'
  /** Whose it is: what it makes has its id from it, so that it is made once. */
  readonly threadId: ThreadId
  readonly place: ThreadPlace
  readonly change: SuggestedChange
  /** Of the plan, when the suggestion was read: as for a restore. */
  readonly epoch: number
}

export interface TakeBackChange {
  readonly kind: 'take-back'
  /** Of the suggestion that was accepted. */
  readonly applied: string
  /** Of the plan, when that was read: as for a restore. */
  readonly epoch: number
  readonly atMs: number
}

export type PlanChange = SeedChange | SuggestionChange | TakeBackChange | RestoreChange
