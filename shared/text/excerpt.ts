/** A few words of a long text round a place in it: what a search shows. */

export interface Excerpt {
  /** With … where the text goes on. */
  readonly excerpt: string
  /** What was found, as it stands there. */
  readonly words: string
}

const BEFORE = 24
const LENGTH = 90

/** @param found from the first character to the one after the last, in the text. */
export function excerptOf(
  text: string,
  found: { readonly start: number; readonly end: number },
): Excerpt {
  const wordStart = text.lastIndexOf(' ', Math.max(0, found.start - BEFORE)) + 1
  const start = found.start <= BEFORE ? 0 : wordStart
  const isWhole = start + LENGTH >= text.length
  const cut = text.slice(start, start + LENGTH).replace(isWhole ? '' : /\s\S*$/, '')
  return {
    excerpt: `${start > 0 ? '… ' : ''}${cut.trim()}${isWhole ? '' : ' …'}`,
    words: text.slice(found.start, found.end),
  }
}
