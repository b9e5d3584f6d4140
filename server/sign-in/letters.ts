/** The letters about signing in, in the reader's language; what a letter is made of: letter-page.ts. */
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { Language } from '../../shared/languages.ts'
import { type LetterParts, serverWords } from '../words/server-words.ts'
import { type LetterBlock, letterOf } from './letter-page.ts'
import type { Letter } from './mailer.ts'

export interface Reader {
  readonly to: string
  readonly language: Language
}

/** Signs in whoever opens it. */
export function signInLetter(reader: Reader, url: string, minutes: number): Letter {
  return letter(reader, serverWords(reader.language).letters.signIn(minutes), url)
}

/** Makes the address the account's. */
export function confirmLetter(reader: Reader, name: string, url: string): Letter {
  return letter(reader, serverWords(reader.language).letters.confirm(name), url)
}

/** To an address that is another account's already. */
export function takenLetter(reader: Reader, url: string): Letter {
  return letter(reader, serverWords(reader.language).letters.taken, url)
}

/** After a change of the password, or after the first one was made. */
export function passwordLetter(reader: Reader, kind: 'made' | 'changed', url: string): Letter {
  const { passwordMade, passwordChanged } = serverWords(reader.language).letters
  return letter(reader, kind === 'made' ? passwordMade : passwordChanged, url)
}

export interface InvitationFacts {
  readonly name: string
  readonly inviter: string
  readonly school: string
  readonly role: InvitedRole
  readonly days: number
}

export function invitationLetter(reader: Reader, facts: InvitationFacts, url: string): Letter {
  return letter(reader, serverWords(reader.language).letters.invitation(facts), url)
}

function letter({ to, language }: Reader, parts: LetterParts, url: string): Letter {
  const { subject, greeting, before, button, after } = parts
  const { ignore } = serverWords(language).letters
  return letterOf({
    to,
    language,
    subject,
    blocks: [
      ...[greeting, ...before].map(wordsOf),
      { kind: 'button', words: button, url },
      ...[...after, ignore].map(wordsOf),
    ],
  })
}

function wordsOf(words: string): LetterBlock {
  return { kind: 'words', words }
}
