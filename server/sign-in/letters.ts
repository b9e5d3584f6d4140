/**
 * The letters that are sent: plain text and the same as simple HTML, in the
 * reader's language. Nothing in them is fetched from anywhere; what people have
 * written in them is escaped, and a subject is one line.
 */
import type { InvitedRole } from '../../shared/access/policy.ts'
import { type Language, languageTraits } from '../../shared/languages.ts'
import { type LetterParts, serverWords } from '../words/server-words.ts'
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

/** After a change of the password. */
export function passwordLetter(reader: Reader, url: string): Letter {
  return letter(reader, serverWords(reader.language).letters.passwordChanged, url)
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
  const lines = [greeting, ...before, `${button}:\n${url}`, ...after, ignore, 'Samplan']
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => `<p>${escape(text)}</p>`).join('\n')
  const { direction } = languageTraits(language)
  return {
    to,
    subject: subject.replace(/\s+/g, ' '),
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin: 2rem auto; max-width: 34rem; font: 1rem/1.6 sans-serif">
${paragraphs([greeting, ...before])}
<p><a href="${escape(url)}" style="display: inline-block; padding: 0.7rem 1.2rem; border-radius: 3px; background: #0e5a46; color: #ffffff; font-weight: bold; text-decoration: none">${escape(button)}</a></p>
${paragraphs([...after, ignore])}
<p>Samplan</p>
</body>
</html>
`,
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
