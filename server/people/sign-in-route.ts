/**
 * GET /sign-in/:token: opens the door of a sign-in link and goes to where it leads.
 *
 * Works again until it ends, so a link can be opened in a second browser. It
 * never takes the place of a session in a real school: a page says so instead.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ownPath } from '../../shared/api/own-path.ts'
import { Failure } from '../../shared/failure.ts'
import type { PeopleStore } from './people-store.ts'
import { isExamplePerson } from './sessions.ts'
import type { SignIn } from './sign-in.ts'
import type { DoorNotice } from '../words/server-words.en.ts'
import { doorPageFor } from './door-page.ts'
import { hashToken } from './tokens.ts'

export interface SignInRouteDeps {
  readonly store: Pick<PeopleStore, 'findSignInLink'>
  readonly signIn: SignIn
  readonly nowMs: () => number
}

export function signInRoute(deps: SignInRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/sign-in/:token',
      {
        config: { verb: 'public' },
        schema: { params: Type.Object({ token: Type.String({ maxLength: 100 }) }) },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        const show = (notice: DoorNotice) => {
          const page = doorPageFor(notice, request.headers['accept-language'])
          return reply
            .code(notice === 'signed-in-elsewhere' ? 409 : 410)
            .header('content-security-policy', page.contentSecurityPolicy)
            .type('text/html; charset=utf-8')
            .send(page.html)
        }

        const link = await deps.store.findSignInLink(hashToken(request.params.token), deps.nowMs())
        if (!link) {
          if (request.headers.accept?.includes('text/html')) return show('link-not-valid')
          throw new Failure('link-not-valid', 'sign-in link')
        }
        if (request.signedIn && !isExamplePerson(request.signedIn.person)) {
          return show('signed-in-elsewhere')
        }

        await deps.signIn.open({ request, reply }, link.userId, { expiresAtMs: link.expiresAtMs })
        return reply.redirect(ownPath(link.path), 303)
      },
    )
  }
}
