/** Links that sign a person in, for as long as the example school they belong to stands. */
import type { RandomBytes, UserId } from '../../shared/ids.ts'
import type { SignInLink } from './people-store.ts'
import { createToken, hashToken } from './tokens.ts'

export interface NewSignInLink {
  readonly userId: UserId
  /** A path of our own, where the link leads. */
  readonly path: string
  readonly expiresAtMs: number
}

/** A fresh link: what is stored, and the address for the person. */
export function createSignInLink(
  { userId, path, expiresAtMs }: NewSignInLink,
  publicOrigin: string,
  random: RandomBytes,
): { readonly link: SignInLink; readonly url: string } {
  const token = createToken(random)
  return {
    link: { tokenHash: hashToken(token), userId, path, expiresAtMs },
    url: `${publicOrigin}/sign-in/${token}`,
  }
}
