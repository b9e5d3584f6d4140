/** The doors of people with an account, put together: what they share, and their routes. */
import type { FastifyInstance } from 'fastify'
import type { RandomBytes, UserId } from '../../shared/ids.ts'
import type { MemberStore } from '../people/member-store.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Sessions, SignedIn } from '../people/sessions.ts'
import type { SignIn } from '../people/sign-in.ts'
import type { AccountStore } from './account-store.ts'
import { createCompleteSignIn } from './complete-sign-in.ts'
import { createCounter } from './counter.ts'
import type { GroupRoles } from './group-roles.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { IdentityStore } from './identity-store.ts'
import { createMailDoor } from './mail-door.ts'
import type { Mailer } from './mailer.ts'
import { memberLinkRoute } from './member-link-route.ts'
import { myWaysRoute } from './my-ways-route.ts'
import { createPasswordThrottle } from './password-throttle.ts'
import { createPasswords } from './passwords.ts'
import { personalInvitationRoute } from './personal-invitation-route.ts'
import type { PersonalInvitationStore } from './personal-invitation-store.ts'
import { prove } from './my-ways.ts'
import { createPost } from './post.ts'
import { createProviderDoor } from './provider-door.ts'
import { providerRoute } from './provider-route.ts'
import { signInDoorRoute } from './sign-in-door-route.ts'

export interface SignInDoorsDeps {
  readonly people: PeopleStore
  readonly members: MemberStore
  /** Told when somebody's role is another: their open plans hear it. */
  readonly rightsChanged: (userId: UserId) => Promise<void>
  readonly accounts: AccountStore
  readonly identities: IdentityStore
  readonly personalInvitations: PersonalInvitationStore
  readonly sessions: Sessions
  readonly signIn: SignIn
  /** null: no mail is sent from here. */
  readonly mailer: Mailer | null
  /** null: nobody signs in by a provider. */
  readonly provider: {
    readonly provider: IdentityProvider
    readonly groupRoles: GroupRoles
    readonly school: string | null
  } | null
  readonly publicOrigin: string
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/** Letters to send and present passwords to guess, of one person within a quarter of an hour. */
const MAX_CHANGES = 10
const WINDOW_MS = 15 * 60 * 1000

export interface SignInDoors {
  /** Is it really they at the keyboard? @throws Failure as `prove` of my-ways.ts. */
  prove(signedIn: SignedIn, password: string | null): Promise<unknown>
  /** Waits for letters under way. */
  close(): Promise<void>
}

/** Adds the routes. */
export async function addSignInDoors(
  app: FastifyInstance,
  deps: SignInDoorsDeps,
): Promise<SignInDoors> {
  const { provider, identities, nowMs, random } = deps
  const post = createPost({ mailer: deps.mailer, logger: app.log })
  const shared = {
    ...deps,
    post,
    provider: provider?.provider ?? null,
    passwords: createPasswords(random),
    completeSignIn: createCompleteSignIn(deps),
    isAtProvider: async (userId: UserId) =>
      provider !== null && identities.isConnected(userId, provider.provider.issuer),
    changes: createCounter({ limit: MAX_CHANGES, windowMs: WINDOW_MS, nowMs }),
  }

  await app.register(
    signInDoorRoute({
      ...shared,
      throttle: createPasswordThrottle(nowMs),
      mailDoor: createMailDoor(shared),
      ways: { mail: post.isOpen, provider: shared.provider?.name ?? null },
    }),
  )
  await app.register(myWaysRoute(shared))
  await app.register(memberLinkRoute(shared))
  await app.register(personalInvitationRoute({ ...shared, store: deps.personalInvitations }))
  if (provider) {
    const door = createProviderDoor({ ...shared, ...provider })
    await app.register(providerRoute({ ...shared, door, myWays: shared }))
  }
  return {
    prove: (signedIn, password) => prove(shared, signedIn, password),
    close: () => post.close(),
  }
}
