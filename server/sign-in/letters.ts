/** The letters about signing in, in the reader's language; what a letter is made of: letter-page.ts. */
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { Language } from '../../shared/languages.ts'
import { serverWords } from '../words/server-words.ts'
import { type LetterBlock, letterOf } from './letter-page.ts'
import type { Letter } from './mailer.ts'

export interface Reader {
  readonly to: string
  readonly language: Language
}

/** Signs in whoever opens it. */
export function signInLetter(reader: Reader, url: string, minutes: number): Letter {
  return letter(reader, serverWords(reader.language).letters.signIn, { minutes }, url)
}

/** Makes the address the account's. */
export function confirmLetter(reader: Reader, name: string, url: string): Letter {
  return letter(reader, serverWords(reader.language).letters.confirm, { name }, url)
}

/** To an address that is another account's already. */
export function takenLetter(reader: Reader, url: string): Letter {
  return letter(reader, serverWords(reader.language).letters.taken, {}, url)
}

/** After a change of the password, or after the first one was made. */
export function passwordLetter(reader: Reader, kind: 'made' | 'changed', url: string): Letter {
  const { passwordMade, passwordChanged } = serverWords(reader.language).letters
  return letter(reader, kind === 'made' ? passwordMade : passwordChanged, {}, url)
}

export interface InvitationFacts {
  readonly name: string
  readonly inviter: string
  readonly school: string
  readonly role: InvitedRole
  readonly days: number
}

export function invitationLetter(reader: Reader, facts: InvitationFacts, url: string): Letter {
  const { toWrite, toRead, ...parts } = serverWords(reader.language).letters.invitation
  const before = [facts.role === 'teacher' ? toWrite : toRead]
  return letter(reader, { ...parts, before }, facts, url)
}

/** Words, or a sentence that something of the letter's facts is filled into. */
type Part<Facts> = string | ((facts: Facts) => string)

/** Paragraphs about one button. */
interface LetterParts<Facts> {
  readonly subject: Part<Facts>
  readonly greeting: Part<Facts>
  readonly before: readonly Part<Facts>[]
  /** The words of the link. */
  readonly button: string
  readonly after: readonly Part<Facts>[]
}

function letter<Facts>(
  { to, language }: Reader,
  { subject, greeting, before, button, after }: LetterParts<Facts>,
  facts: Facts,
  url: string,
): Letter {
  const { ignore } = serverWords(language).letters
  const said = (part: Part<Facts>) => (typeof part === 'string' ? part : part(facts))
  const wordsOf = (part: Part<Facts>): LetterBlock => ({ kind: 'words', words: said(part) })
  return letterOf({
    to,
    language,
    subject: said(subject),
    blocks: [
      ...[greeting, ...before].map(wordsOf),
      { kind: 'button', words: button, url },
      ...[...after, ignore].map(wordsOf),
    ],
  })
}
