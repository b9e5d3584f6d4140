/** What is said in a thread: replying, changing one's own words, taking them away, reactions. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  ChangedBody,
  MessageParams,
  NewMessage,
  ReactionParams,
  Thread,
  ThreadParams,
} from '../../shared/api/threads.ts'
import { perPerson } from '../people/per-person.ts'
import type { DiscussRouteDeps } from './discuss-route.ts'
import { MAX_DEEDS_PER_MINUTE } from './limits.ts'
import { createThreadDoor } from './thread-door.ts'

const MESSAGE = '/api/plans/:planId/threads/:threadId/messages/:messageId'

export function messageRoute(deps: DiscussRouteDeps): FastifyPluginAsyncTypebox {
  const { discussion } = deps
  const open = createThreadDoor(deps)
  const rateLimit = perPerson(MAX_DEEDS_PER_MINUTE, deps)
  const config = { verb: 'plan.discuss', rateLimit } as const

  return async (app) => {
    app.post(
      '/api/plans/:planId/threads/:threadId/messages',
      { config, schema: { params: ThreadParams, body: NewMessage, response: { 201: Thread } } },
      async (request, reply) => {
        const { planId, threadId } = request.params
        const { plan, by, show } = await open(request, 'plan.discuss', planId)
        await discussion.reply(plan, threadId, request.body, by)
        return reply.code(201).send(await show(threadId))
      },
    )

    app.put(
      MESSAGE,
      { config, schema: { params: MessageParams, body: ChangedBody, response: { 200: Thread } } },
      async (request) => {
        const { planId, threadId, messageId } = request.params
        const { plan, by, show } = await open(request, 'plan.discuss', planId)
        await discussion.edit(plan, { threadId, messageId }, request.body.body, by)
        return show(threadId)
      },
    )

    app.delete(
      MESSAGE,
      { config, schema: { params: MessageParams, response: { 200: Thread } } },
      async (request) => {
        const { planId, threadId, messageId } = request.params
        const { plan, by, show } = await open(request, 'plan.discuss', planId)
        await discussion.takeAway(plan, { threadId, messageId }, by)
        return show(threadId)
      },
    )

    for (const [method, isGiven] of [
      ['PUT', true],
      ['DELETE', false],
    ] as const) {
      app.route({
        method,
        url: `${MESSAGE}/reactions/:reaction`,
        config,
        schema: { params: ReactionParams, response: { 200: Thread } },
        handler: async (request) => {
          const { planId, threadId, messageId, reaction } = request.params
          const { plan, by, show } = await open(request, 'plan.discuss', planId)
          await discussion.react(plan, { threadId, messageId, reaction, isGiven }, by)
          return show(threadId)
        },
      })
    }
  }
}
