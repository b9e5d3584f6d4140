/** The doors of those who have been here before: POST /api/sign-in/password, /mail and /link. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ownPath } from '../../shared/api/own-path.ts'
import {
  LinkSignIn,
  MailSignIn,
  PasswordSignIn,
  SignedInTo,
  SignInWays,
} from '../../shared/api/sign-in.ts'
import { Failure } from '../../shared/failure.ts'
import { addressKey } from './address-key.ts'
import type { CompleteSignIn } from './complete-sign-in.ts'
import { createCounter } from './counter.ts'
import type { MailDoor } from './mail-door.ts'
import { type LinkDeps, takeSignInLink } from './one-time-links.ts'
import { checkPassword, type PasswordDoorDeps } from './password-door.ts'

/** Links that open nothing, from one address within a quarter of an hour. */
const MAX_WRONG_LINKS = 200
const WINDOW_MS = 15 * 60 * 1000

export interface SignInDoorDeps extends PasswordDoorDeps, Pick<LinkDeps, 'nowMs'> {
  readonly accounts: PasswordDoorDeps['accounts'] & LinkDeps['accounts']
  readonly completeSignIn: CompleteSignIn
  readonly mailDoor: MailDoor
  readonly ways: SignInWays
}

export function signInDoorRoute(deps: SignInDoorDeps): FastifyPluginAsyncTypebox {
  const { completeSignIn, mailDoor, ways, nowMs } = deps
  const wrongLinks = createCounter({ limit: MAX_WRONG_LINKS, windowMs: WINDOW_MS, nowMs })

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/sign-in/ways',
      { config: { verb: 'public' }, schema: { response: { 200: SignInWays } } },
      async () => ways,
    )

    app.post(
      '/api/sign-in/password',
      {
        config: { verb: 'public' },
        schema: { body: PasswordSignIn, response: { 200: SignedInTo } },
      },
      async (request, reply) => {
        const { email, password, to, publicComputer } = request.body
        const userId = await checkPassword(deps, { email, password, address: request.ip })
        return completeSignIn(request, reply, { userId, to, publicComputer, isProof: false })
      },
    )

    app.post(
      '/api/sign-in/mail',
      { config: { verb: 'public' }, schema: { body: MailSignIn, response: { 204: Type.Null() } } },
      async (request, reply) => {
        if (!ways.mail) throw new Failure('not-found', 'no mail is sent from here')
        const { email, to } = request.body
        mailDoor.ask({ email, path: ownPath(to), address: request.ip })
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/sign-in/link',
      { config: { verb: 'public' }, schema: { body: LinkSignIn, response: { 200: SignedInTo } } },
      async (request, reply) => {
        const { token, publicComputer } = request.body
        const { userId, path } = await takeSignInLink(deps, token).catch((error: unknown) => {
          // Only wrong ones are counted: however many guess, a good link opens.
          if (wrongLinks.take(addressKey(request.ip))) throw error
          throw new Failure('too-many-requests', 'links that open nothing', { cause: error })
        })
        return completeSignIn(request, reply, { userId, to: path, publicComputer, isProof: true })
      },
    )
  }
}
