/**
 * Making a plan: its row, its first content through the server's writing door,
 * and the row that lists show. All of it, or nothing stays.
 */
import {
  createId,
  type PlanId,
  type RandomBytes,
  type SchoolId,
  type UserId,
} from '../../shared/ids.ts'
import type { PlanSeed } from '../../shared/plan/seed-plan.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import type { PlanRooms } from './plan-rooms.ts'
import type { PlanStore } from './plan-store.ts'
import type { SummaryRefresher } from './summary-refresher.ts'

export interface CreatePlanDeps {
  readonly store: Pick<PlanStore, 'addPlan' | 'removePlan'>
  readonly rooms: Pick<PlanRooms, 'appendAsServer' | 'closeRoom'>
  readonly summaries: Pick<SummaryRefresher, 'refresh'>
  readonly nowMs: () => number
  readonly random: RandomBytes
}

export interface NewPlanContent {
  readonly schoolId: SchoolId
  /** Who made it; null: the server, for an example. */
  readonly userId: UserId | null
  readonly seed: PlanSeed
}

export type CreatePlan = (plan: NewPlanContent) => Promise<PlanId>

/** @throws whatever stopped it; then no trace of the plan is left. */
export function createPlanMaker(deps: CreatePlanDeps): CreatePlan {
  return async ({ schoolId, userId, seed }) => {
    const planId = createId<PlanId>(deps.random)
    const { id: templateId, version: templateVersion } = CURRENT_TEMPLATE
    const template = { id: templateId, version: templateVersion }
    await deps.store.addPlan({ planId, schoolId, template, createdAtMs: deps.nowMs() })
    try {
      const change = { kind: 'seed', templateId, templateVersion, seed } as const
      await deps.rooms.appendAsServer(planId, change, { userId })
      await deps.summaries.refresh(planId)
      return planId
    } catch (error) {
      deps.rooms.closeRoom(planId, 'plan-not-found')
      await deps.store.removePlan(planId)
      throw error
    }
  }
}
