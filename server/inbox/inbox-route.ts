/**
 * What waits for me: GET /api/inbox, POST /api/inbox/seen; and how I want it by mail: GET and PUT
 * /api/me/digest. The edge only.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isOnlyPupil } from '../../shared/access/policy.ts'
import { DigestChoice, Inbox, SeenNotifications, USUAL_DIGEST } from '../../shared/api/inbox.ts'
import { Failure } from '../../shared/failure.ts'
import { personOf } from '../people/route-guard.ts'
import { readInbox } from './inbox.ts'
import type { InboxStore } from './inbox-store.ts'

export interface InboxDeps {
  readonly inbox: InboxStore
  readonly nowMs: () => number
}

export function inboxRoute({ inbox, nowMs }: InboxDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/inbox',
      { config: { verb: 'signed-in' }, schema: { response: { 200: Inbox } } },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return readInbox(inbox, personOf(request).userId, nowMs())
      },
    )

    app.post(
      '/api/inbox/seen',
      { config: { verb: 'signed-in' }, schema: { body: SeenNotifications } },
      async (request, reply) => {
        const { notificationIds, upToMs = nowMs() } = request.body
        const { userId } = personOf(request)
        const these = notificationIds.length > 0 ? notificationIds : { upToMs }
        await inbox.markSeen(userId, these, nowMs())
        return reply.code(204).send()
      },
    )

    app.get(
      '/api/me/digest',
      { config: { verb: 'signed-in' }, schema: { response: { 200: DigestChoice } } },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return (await inbox.readChoice(personOf(request).userId)) ?? USUAL_DIGEST
      },
    )

    app.put(
      '/api/me/digest',
      { config: { verb: 'signed-in' }, schema: { body: DigestChoice } },
      async (request, reply) => {
        const person = personOf(request)
        // Pupils have no address here; who is suspended may be one.
        if (isOnlyPupil(person) || person.memberships.length === 0)
          throw new Failure('access-denied', `letters for ${person.userId}`)
        await inbox.saveChoice(person.userId, request.body)
        return reply.code(204).send()
      },
    )
  }
}
