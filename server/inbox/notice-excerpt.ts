/**
 * What a notification says of what was said: its beginning, on one line, with people by their
 * names. Pure.
 */
import { bodyPieces, mentionsIn } from '../../shared/discuss/mentions.ts'
import { cleanText } from '../../shared/text/clean-text.ts'
import type { StoredNotification } from './inbox-store.ts'

const MAX_LENGTH = 140

type Said = Pick<StoredNotification, 'kind' | 'body' | 'decision' | 'reason' | 'change'>

/** The ids of those who are mentioned in it. */
export function mentionedIn(said: Said): readonly string[] {
  return mentionsIn(wordsOf(said) ?? '')
}

/** @param nameOf who is mentioned; undefined: nobody of this school. */
export function noticeExcerpt(
  said: Said,
  nameOf: (memberId: string) => string | undefined,
): string | null {
  const words = wordsOf(said)
  if (words === null) return null
  const named = bodyPieces(words).map((piece) =>
    // Who never was a member here is no mention: it only looks like one.
    typeof piece === 'string' ? piece : `@${nameOf(piece.memberId) ?? `{${piece.memberId}}`}`,
  )
  const line = cleanText(named.join('')).replace(/\s+/g, ' ').trim()
  return line === '' ? null : shortened(line)
}

/** What the notification is about: the decision, the reason, the message, or what is suggested. */
function wordsOf({ kind, body, decision, reason, change }: Said): string | null {
  if (kind === 'decision') return decision
  if (kind === 'refused') return reason
  if (body !== null) return body
  if (change?.kind === 'words') return change.words
  return change?.kind === 'new-action' ? change.title : null
}

/** Whole characters and, where it can be, whole words. */
function shortened(line: string): string {
  const characters = Array.from(line)
  if (characters.length <= MAX_LENGTH) return line
  const cut = characters.slice(0, MAX_LENGTH).join('')
  const words = cut.replace(/\s\S*$/, '')
  return `${words === '' ? cut : words} …`
}
