/**
 * Coming in by e-mail address and password. Unknown address, no password, wrong
 * password: the same work and the same refusal.
 */
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { AccountStore } from './account-store.ts'
import { normalEmail } from './email-address.ts'
import type { PasswordThrottle } from './password-throttle.ts'
import type { Passwords } from './passwords.ts'

export interface PasswordDoorDeps {
  readonly accounts: Pick<AccountStore, 'findByEmail' | 'replaceHash'>
  readonly passwords: Passwords
  readonly throttle: PasswordThrottle
}

export interface TypedPassword {
  readonly email: string
  readonly password: string
  /** Network address it comes from. */
  readonly address: string
}

/**
 * Whose password it is.
 *
 * @throws Failure 'sign-in-failed', or 'too-many-requests'.
 */
export async function checkPassword(
  { accounts, passwords, throttle }: PasswordDoorDeps,
  typed: TypedPassword,
): Promise<UserId> {
  const email = normalEmail(typed.email) ?? ''
  const one = { email, address: typed.address }
  throttle.begin(one)

  const account = await accounts.findByEmail(email)
  const kept = account?.passwordHash ?? null
  const isRight = await passwords.isRight(typed.password, kept)
  if (!account || kept === null || !isRight) throw new Failure('sign-in-failed', 'by password')

  throttle.succeed(one)
  if (passwords.isOutdated(kept)) {
    await accounts.replaceHash(account.userId, kept, await passwords.keep(typed.password))
  }
  return account.userId
}
