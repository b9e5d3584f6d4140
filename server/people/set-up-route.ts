/** POST /api/set-up: the one-time link makes the school and signs its coordinator in. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SetUp, SetUpDone } from '../../shared/api/set-up.ts'
import type { SessionCookie } from './session-cookie.ts'
import { setUpSchool, type SetUpDeps } from './set-up.ts'

export interface SetUpRouteDeps extends SetUpDeps {
  readonly cookie: SessionCookie
}

export function setUpRoute(deps: SetUpRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/api/set-up',
      { config: { verb: 'public' }, schema: { body: SetUp, response: { 201: SetUpDone } } },
      async (request, reply) => {
        const { schoolId, session } = await setUpSchool(deps, request.body)
        deps.cookie.set(reply, session)
        return reply.code(201).send({ schoolId })
      },
    )
  }
}
