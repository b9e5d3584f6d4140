/**
 * The way to the school's sign-in provider and back: POST /api/sign-in/provider,
 * POST /api/me/provider, GET /sign-in/oidc/callback.
 *
 * What goes wrong on the way back is told on the sign-in page, by a word in its
 * address; nothing that came from outside is put into one.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownPath } from '../../shared/api/own-path.ts'
import { ProviderPage, ProviderSignIn } from '../../shared/api/sign-in.ts'
import { Failure } from '../../shared/failure.ts'
import { signedInOf } from '../people/route-guard.ts'
import type { CompleteSignIn } from './complete-sign-in.ts'
import { realPersonOf } from './my-ways-route.ts'
import { type MyWaysDeps, prove } from './my-ways.ts'
import { ATTEMPT_MS, type NewAttempt, type ProviderDoor } from './provider-door.ts'

export interface ProviderRouteDeps {
  readonly door: ProviderDoor
  readonly myWays: MyWaysDeps
  readonly publicOrigin: string
  readonly completeSignIn: CompleteSignIn
}

export const CALLBACK_PATH = '/sign-in/oidc/callback'

export function providerRoute(deps: ProviderRouteDeps): FastifyPluginAsyncTypebox {
  const { door, publicOrigin, completeSignIn } = deps
  const secure = publicOrigin.startsWith('https:')
  const cookieName = secure ? '__Host-provider' : 'provider'
  const cookieTraits = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const

  const begin = async (reply: FastifyReply, attempt: NewAttempt): Promise<ProviderPage> => {
    const begun = await door.begin(attempt)
    if (!begun) throw new Failure('provider-unavailable', 'no sign-in page')
    reply.setCookie(cookieName, begun.secret, { ...cookieTraits, maxAge: ATTEMPT_MS / 1000 })
    return { url: begun.url }
  }

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.post(
      '/api/sign-in/provider',
      {
        config: { verb: 'public' },
        schema: { body: ProviderSignIn, response: { 200: ProviderPage } },
      },
      async (request, reply) => {
        const { to, publicComputer } = request.body
        return begin(reply, { path: ownPath(to), publicComputer, sessionHash: null })
      },
    )

    app.post(
      '/api/me/provider',
      { config: { verb: 'signed-in' }, schema: { response: { 200: ProviderPage } } },
      async (request, reply) => {
        const signedIn = realPersonOf(signedInOf(request))
        const { sessionHash, person } = signedIn
        // Who comes in there shows by it whose account it is; all others show it before.
        if (!(await deps.myWays.isAtProvider(person.userId))) {
          await prove(deps.myWays, signedIn, null)
        }
        return begin(reply, { path: '/account', publicComputer: false, sessionHash })
      },
    )

    app.get(CALLBACK_PATH, { config: { verb: 'public' } }, async (request, reply) => {
      const outcome = await door.finish(
        secretIn(request, cookieName),
        new URL(request.url, publicOrigin),
        request.signedIn,
      )
      reply.setCookie(cookieName, '', { ...cookieTraits, maxAge: 0 })
      if (outcome.kind === 'problem') {
        const query = new URLSearchParams({ problem: outcome.problem, to: outcome.path })
        return reply.redirect(`/sign-in?${query.toString()}`, 303)
      }
      if (outcome.kind !== 'signed-in') return reply.redirect(outcome.attempt.path, 303)
      const { userId, attempt } = outcome
      const { path, publicComputer } = attempt
      const { to } = await completeSignIn(request, reply, {
        userId,
        to: path,
        publicComputer,
        isProof: false,
      })
      return reply.redirect(to, 303)
    })
  }
}

function secretIn(request: FastifyRequest, cookieName: string): string | null {
  return request.cookies[cookieName] || null
}
