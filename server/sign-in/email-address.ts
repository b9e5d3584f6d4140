/**
 * E-mail addresses as they are kept and compared: one form for one mailbox. The one place that
 * judges what is one: for every door, for the commands, and for whom letters are from.
 */
import { Failure } from '../../shared/failure.ts'

/**
 * One @, and a host with a dot in it, as every mail service of a school has it: without one a slip
 * of the finger is more likely. `localhost` is for trying out. Nothing that could end a line of a
 * letter's head.
 */
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"]+@(?:localhost|[^\s@<>()[\]\\,;:"/.]+(?:\.[^\s@<>()[\]\\,;:"/.]+)+)$/
export const MAX_EMAIL_LENGTH = 254

/**
 * In small letters, without blanks at the ends; null for what is no address.
 *
 * Small letters before the @ too: no mail service that schools use tells them apart, and people
 * do not either.
 */
export function normalEmail(text: string): string | null {
  const email = text.normalize('NFC').trim().toLowerCase()
  return email.length <= MAX_EMAIL_LENGTH && ADDRESS.test(email) ? email : null
}

/** For a request that should hold an address, under `email`. */
export function noAddress(): Failure {
  return new Failure('bad-request', 'no e-mail address', { told: { field: 'email' } })
}
