/** Threads as a whole: listing them, beginning one, and up to where one has seen it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PlanParams } from '../../shared/api/common.ts'
import { NewThread, SeenUpTo, Thread, ThreadList, ThreadParams } from '../../shared/api/threads.ts'
import { perPerson } from '../people/per-person.ts'
import type { DiscussRouteDeps } from './discuss-route.ts'
import { MAX_DEEDS_PER_MINUTE, MAX_LISTS_PER_MINUTE } from './limits.ts'
import { createThreadDoor } from './thread-door.ts'

export function threadRoute(deps: DiscussRouteDeps): FastifyPluginAsyncTypebox {
  const { discussion } = deps
  const open = createThreadDoor(deps)

  return async (app) => {
    app.get(
      '/api/plans/:planId/threads',
      {
        config: { verb: 'plan.read-threads', rateLimit: perPerson(MAX_LISTS_PER_MINUTE, deps) },
        schema: { params: PlanParams, response: { 200: ThreadList } },
      },
      async (request) => {
        const { planId } = request.params
        const { plan, viewer } = await open(request, 'plan.read-threads', planId)
        return discussion.list(plan, viewer)
      },
    )

    app.post(
      '/api/plans/:planId/threads',
      {
        config: { verb: 'plan.discuss', rateLimit: perPerson(MAX_DEEDS_PER_MINUTE, deps) },
        schema: { params: PlanParams, body: NewThread, response: { 201: Thread } },
      },
      async (request, reply) => {
        const { body } = request
        const verb = body.suggestion === null ? 'plan.discuss' : 'plan.suggest'
        const { plan, by, show } = await open(request, verb, request.params.planId)
        await discussion.begin(plan, body, by)
        return reply.code(201).send(await show(body.threadId))
      },
    )

    app.put(
      '/api/plans/:planId/threads/:threadId/seen',
      {
        config: { verb: 'plan.read-threads', rateLimit: perPerson(MAX_LISTS_PER_MINUTE, deps) },
        schema: { params: ThreadParams, body: SeenUpTo, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { planId, threadId } = request.params
        const { plan, by } = await open(request, 'plan.read-threads', planId)
        await discussion.see(plan, threadId, request.body.seq, by)
        return reply.code(204).send(null)
      },
    )
  }
}
