/** How I sign in: GET /api/me/ways, PUT /api/me/email and /password, POST /api/me/email/confirm. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { isOnlyPupil } from '../../shared/access/policy.ts'
import {
  ConfirmEmail,
  MyWays,
  NewEmail,
  NewEmailDone,
  NewPassword,
} from '../../shared/api/sign-in.ts'
import { Failure } from '../../shared/failure.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { signedInOf } from '../people/route-guard.ts'
import { isExamplePerson, type SignedIn, type Sessions } from '../people/sessions.ts'
import type { CompleteSignIn } from './complete-sign-in.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { changeEmail, changePassword, confirmEmail, mustProve, type MyWaysDeps } from './my-ways.ts'

export interface MyWaysRouteDeps extends MyWaysDeps {
  readonly completeSignIn: CompleteSignIn
  readonly sessions: Pick<Sessions, 'end'>
  readonly people: Pick<PeopleStore, 'listSessions'>
  readonly provider: IdentityProvider | null
}

export function myWaysRoute(deps: MyWaysRouteDeps): FastifyPluginAsyncTypebox {
  const { people, accounts, sessions, completeSignIn, post, nowMs } = deps
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/me/ways',
      { config: { verb: 'signed-in' }, schema: { response: { 200: MyWays } } },
      async (request): Promise<MyWays> => {
        const { person, sessionHash } = signedInOf(request)
        const account = await accounts.findAccount(person.userId)
        return {
          email: account.email,
          isEmailConfirmed: account.emailConfirmedAtMs !== null,
          hasPassword: account.passwordHash !== null,
          provider: await providerOf(deps, person.userId),
          mail: post.isOpen,
          needsProof: await mustProve(deps, account, sessionHash),
        }
      },
    )

    app.put(
      '/api/me/email',
      {
        config: { verb: 'signed-in' },
        schema: { body: NewEmail, response: { 200: NewEmailDone } },
      },
      async (request): Promise<NewEmailDone> => ({
        isLinkSent: await changeEmail(deps, realPersonOf(signedInOf(request)), request.body),
      }),
    )

    app.post(
      '/api/me/email/confirm',
      {
        config: { verb: 'signed-in' },
        schema: { body: ConfirmEmail, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        await confirmEmail(deps, signedInOf(request), request.body.token)
        return reply.code(204).send(null)
      },
    )

    app.put(
      '/api/me/password',
      {
        config: { verb: 'signed-in' },
        schema: { body: NewPassword, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const signedIn = realPersonOf(signedInOf(request))
        await changePassword(deps, signedIn, request.body)
        // Whoever was in with the old one is out; this browser goes on under a new secret.
        const { userId } = signedIn.person
        const all = await people.listSessions(userId, nowMs())
        const isThis = (tokenHash: string) => tokenHash === signedIn.sessionHash
        for (const { tokenHash } of all) if (!isThis(tokenHash)) await sessions.end(tokenHash)
        const publicComputer = all.some((one) => isThis(one.tokenHash) && one.isPublicComputer)
        await completeSignIn(request, reply, { userId, to: '/', publicComputer, isProof: false })
        return reply.code(204).send(null)
      },
    )
  }
}

/**
 * People of the example school have no account: what they are is thrown away with it. Nor have
 * pupils: nothing here asks a child for an address; whoever is suspended everywhere may be one.
 */
export function realPersonOf(signedIn: SignedIn): SignedIn {
  const { person } = signedIn
  const isNowhere = person.memberships.length === 0
  if (!isNowhere && !isExamplePerson(person) && !isOnlyPupil(person)) return signedIn
  throw new Failure('access-denied', `an account of ${person.userId}`)
}

async function providerOf(
  { provider, isAtProvider }: MyWaysRouteDeps,
  userId: SignedIn['person']['userId'],
): Promise<MyWays['provider']> {
  if (!provider) return null
  return { name: provider.name, isConnected: await isAtProvider(userId) }
}
