/**
 * What the server itself writes into a plan, through the one door for it (server-writer.ts).
 * Each kind is applied in the doc thread, by a file of its own.
 */
import type { PlanSeed } from '../../shared/plan/seed-plan.ts'

export interface SeedChange {
  readonly kind: 'seed'
  readonly templateId: string
  readonly templateVersion: number
  readonly seed: PlanSeed
}

export type PlanChange = SeedChange
