/** Pupils come in and come back: POST /api/pupils/come-in and /return, by a code alone. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CameIn, ComeIn, Return, Returned } from '../../shared/api/pupils.ts'
import { Failure } from '../../shared/failure.ts'
import { isExamplePerson } from '../people/sessions.ts'
import type { SignIn } from '../people/sign-in.ts'
import { addressKey } from '../sign-in/address-key.ts'
import { createCounter } from '../sign-in/counter.ts'
import { comeIn, findReturning, type PupilDoorDeps } from './pupil-doors.ts'

/** Return codes that bring nobody back, from one address; a right one always does. */
const MAX_WRONG = 300
const WINDOW_MS = 15 * 60 * 1000

export interface PupilDoorRouteDeps extends PupilDoorDeps {
  readonly signIn: SignIn
}

export function pupilDoorRoute(deps: PupilDoorRouteDeps): FastifyPluginAsyncTypebox {
  const { signIn, store, nowMs } = deps
  const wrong = createCounter({ limit: MAX_WRONG, windowMs: WINDOW_MS, nowMs })

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.post(
      '/api/pupils/come-in',
      { config: { verb: 'public' }, schema: { body: ComeIn, response: { 200: CameIn } } },
      async (request, reply) => {
        const { planId, name, newcomer } = await comeIn(deps, request.body, {
          person: request.signedIn?.person ?? null,
          address: request.ip,
          userAgent: request.headers['user-agent'],
        })
        if (newcomer) await signIn.handOver({ request, reply }, newcomer.userId, newcomer.session)
        return { planId, name, returnCode: newcomer?.returnCode ?? null }
      },
    )

    app.post(
      '/api/pupils/return',
      { config: { verb: 'public' }, schema: { body: Return, response: { 200: Returned } } },
      async (request, reply) => {
        const { returnCode, publicComputer = true } = request.body
        const person = await findReturning(deps, returnCode).catch((error: unknown) => {
          const isWrong = error instanceof Failure && error.code === 'link-not-valid'
          if (!isWrong || wrong.take(addressKey(request.ip))) throw error
          throw new Failure('too-many-requests', 'return codes', { cause: error })
        })
        const ends = person.memberships.map(({ school }) => school.expiresAtMs ?? 0)
        const expiresAtMs = isExamplePerson(person) ? Math.max(...ends) : undefined
        await signIn.open({ request, reply }, person.userId, { publicComputer, expiresAtMs })
        const plans = await store.listPlansOf(person.userId)
        return { planId: plans.length === 1 ? (plans[0] ?? null) : null }
      },
    )
  }
}
