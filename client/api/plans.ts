/** The plans of a school, and what one must know to open one. */
import type { NewPlan, NewPlanDone, PlanEntry, PlanList } from '../../shared/api/plans.ts'
import { recallAll, rememberedOr } from './remembered.ts'
import { problemOf, request } from './request.ts'

/** The plans of a school, as the server says or as this device remembers. */
export interface ShownPlans extends PlanList {
  /** false: there was no connection. What was never asked for on this device is not in it. */
  readonly isFresh: boolean
}

export async function fetchPlans(schoolId: string): Promise<ShownPlans> {
  let isFresh = false
  try {
    const { plans } = await rememberedOr(`plans.${schoolId}`, async () => {
      const list = await request<PlanList>(`/api/schools/${schoolId}/plans`)
      isFresh = true
      return list
    })
    return { plans, isFresh }
  } catch (error) {
    if (problemOf(error) !== 'no-connection') throw error
    return { plans: [], isFresh: false }
  }
}

/** What is remembered of the plans that were opened on this device. */
export function rememberedEntries(): readonly PlanEntry[] {
  return recallAll('entry.')
}

export function createPlan(schoolId: string, plan: NewPlan): Promise<NewPlanDone> {
  return request(`/api/schools/${schoolId}/plans`, { method: 'POST', body: plan })
}

/** Entries that were asked for before their page was there; each is taken once. */
const begun = new Map<string, Promise<PlanEntry>>()

/** Asks for the entry already, beside loading the page that will want it. */
export function beginPlanEntry(planId: string): void {
  const asked = askPlanEntry(planId)
  // Whoever takes it says what went wrong.
  asked.catch(() => undefined)
  begun.set(planId, asked)
}

export function fetchPlanEntry(planId: string): Promise<PlanEntry> {
  const asked = begun.get(planId) ?? askPlanEntry(planId)
  begun.delete(planId)
  return asked
}

function askPlanEntry(planId: string): Promise<PlanEntry> {
  return rememberedOr(
    `entry.${planId}`,
    () => request<PlanEntry>(`/api/plans/${encodeURIComponent(planId)}/entry`),
    ({ me }) => me.userId,
  )
}
