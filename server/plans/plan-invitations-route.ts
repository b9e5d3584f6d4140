/**
 * The invitations to a plan: GET /api/plans/:planId/invitations lists the open
 * ones of the plan's school, because each of them lets people in to all its
 * plans; POST makes one that leads to this plan.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PlanParams } from '../../shared/api/common.ts'
import { InvitationList, NewInvitation, NewInvitationDone } from '../../shared/api/invitations.ts'
import { type InvitationDeps, makeInvitation } from '../people/invitations.ts'
import { personOf } from '../people/route-guard.ts'
import type { OpenPlanFor } from './plan-access.ts'

export interface PlanInvitationsDeps extends Omit<InvitationDeps, 'sessions'> {
  readonly openPlanFor: OpenPlanFor
}

export function planInvitationsRoute(deps: PlanInvitationsDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/plans/:planId/invitations',
      {
        config: { verb: 'plan.share' },
        schema: { params: PlanParams, response: { 200: InvitationList } },
      },
      async (request) => {
        const { planId } = request.params
        const { plan } = await deps.openPlanFor(personOf(request), 'plan.share', planId)
        const open = await deps.store.listOpen(plan.schoolId, deps.nowMs())
        return {
          invitations: open.map(({ defaultRight, ...rest }) => ({
            ...rest,
            discuss: defaultRight === 'discuss',
          })),
        }
      },
    )

    app.post(
      '/api/plans/:planId/invitations',
      {
        config: { verb: 'school.invite' },
        schema: { params: PlanParams, body: NewInvitation, response: { 201: NewInvitationDone } },
      },
      async (request, reply) => {
        const person = personOf(request)
        const { planId } = request.params
        const { plan, membership } = await deps.openPlanFor(person, 'school.invite', planId)
        const made = await makeInvitation(deps, request.body, {
          school: membership.school,
          planId: plan.planId,
          userId: person.userId,
          memberId: membership.memberId,
        })
        return reply.code(201).send(made)
      },
    )
  }
}
