/** What becomes of a thread: resolved or open, whose it is to do, and what was decided. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  NewAssignee,
  NewDecision,
  NewThreadState,
  Thread,
  ThreadParams,
} from '../../shared/api/threads.ts'
import { perPerson } from '../people/per-person.ts'
import type { DiscussRouteDeps } from './discuss-route.ts'
import { MAX_DEEDS_PER_MINUTE } from './limits.ts'
import { createThreadDoor } from './thread-door.ts'

export function threadStateRoute(deps: DiscussRouteDeps): FastifyPluginAsyncTypebox {
  const { discussion } = deps
  const open = createThreadDoor(deps)
  const rateLimit = perPerson(MAX_DEEDS_PER_MINUTE, deps)
  const response = { 200: Thread }

  return async (app) => {
    app.put(
      '/api/plans/:planId/threads/:threadId/state',
      {
        config: { verb: 'plan.discuss', rateLimit },
        schema: { params: ThreadParams, body: NewThreadState, response },
      },
      async (request) => {
        const { planId, threadId } = request.params
        const { plan, by, show } = await open(request, 'plan.discuss', planId)
        await discussion.setState(plan, threadId, request.body.state, by)
        return show(threadId)
      },
    )

    app.put(
      '/api/plans/:planId/threads/:threadId/assignee',
      {
        config: { verb: 'plan.discuss', rateLimit },
        schema: { params: ThreadParams, body: NewAssignee, response },
      },
      async (request) => {
        const { planId, threadId } = request.params
        const { plan, by, show } = await open(request, 'plan.discuss', planId)
        await discussion.assign(plan, threadId, request.body.memberId, by)
        return show(threadId)
      },
    )

    app.put(
      '/api/plans/:planId/threads/:threadId/decision',
      {
        config: { verb: 'plan.decide', rateLimit },
        schema: { params: ThreadParams, body: NewDecision, response },
      },
      async (request) => {
        const { planId, threadId } = request.params
        const { plan, by, show } = await open(request, 'plan.decide', planId)
        await discussion.decide(plan, threadId, request.body.sentence, by)
        return show(threadId)
      },
    )
  }
}
