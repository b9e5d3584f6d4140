/**
 * Making a plan: its row and, through the server's writing door, its first
 * content. Both, or nothing stays. The row that lists show is made at once as well;
 * if that fails the refresher does it later.
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
  readonly logger: { error(what: object, message: string): void }
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

/**
 * @throws whatever stopped it. No trace of the plan is left then; if not even that
 *   could be done, a row without content, which the next start takes away.
 */
export function createPlanMaker(deps: CreatePlanDeps): CreatePlan {
  const note = (message: string, planId: PlanId) => (error: unknown) =>
    deps.logger.error({ err: error, planId }, message)

  return async ({ schoolId, userId, seed }) => {
    const planId = createId<PlanId>(deps.random)
    const { id: templateId, version: templateVersion } = CURRENT_TEMPLATE
    const template = { id: templateId, version: templateVersion }
    await deps.store.addPlan({ planId, schoolId, template, userId, createdAtMs: deps.nowMs() })
    try {
      const change = { kind: 'seed', templateId, templateVersion, seed } as const
      await deps.rooms.appendAsServer(planId, change, { userId })
    } catch (error) {
      deps.rooms.closeRoom(planId, 'plan-not-found')
      await deps.store
        .removePlan(planId, 'not-filled', deps.nowMs())
        .catch(note('a plan that was not filled stays', planId))
      throw error
    }
    await deps.summaries.refresh(planId).catch(note('a new plan is not in the lists yet', planId))
    return planId
  }
}
