/** POST /api/set-up: the one-time link makes the school and signs its coordinator in. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SetUp, SetUpDone } from '../../shared/api/set-up.ts'
import { setUpSchool, type SetUpDeps } from './set-up.ts'
import type { SignIn } from './sign-in.ts'

export interface SetUpRouteDeps extends SetUpDeps {
  readonly signIn: SignIn
}

export function setUpRoute(deps: SetUpRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/api/set-up',
      { config: { verb: 'public' }, schema: { body: SetUp, response: { 201: SetUpDone } } },
      async (request, reply) => {
        const userAgent = request.headers['user-agent']
        const { schoolId, userId, session } = await setUpSchool(deps, request.body, userAgent)
        await deps.signIn.handOver({ request, reply }, userId, session)
        return reply.code(201).send({ schoolId })
      },
    )
  }
}
