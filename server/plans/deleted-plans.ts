/**
 * Deleted plans: GET /api/schools/:schoolId/deleted-plans lists those that can still be
 * restored, and what nobody restored in 30 days is taken away for good.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SchoolParams } from '../../shared/api/common.ts'
import { DeletedPlanList } from '../../shared/api/plan-people.ts'
import { personOf } from '../people/route-guard.ts'
import { membershipFor } from '../people/school-access.ts'
import type { PlanStore } from './plan-store.ts'

const GRACE_MS = 30 * 24 * 60 * 60 * 1000

export function deletedPlansRoute(
  store: Pick<PlanStore, 'listDeleted'>,
): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/schools/:schoolId/deleted-plans',
      {
        config: { verb: 'plan.restore' },
        schema: { params: SchoolParams, response: { 200: DeletedPlanList } },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        const person = personOf(request)
        const { schoolId } = membershipFor(person, 'plan.restore', request.params.schoolId)
        const plans = await store.listDeleted(schoolId)
        return {
          plans: plans.map((plan) => ({ ...plan, goneAtMs: plan.deletedAtMs + GRACE_MS })),
        }
      },
    )
  }
}

/** For good, with their history. */
export async function removeLongDeleted(
  store: Pick<PlanStore, 'listDeletedBefore' | 'removePlan'>,
  nowMs: number,
): Promise<void> {
  for (const planId of await store.listDeletedBefore(nowMs - GRACE_MS)) {
    await store.removePlan(planId, 'deleted-long-ago', nowMs)
  }
}
