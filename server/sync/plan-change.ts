/**
 * What the server itself writes into a plan, through the one door for it (server-writer.ts).
 * Each kind is applied in the doc thread, by a file of its own.
 */
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
  /** When what was made since is deleted. */
  readonly atMs: number
}

export type PlanChange = SeedChange | RestoreChange
