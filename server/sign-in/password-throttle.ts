/**
 * How often a password may be tried, by whom.
 *
 * Three counts of failures within a quarter of an hour: of one account from one
 * address, of one account from anywhere, of one address. A whole school comes from
 * one address: what one person mistypes fills their own count long before the
 * school's. A place where somebody has signed in before is not shut by what others
 * try elsewhere. Sessions and one-time links are not counted here: however many
 * guess, their owner comes in. Keyed by what was typed, so that an unknown account
 * is told to wait like a known one.
 */
import { Failure } from '../../shared/failure.ts'
import { addressKey } from './address-key.ts'
import { createCounter } from './counter.ts'

const WINDOW_MS = 15 * 60 * 1000
const MAX_OF_ACCOUNT_HERE = 10
const MAX_OF_ACCOUNT = 50
const MAX_OF_ADDRESS = 300
/** People and the places they sign in from. */
const MAX_KNOWN = 20_000

export type PasswordThrottle = ReturnType<typeof createPasswordThrottle>

export interface PasswordTry {
  /** As typed, normalised. */
  readonly email: string
  readonly address: string
}

export function createPasswordThrottle(nowMs: () => number) {
  const here = createCounter({ limit: MAX_OF_ACCOUNT_HERE, windowMs: WINDOW_MS, nowMs })
  const account = createCounter({ limit: MAX_OF_ACCOUNT, windowMs: WINDOW_MS, nowMs })
  const address = createCounter({ limit: MAX_OF_ADDRESS, windowMs: WINDOW_MS, nowMs })
  const known = new Set<string>()

  return {
    /** Counts a try before it is made. @throws Failure 'too-many-requests' */
    begin(one: PasswordTry): void {
      const { place, pair } = keysOf(one)
      const isKnown = known.has(pair)
      // Asked before anything is counted: invented addresses push nobody's count out of memory.
      if (!isKnown && address.isFull(place)) throw new Failure('too-many-requests', 'an address')
      if (!isKnown && account.isFull(one.email))
        throw new Failure('too-many-requests', 'an account')
      if (!here.take(pair)) throw new Failure('too-many-requests', 'an account from an address')
      if (isKnown) return
      account.take(one.email)
      address.take(place)
    },

    /** It was the right one: nothing was guessed. */
    succeed(one: PasswordTry): void {
      const { place, pair } = keysOf(one)
      here.giveBack(pair)
      if (known.has(pair)) return
      account.giveBack(one.email)
      address.giveBack(place)
      known.add(pair)
      if (known.size > MAX_KNOWN) known.delete(known.values().next().value ?? '')
    },
  }
}

function keysOf({ email, address }: PasswordTry) {
  const place = addressKey(address)
  return { place, pair: `${place} ${email}` }
}
