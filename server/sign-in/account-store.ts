/**
 * Port: what people with an account sign in by, and one-time links.
 *
 * server/storage implements it. An e-mail address belongs to one account, as the
 * store decides in one statement; addresses come normalised (email-address.ts).
 */
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'

export interface Account {
  readonly userId: UserId
  readonly email: string | null
  /** When a link sent to it was opened; null: never. */
  readonly emailConfirmedAtMs: number | null
  /** When somebody who invites people handed an invitation for it over; null: only they say so. */
  readonly emailVouchedAtMs: number | null
  /** As passwords.ts makes it. */
  readonly passwordHash: string | null
}

/** 'sign-in': opens a session. 'confirm-email': makes `email` the account's. */
export type LinkKind = 'sign-in' | 'confirm-email'

export interface OneTimeLink {
  readonly tokenHash: string
  readonly kind: LinkKind
  readonly userId: UserId
  readonly email: string | null
  /** A path of our own, where it leads. */
  readonly path: string
  readonly expiresAtMs: number
}

/** Who made a link for whom; members of the school. */
export interface LinkMade {
  readonly schoolId: SchoolId
  /** null: whoever runs the server. */
  readonly by: MemberId | null
  readonly memberId: MemberId
}

export interface AccountStore {
  findByEmail(email: string): Promise<Account | null>
  /** An empty one for who never made one. */
  findAccount(userId: UserId): Promise<Account>
  /**
   * Makes the address the account's; links made before open nothing any more. One that
   * is confirmed takes it from an account that never confirmed it.
   *
   * @returns false, and nothing done, when it is another account's.
   */
  setEmail(userId: UserId, email: string, confirmedAtMs: number | null): Promise<boolean>
  /** Links made before open nothing any more. */
  setPassword(userId: UserId, hash: string, nowMs: number): Promise<void>
  /** The same password under newer parameters; not if it was changed meanwhile. */
  replaceHash(userId: UserId, before: string, after: string): Promise<void>

  /** @param made by whom, for the school's trail: in the same transaction. */
  addLink(link: OneTimeLink, made?: LinkMade & { readonly atMs: number }): Promise<void>
  /**
   * Uses the link up, in the one statement that finds it: of two at once one gets it. null when
   * there is none of this kind, or it has ended, or it belongs to somebody else than `userId`.
   */
  takeLink(
    tokenHash: string,
    wanted: { readonly kind: LinkKind; readonly userId?: UserId },
    nowMs: number,
  ): Promise<OneTimeLink | null>

  /** The session was opened by a link, or has seen one, so that it may change how one signs in. */
  proveSession(sessionHash: string, userId: UserId, untilMs: number): Promise<void>
  isProven(sessionHash: string, nowMs: number): Promise<boolean>

  /** Takes away links, proofs and attempts that have ended. */
  removeEnded(nowMs: number): Promise<void>
}
