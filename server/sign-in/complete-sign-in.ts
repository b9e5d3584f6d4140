/**
 * The end of every door of an account: opens a session, hands it to the browser in
 * place of the one it came with (people/sign-in.ts), notes whether it was opened by
 * a link, and says where to go.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownPath } from '../../shared/api/own-path.ts'
import type { SignedInTo } from '../../shared/api/sign-in.ts'
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { isExamplePerson, type Sessions } from '../people/sessions.ts'
import type { SignIn } from '../people/sign-in.ts'
import { hashToken } from '../people/tokens.ts'
import type { AccountStore } from './account-store.ts'

/** How long one who came by a link may change how they sign in. */
export const PROOF_MS = 15 * 60 * 1000

export interface SignInDone {
  readonly userId: UserId
  /** Where to go; anything but a path of ours is the start page. */
  readonly to: string
  /** Others use this computer. */
  readonly publicComputer: boolean
  /** Did they come by a one-time link, which shows that the account is theirs? */
  readonly isProof: boolean
}

export interface CompleteSignInDeps {
  readonly people: Pick<PeopleStore, 'findPerson'>
  readonly accounts: Pick<AccountStore, 'proveSession'>
  readonly sessions: Pick<Sessions, 'open'>
  readonly signIn: Pick<SignIn, 'handOver'>
  readonly nowMs: () => number
}

export type CompleteSignIn = (
  request: FastifyRequest,
  reply: FastifyReply,
  done: SignInDone,
) => Promise<SignedInTo>

export function createCompleteSignIn(deps: CompleteSignInDeps): CompleteSignIn {
  const { people, accounts, sessions, signIn, nowMs } = deps
  return async (request, reply, { userId, to, publicComputer, isProof }) => {
    const person = await people.findPerson(userId, nowMs())
    if (!person) throw new Failure('sign-in-failed', `no person ${userId}`)
    const ends = person.memberships.map(({ school }) => school.expiresAtMs ?? 0)
    const endsAtMs = ends.length > 0 && isExamplePerson(person) ? Math.max(...ends) : undefined

    const userAgent = request.headers['user-agent']
    const session = await sessions.open(userId, {
      expiresAtMs: endsAtMs,
      publicComputer,
      userAgent,
    })
    if (isProof) await accounts.proveSession(hashToken(session.token), userId, nowMs() + PROOF_MS)
    await signIn.handOver({ request, reply }, userId, session)
    return { to: ownPath(to) }
  }
}
