/**
 * Every route names its verb, and every request has its person: the one place
 * where a cookie becomes somebody.
 *
 * A route without a verb does not start. A route whose verb is about a school or
 * a plan lets only signed-in people in; whether they may is asked by the route
 * on the very object that it uses.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Verb } from '../../shared/access/policy.ts'
import { Failure } from '../../shared/failure.ts'
import type { Person } from './people-store.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Sessions, SignedIn } from './sessions.ts'

/** 'public': anybody; 'signed-in': whoever has a session; else a verb of the policy. */
export type RouteVerb = Verb | 'public' | 'signed-in'

declare module 'fastify' {
  interface FastifyContextConfig {
    verb?: RouteVerb
  }
  interface FastifyRequest {
    /** Read from the session cookie, for routes under /api and /sign-in. */
    signedIn: SignedIn | null
  }
}

export interface RouteGuardDeps {
  readonly sessions: Sessions
  readonly cookie: SessionCookie
}

/** Call before any route is added. */
export function guardRoutes(app: FastifyInstance, { sessions, cookie }: RouteGuardDeps): void {
  app.decorateRequest('signedIn', null)

  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.verb === undefined) throw new Error(`${String(method)} ${url} names no verb`)
  })

  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions
    if (url === undefined || !/^\/(?:api|sign-in)\//.test(url)) return

    const token = cookie.read(request.headers.cookie)
    request.signedIn = token === null ? null : await sessions.read(token)
    if (token !== null && request.signedIn?.extendedToMs) {
      const expiresAtMs = request.signedIn.extendedToMs
      cookie.set(reply, { token, expiresAtMs, isPublicComputer: false })
    }
    if (config.verb !== 'public') signedInOf(request)
  })
}

/** The session of a request. @throws Failure 'sign-in-required' */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new Failure('sign-in-required', request.routeOptions.url ?? '')
  return request.signedIn
}

/** The person of a request. @throws Failure 'sign-in-required' */
export function personOf(request: FastifyRequest): Person {
  return signedInOf(request).person
}
