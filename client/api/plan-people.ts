/** Who is what for a plan, and what becomes of the plan. */
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { PlanState } from '../../shared/access/policy.ts'
import type { DeletedPlanList, Posts, RightList } from '../../shared/api/plan-people.ts'
import { request } from './request.ts'

export function fetchPosts(planId: string): Promise<Posts> {
  return request(`/api/plans/${planId}/posts`)
}

/** All of them at once. */
export function savePosts(planId: string, posts: Posts): Promise<void> {
  return request(`/api/plans/${planId}/posts`, { method: 'PUT', body: posts })
}

export function fetchRights(planId: string): Promise<RightList> {
  return request(`/api/plans/${planId}/rights`)
}

/** @param right null: what is usual for them. */
export function saveRight(
  planId: string,
  memberId: string,
  right: PlanRight | null,
): Promise<void> {
  return request(`/api/plans/${planId}/rights/${memberId}`, { method: 'PUT', body: { right } })
}

/** To close, archive, delete, and to take each of them back. */
export function savePlanState(planId: string, state: PlanState): Promise<void> {
  return request(`/api/plans/${planId}/state`, { method: 'PUT', body: { state } })
}

/** Those that can be restored, latest deleted first. */
export function fetchDeletedPlans(schoolId: string): Promise<DeletedPlanList> {
  return request(`/api/schools/${encodeURIComponent(schoolId)}/deleted-plans`)
}
