/**
 * The doors of those who have been here before, and the keys one has to them.
 *
 *   GET  /api/sign-in/ways          -> SignInWays
 *   POST /api/sign-in/password      PasswordSignIn -> SignedInTo, and a session
 *   POST /api/sign-in/mail          MailSignIn -> 204, whether the address is known or not
 *   POST /api/sign-in/link          LinkSignIn -> SignedInTo, and a session
 *   POST /api/sign-in/provider      ProviderSignIn -> ProviderPage
 *   GET  /sign-in/oidc/callback     from the provider; goes on, or to /sign-in?problem=
 *   GET  /api/me/ways               -> MyWays
 *   PUT  /api/me/email              NewEmail -> NewEmailDone
 *   POST /api/me/email/confirm      ConfirmEmail -> 204
 *   PUT  /api/me/password           NewPassword -> 204, and a fresh session
 *   POST /api/me/provider           -> ProviderPage: connects it to who is signed in; whom it is
 *                                              connected to shows by it that it is they
 *   POST /api/members/:memberId/sign-in-link -> 201 MemberLink
 *
 * Tokens stand in a link's fragment and come in a body, as invitations' do.
 */
import { type Static, Type } from 'typebox'
import { Id } from './common.ts'
import { MAX_PATH_LENGTH } from './own-path.ts'

export const Email = Type.String({ minLength: 3, maxLength: 254 })
/** What is typed as one; the rules for a new one are in access/password-rules.ts. */
const Password = Type.String({ minLength: 1, maxLength: 1000 })
export const Token = Type.String({ minLength: 1, maxLength: 200 })
/** A path of ours to go to; anything else is heard as '/'. */
const To = Type.String({ maxLength: MAX_PATH_LENGTH })
/** Others use this computer: the session is short. */
export const PublicComputer = Type.Boolean()

export const SignInWays = Type.Object({
  /** Can links be sent? */
  mail: Type.Boolean(),
  /** What the provider calls itself; null: there is none. */
  provider: Type.Union([Type.String(), Type.Null()]),
})
export type SignInWays = Static<typeof SignInWays>

export const PasswordSignIn = Type.Object({
  email: Email,
  password: Password,
  to: To,
  publicComputer: PublicComputer,
})
export type PasswordSignIn = Static<typeof PasswordSignIn>

export const MailSignIn = Type.Object({ email: Email, to: To })
export type MailSignIn = Static<typeof MailSignIn>

export const LinkSignIn = Type.Object({ token: Token, publicComputer: PublicComputer })
export type LinkSignIn = Static<typeof LinkSignIn>

export const ProviderSignIn = Type.Object({ to: To, publicComputer: PublicComputer })
export type ProviderSignIn = Static<typeof ProviderSignIn>

export const SignedInTo = Type.Object({ to: Type.String() })
export type SignedInTo = Static<typeof SignedInTo>

export const ProviderPage = Type.Object({ url: Type.String() })
export type ProviderPage = Static<typeof ProviderPage>

/** Why one came back from the provider without being signed in: /sign-in?problem=. */
export const PROVIDER_PROBLEMS = [
  'provider-unavailable',
  'provider-refused',
  'provider-too-late',
  'provider-no-role',
  'provider-other-account',
  'provider-not-anew',
] as const
export type ProviderProblem = (typeof PROVIDER_PROBLEMS)[number]

export const MyWays = Type.Object({
  email: Type.Union([Type.String(), Type.Null()]),
  /** Was a link opened that was sent to it? */
  isEmailConfirmed: Type.Boolean(),
  hasPassword: Type.Boolean(),
  /** null: there is no provider here. */
  provider: Type.Union([
    Type.Object({ name: Type.String(), isConnected: Type.Boolean() }),
    Type.Null(),
  ]),
  /** Can mail be sent from here? */
  mail: Type.Boolean(),
  /**
   * Must a change be shown to be one's own: by the present password, by a fresh link, or by
   * signing in at the provider once more?
   */
  needsProof: Type.Boolean(),
})
export type MyWays = Static<typeof MyWays>

export const NewEmail = Type.Object({
  email: Email,
  /** The present password, where a proof is needed; else null. */
  password: Type.Union([Password, Type.Null()]),
})
export type NewEmail = Static<typeof NewEmail>

export const NewEmailDone = Type.Object({
  /** Was a link sent that must be opened first? */
  isLinkSent: Type.Boolean(),
})
export type NewEmailDone = Static<typeof NewEmailDone>

export const ConfirmEmail = Type.Object({ token: Token })

export const NewPassword = Type.Object({
  current: Type.Union([Password, Type.Null()]),
  password: Password,
})
export type NewPassword = Static<typeof NewPassword>

export const MemberParams = Type.Object({ memberId: Id })

export const MemberLink = Type.Object({
  /** Told this once: only its hash is kept. */
  url: Type.String(),
  /** Milliseconds since the epoch. */
  expiresAtMs: Type.Number(),
})
export type MemberLink = Static<typeof MemberLink>
