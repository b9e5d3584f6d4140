/**
 * Takes example schools away when their day is over; whoever is in one is told there is no such
 * plan.
 */
import type { SchoolStore } from '../people/school-store.ts'
import type { PlanRooms } from '../plans/plan-rooms.ts'

export interface RemoveExpiredDeps {
  readonly schools: Pick<SchoolStore, 'listExpiredSchools' | 'removeSchool'>
  readonly rooms: Pick<PlanRooms, 'closeRoom'>
  readonly nowMs: () => number
}

export async function removeExpiredSchools(deps: RemoveExpiredDeps): Promise<void> {
  for (const { schoolId, planIds } of await deps.schools.listExpiredSchools(deps.nowMs())) {
    for (const planId of planIds) deps.rooms.closeRoom(planId, 'plan-not-found')
    await deps.schools.removeSchool(schoolId)
  }
}
