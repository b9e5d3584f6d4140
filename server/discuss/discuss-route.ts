/** The threads of a plan, under /api/plans/:planId/threads, and what becomes of suggestions. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { OpenPlanFor } from '../plans/plan-access.ts'
import type { Discussion } from './discussion.ts'
import { messageRoute } from './message-route.ts'
import { suggestionRoute } from './suggestion-route.ts'
import type { Suggestions } from './suggestions.ts'
import { threadRoute } from './thread-route.ts'
import { threadStateRoute } from './thread-state-route.ts'

export interface DiscussRouteDeps {
  readonly discussion: Discussion
  readonly suggestions: Suggestions
  readonly openPlanFor: OpenPlanFor
  readonly nowMs: () => number
  /** CAPS=bench: no limit a minute. */
  readonly bench: boolean
}

export function discussRoute(deps: DiscussRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    await app.register(threadRoute(deps))
    await app.register(messageRoute(deps))
    await app.register(threadStateRoute(deps))
    await app.register(suggestionRoute(deps))
  }
}
