/** The plans of a school, and what one must know to open one. */
import type { NewPlan, NewPlanDone, PlanEntry, PlanList } from '../../shared/api/plans.ts'
import { rememberedOr } from './remembered.ts'
import { request } from './request.ts'

export function fetchPlans(schoolId: string): Promise<PlanList> {
  return rememberedOr(`plans.${schoolId}`, () =>
    request<PlanList>(`/api/schools/${schoolId}/plans`),
  )
}

export function createPlan(schoolId: string, plan: NewPlan): Promise<NewPlanDone> {
  return request(`/api/schools/${schoolId}/plans`, { method: 'POST', body: plan })
}

export function fetchPlanEntry(planId: string): Promise<PlanEntry> {
  return rememberedOr(
    `entry.${planId}`,
    () => request<PlanEntry>(`/api/plans/${encodeURIComponent(planId)}/entry`),
    ({ me }) => me.userId,
  )
}
