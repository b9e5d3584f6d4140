/**
 * Links that work once: sent by mail, or handed over by a coordinator.
 *
 * The secret stands in the fragment and is redeemed by a POST that a person
 * presses for: mail programs fetch what they find. A link is used up in the one
 * statement that finds it. A new link leaves earlier ones good, or anybody who
 * asks for one could shut out whom it is for.
 */
import { Failure } from '../../shared/failure.ts'
import type { RandomBytes, UserId } from '../../shared/ids.ts'
import { createToken, hashToken } from '../people/tokens.ts'
import type { AccountStore, LinkMade, OneTimeLink } from './account-store.ts'

const MINUTE_MS = 60 * 1000
export const MAIL_LINK_MINUTES = 15
export const MEMBER_LINK_MINUTES = 60
/** An address is confirmed when one comes to read the mail. */
export const CONFIRM_MINUTES = 24 * 60

export interface LinkDeps {
  readonly accounts: Pick<AccountStore, 'addLink' | 'takeLink'>
  readonly publicOrigin: string
  readonly nowMs: () => number
  readonly random: RandomBytes
}

export interface NewSignInLink {
  readonly userId: UserId
  /** A path of our own, where it leads. */
  readonly path: string
  readonly minutes: number
  /** By a coordinator, for a member: told in the school's trail. */
  readonly made?: LinkMade
}

/** A link that signs this person in. */
export async function makeSignInLink(
  { accounts, publicOrigin, nowMs, random }: LinkDeps,
  { userId, path, minutes, made }: NewSignInLink,
): Promise<{ readonly url: string; readonly expiresAtMs: number }> {
  const token = createToken(random)
  const expiresAtMs = nowMs() + minutes * MINUTE_MS
  const link = { userId, email: null, path, expiresAtMs }
  await accounts.addLink(
    { ...link, kind: 'sign-in', tokenHash: hashToken(token) },
    made && { ...made, atMs: nowMs() },
  )
  return { url: `${publicOrigin}/sign-in#${token}`, expiresAtMs }
}

/** A link that makes the address this person's, in a browser where they are signed in. */
export async function makeConfirmLink(
  { accounts, publicOrigin, nowMs, random }: LinkDeps,
  { userId, email }: { readonly userId: UserId; readonly email: string },
): Promise<string> {
  const token = createToken(random)
  await accounts.addLink({
    tokenHash: hashToken(token),
    kind: 'confirm-email',
    userId,
    email,
    path: '/account',
    expiresAtMs: nowMs() + CONFIRM_MINUTES * MINUTE_MS,
  })
  return `${publicOrigin}/account#${token}`
}

/** Uses up a link that signs in. @throws Failure 'link-not-valid' */
export async function takeSignInLink(
  { accounts, nowMs }: Pick<LinkDeps, 'accounts' | 'nowMs'>,
  token: string,
): Promise<OneTimeLink> {
  const link = await accounts.takeLink(hashToken(token), { kind: 'sign-in' }, nowMs())
  if (!link) throw new Failure('link-not-valid', 'one-time link')
  return link
}
