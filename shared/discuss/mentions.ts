/**
 * Mentions in what somebody says: `@{memberId}` in a body of plain text, so that whoever is
 * mentioned is shown by the name they have now. What only looks like one stays text.
 */
import type { MemberId } from '../ids.ts'

/** A piece of a body: words, or somebody. */
export type BodyPiece = string | { readonly memberId: MemberId }

const MENTION = /@\{([0-9a-hjkmnp-tv-z]{20})\}/

/** As it stands in a body. */
export function mentionText(memberId: string): string {
  return `@{${memberId}}`
}

/** The body in its pieces, in order; empty words are left out. */
export function bodyPieces(body: string): readonly BodyPiece[] {
  // A pattern with a group gives what stood between as well: words, id, words, id, words.
  return body
    .split(MENTION)
    .map((piece, at) => (at % 2 === 0 ? piece : { memberId: piece as MemberId }))
    .filter((piece) => piece !== '')
}

/** The body with some of those who are mentioned named in plain words. @param nameOf null: as it is. */
export function withoutMentions(
  body: string,
  nameOf: (memberId: MemberId) => string | null,
): string {
  return bodyPieces(body)
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const name = nameOf(piece.memberId)
      return name === null ? mentionText(piece.memberId) : `@${name}`
    })
    .join('')
}

/** Who is mentioned, each once, in the order in which they are. */
export function mentionsIn(body: string): readonly MemberId[] {
  const ids = bodyPieces(body).flatMap((piece) => (typeof piece === 'string' ? [] : piece.memberId))
  return [...new Set(ids)]
}
