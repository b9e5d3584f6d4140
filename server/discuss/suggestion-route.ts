/** Accepting, refusing and taking back suggestions: for those who may write in the plan. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PlanParams } from '../../shared/api/common.ts'
import {
  AcceptAll,
  AcceptedSuggestions,
  Refusing,
  Thread,
  ThreadParams,
} from '../../shared/api/threads.ts'
import { personOf } from '../people/route-guard.ts'
import { perPerson } from '../people/per-person.ts'
import type { DiscussRouteDeps } from './discuss-route.ts'
import { MAX_ACCEPT_ALL_PER_MINUTE, MAX_DEEDS_PER_MINUTE } from './limits.ts'
import { createThreadDoor } from './thread-door.ts'

export function suggestionRoute(deps: DiscussRouteDeps): FastifyPluginAsyncTypebox {
  const { suggestions } = deps
  const open = createThreadDoor(deps)
  const config = { verb: 'plan.decide', rateLimit: perPerson(MAX_DEEDS_PER_MINUTE, deps) } as const
  const response = { 200: Thread }

  return async (app) => {
    app.post(
      '/api/plans/:planId/threads/:threadId/accept',
      { config, schema: { params: ThreadParams, response } },
      async (request) => {
        const { planId, threadId } = request.params
        const { plan, by, show } = await open(request, 'plan.decide', planId)
        const { userId } = personOf(request)
        await suggestions.accept(plan, threadId, { ...by, userId })
        return show(threadId)
      },
    )

    app.post(
      '/api/plans/:planId/threads/:threadId/refuse',
      { config, schema: { params: ThreadParams, body: Refusing, response } },
      async (request) => {
        const { planId, threadId } = request.params
        const { plan, by, show } = await open(request, 'plan.decide', planId)
        await suggestions.refuse(plan, threadId, request.body.reason, by)
        return show(threadId)
      },
    )

    app.post(
      '/api/plans/:planId/threads/:threadId/take-back',
      { config, schema: { params: ThreadParams, response } },
      async (request) => {
        const { planId, threadId } = request.params
        const { plan, by, show } = await open(request, 'plan.decide', planId)
        const { userId } = personOf(request)
        await suggestions.takeBack(plan, threadId, { ...by, userId })
        return show(threadId)
      },
    )

    app.post(
      '/api/plans/:planId/accept-suggestions',
      {
        config: { ...config, rateLimit: perPerson(MAX_ACCEPT_ALL_PER_MINUTE, deps) },
        schema: { params: PlanParams, body: AcceptAll, response: { 200: AcceptedSuggestions } },
      },
      async (request) => {
        const { plan, by } = await open(request, 'plan.decide', request.params.planId)
        const { userId } = personOf(request)
        return suggestions.acceptAll(plan, request.body.by, { ...by, userId })
      },
    )
  }
}
