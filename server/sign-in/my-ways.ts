/**
 * How I sign in: my e-mail address and my password.
 *
 * Whoever has found an open browser must not be able to take the account along: as
 * soon as there is a confirmed address, a password or a way in by the provider, a change
 * needs the present password, or a session that showed a short while ago whose it is: by a
 * one-time link, or by signing in at the provider once more.
 */
import { passwordProblem } from '../../shared/access/password-rules.ts'
import { Failure } from '../../shared/failure.ts'
import type { Person } from '../people/people-store.ts'
import type { SignedIn } from '../people/sessions.ts'
import type { UserId } from '../../shared/ids.ts'
import { hashToken } from '../people/tokens.ts'
import type { Account, AccountStore } from './account-store.ts'
import { PROOF_MS } from './complete-sign-in.ts'
import type { Counter } from './counter.ts'
import { noAddress, normalEmail } from './email-address.ts'
import { confirmLetter, passwordLetter, takenLetter } from './letters.ts'
import { type LinkDeps, makeConfirmLink } from './one-time-links.ts'
import type { Passwords } from './passwords.ts'
import type { Post } from './post.ts'

export interface MyWaysDeps extends LinkDeps {
  readonly accounts: AccountStore
  readonly passwords: Passwords
  readonly post: Post
  /** Do they come in by the provider that is open here? */
  readonly isAtProvider: (userId: UserId) => Promise<boolean>
  /** Changes of one person: of letters to send, and of present passwords to guess. */
  readonly changes: Counter
}

/** Has this account a door, and did nobody show in this session a short while ago whose it is? */
export async function mustProve(
  { accounts, isAtProvider, nowMs }: Pick<MyWaysDeps, 'accounts' | 'isAtProvider' | 'nowMs'>,
  { userId, emailConfirmedAtMs, passwordHash }: Account,
  sessionHash: string,
): Promise<boolean> {
  const hasDoor =
    emailConfirmedAtMs !== null || passwordHash !== null || (await isAtProvider(userId))
  return hasDoor && !(await accounts.isProven(sessionHash, nowMs()))
}

/**
 * @param password the present one; null when none was given. Where there is none, none is right.
 * @param field what it is called in the request.
 * @throws Failure 'proof-required', 'sign-in-failed' for a wrong one, 'too-many-requests'.
 */
export async function prove(
  deps: MyWaysDeps,
  { person, sessionHash }: SignedIn,
  password: string | null,
  field = 'password',
): Promise<Account> {
  const { accounts, passwords, changes } = deps
  const account = await accounts.findAccount(person.userId)
  if (!(await mustProve(deps, account, sessionHash))) return account
  if (password === null || account.passwordHash === null) {
    throw new Failure('proof-required', person.userId)
  }
  // Counted by person, not with the door: who guesses there does not shut this.
  if (!changes.take(person.userId)) throw new Failure('too-many-requests', 'present passwords')
  if (!(await passwords.isRight(password, account.passwordHash))) {
    throw new Failure('sign-in-failed', 'present password', { told: { field } })
  }
  changes.giveBack(person.userId)
  return account
}

/**
 * Makes the address mine: by a link sent to it; at once where no mail can be sent.
 *
 * @returns whether a link was sent.
 * @throws Failure as `prove`; 'bad-request' for what is no address; 'email-taken' only where no mail
 *   can be sent: else the letter says so, to who reads that mailbox.
 */
export async function changeEmail(
  deps: MyWaysDeps,
  signedIn: SignedIn,
  wanted: { readonly email: string; readonly password: string | null },
): Promise<boolean> {
  const { accounts, post, changes, publicOrigin } = deps
  const email = normalEmail(wanted.email)
  if (email === null) throw noAddress()
  const { person } = signedIn
  await prove(deps, signedIn, wanted.password)
  if (!changes.take(person.userId)) throw new Failure('too-many-requests', 'addresses')
  if (!post.isOpen) {
    if (await accounts.setEmail(person.userId, email, null)) return false
    throw new Failure('email-taken', person.userId, { told: { field: 'email' } })
  }

  const reader = { to: email, language: person.language }
  post.later(async (mailer) => {
    const owner = await accounts.findByEmail(email)
    const isTaken = owner?.emailConfirmedAtMs != null && owner.userId !== person.userId
    await mailer.send(
      isTaken
        ? takenLetter(reader, `${publicOrigin}/sign-in`)
        : confirmLetter(
            reader,
            person.name,
            await makeConfirmLink(deps, { userId: person.userId, email }),
          ),
    )
  })
  return true
}

/** @throws Failure 'link-not-valid' for a link that is used, over or another person's; 'email-taken'. */
export async function confirmEmail(
  { accounts, nowMs }: MyWaysDeps,
  { person, sessionHash }: SignedIn,
  token: string,
): Promise<void> {
  const { userId } = person
  const wanted = { kind: 'confirm-email', userId } as const
  const link = await accounts.takeLink(hashToken(token), wanted, nowMs())
  if (!link || link.email === null) throw new Failure('link-not-valid', 'confirming an address')
  if (!(await accounts.setEmail(userId, link.email, nowMs()))) {
    throw new Failure('email-taken', userId)
  }
  await accounts.proveSession(sessionHash, userId, nowMs() + PROOF_MS)
}

/** @throws Failure as `prove`; 'bad-request' without an address to sign in with; 'password-too-weak'. */
export async function changePassword(
  deps: MyWaysDeps,
  signedIn: SignedIn,
  { current, password }: { readonly current: string | null; readonly password: string },
): Promise<void> {
  const { accounts, passwords, post, publicOrigin, nowMs } = deps
  const { person } = signedIn
  const { email, emailConfirmedAtMs, passwordHash } = await prove(
    deps,
    signedIn,
    current,
    'current',
  )
  if (email === null) throw new Failure('bad-request', 'a password without an address')
  const problem = passwordProblem(password, knownOf(person, email))
  if (problem) throw new Failure('password-too-weak', problem, { told: { field: 'password' } })

  await accounts.setPassword(person.userId, await passwords.keep(password), nowMs())
  if (emailConfirmedAtMs === null) return
  const reader = { to: email, language: person.language }
  const kind = passwordHash === null ? 'made' : 'changed'
  post.later((mailer) => mailer.send(passwordLetter(reader, kind, `${publicOrigin}/sign-in`)))
}

function knownOf({ name, memberships }: Person, email: string): readonly string[] {
  return [name, email, ...memberships.map(({ school }) => school.name)]
}
