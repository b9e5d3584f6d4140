/**
 * Coming in by a link in a letter. The answer is the same, and comes as soon,
 * whether the address is known or not: all that depends on it happens afterwards.
 */
import { Failure } from '../../shared/failure.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { AccountStore } from './account-store.ts'
import { addressKey } from './address-key.ts'
import { createCounter } from './counter.ts'
import { noAddress, normalEmail } from './email-address.ts'
import { signInLetter } from './letters.ts'
import { type LinkDeps, MAIL_LINK_MINUTES, makeSignInLink } from './one-time-links.ts'
import type { Post } from './post.ts'

const WINDOW_MS = 15 * 60 * 1000
/** Then the mailbox has links enough, and they are good. */
const MAX_TO_MAILBOX = 5
/** A staff room on the first morning. */
const MAX_FROM_ADDRESS = 150

export interface MailDoorDeps extends LinkDeps {
  readonly accounts: AccountStore
  readonly people: Pick<PeopleStore, 'findPerson'>
  readonly post: Post
}

export interface WantedLink {
  readonly email: string
  /** A path of our own, where the link leads. */
  readonly path: string
  /** Network address it is asked from. */
  readonly address: string
}

export function createMailDoor(deps: MailDoorDeps) {
  const { accounts, people, post, nowMs } = deps
  const toMailbox = createCounter({ limit: MAX_TO_MAILBOX, windowMs: WINDOW_MS, nowMs })
  const fromAddress = createCounter({ limit: MAX_FROM_ADDRESS, windowMs: WINDOW_MS, nowMs })

  return {
    /**
     * Sends a link to the address if an account has confirmed it.
     *
     * @throws Failure 'bad-request' for what is no address; 'too-many-requests' when too many were
     *   asked for from one place.
     */
    ask({ email: typed, path, address }: WantedLink): void {
      const email = normalEmail(typed)
      if (email === null) throw noAddress()
      if (!fromAddress.take(addressKey(address))) {
        throw new Failure('too-many-requests', 'links by mail')
      }
      if (!toMailbox.take(email)) return

      post.later(async (mailer) => {
        const account = await accounts.findByEmail(email)
        if (!account || account.emailConfirmedAtMs === null) return
        const person = await people.findPerson(account.userId, nowMs())
        if (!person) return
        const { url } = await makeSignInLink(deps, {
          userId: person.userId,
          path,
          minutes: MAIL_LINK_MINUTES,
        })
        const reader = { to: email, language: person.language }
        await mailer.send(signInLetter(reader, url, MAIL_LINK_MINUTES))
      })
    },
  }
}

export type MailDoor = ReturnType<typeof createMailDoor>
