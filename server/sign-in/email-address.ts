/** E-mail addresses as they are kept and compared: one form for one mailbox. */
import { Failure } from '../../shared/failure.ts'

/** One @, a host, of the school's own network too; nothing that could end a line of a letter's head. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"/]+$/
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
