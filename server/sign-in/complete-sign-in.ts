/**
 * The end of every door of an account: signs in on this browser, notes whether that
 * proved whose account it is, and says where to go.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownPath } from '../../shared/api/own-path.ts'
import type { SignedInTo } from '../../shared/api/sign-in.ts'
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { isExamplePerson } from '../people/sessions.ts'
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
  readonly signIn: Pick<SignIn, 'open'>
  readonly nowMs: () => number
}

export type CompleteSignIn = (
  request: FastifyRequest,
  reply: FastifyReply,
  done: SignInDone,
) => Promise<SignedInTo>

export function createCompleteSignIn(deps: CompleteSignInDeps): CompleteSignIn {
  const { people, accounts, signIn, nowMs } = deps
  return async (request, reply, { userId, to, publicComputer, isProof }) => {
    const person = await people.findPerson(userId, nowMs())
    if (!person) throw new Failure('sign-in-failed', `no person ${userId}`)
    const ends = person.memberships.map(({ school }) => school.expiresAtMs ?? 0)
    const expiresAtMs = ends.length > 0 && isExamplePerson(person) ? Math.max(...ends) : undefined

    const { token } = await signIn.open({ request, reply }, userId, { expiresAtMs, publicComputer })
    if (isProof) await accounts.proveSession(hashToken(token), userId, nowMs() + PROOF_MS)
    return { to: ownPath(to) }
  }
}
