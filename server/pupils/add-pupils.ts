/** The pupils' door put together: what its routes share, and what is cleared up after them. */
import type { FastifyInstance } from 'fastify'
import { createCodeThrottle } from './code-throttle.ts'
import { type PlanPupilsDeps, planPupilsRoute } from './plan-pupils-route.ts'
import { pupilDoorRoute, type PupilDoorRouteDeps } from './pupil-door-route.ts'

export type PupilsDeps = Omit<PlanPupilsDeps & PupilDoorRouteDeps, 'throttle'>

export async function addPupils(app: FastifyInstance, deps: PupilsDeps): Promise<void> {
  const shared = { ...deps, throttle: createCodeThrottle(deps.nowMs) }
  await app.register(planPupilsRoute(shared))
  await app.register(pupilDoorRoute(shared))
}
