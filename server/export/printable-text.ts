/**
 * Words as they can be printed: in normal form, without what is invisible and
 * would upset a page, and with a box for each character that no font has. One
 * missing glyph would fail the whole file under PDF/UA and PDF/A.
 *
 * A character is what a reader counts as one (a grapheme): an emoji made of
 * four code points is one box and counts once.
 */

const BOX = '□'

export interface Printer {
  /** The text as it is printed, on one line. */
  print(text: string): string
  /** How many characters have become a box so far. */
  readonly unprinted: number
}

/** Line ends and tabs, of which a printed run has none. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Controls, bidi overrides and embeddings, and marks that only say "emoji" or "byte order". */
const UNPRINTABLE =
  /\p{Cc}|\p{Variation_Selector}|[\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\u{e0000}-\u{e007f}]/gu
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u

/** Longer than any word of ours, and than most lines are wide. */
const ENDLESS_WORD = /\S{41,}/gu
const PIECE = /(?:\P{Mark}\p{Mark}*){10}/gu
/** The compiler breaks these by itself, where addresses may be broken. */
const ADDRESS = /^\W*https?:/i

/** An endless word with places to break it, so that it does not run off the page. */
function breakable(text: string): string {
  return text.replace(ENDLESS_WORD, (word) =>
    ADDRESS.test(word) ? word : word.replace(PIECE, '$&\u200b'),
  )
}

/** @param families what each font covers, the preferred first. */
export function createPrinter(families: readonly ReadonlySet<number>[]): Printer {
  const [main] = families
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  let unprinted = 0

  const isCovered = (character: string): boolean => {
    const points = Array.from(character, (point) => point.codePointAt(0) ?? 0)
    return families.some((family) => points.every((point) => family.has(point)))
  }
  const printCharacter = (character: string): string => {
    if (isCovered(character)) return character
    const visible = Array.from(character).filter((point) => !INVISIBLE.test(point))
    if (visible.length === 0) return ''
    if (isCovered(visible.join(''))) return visible.join('')
    unprinted++
    return BOX
  }

  return {
    print(text) {
      const clean = text
        .toWellFormed()
        .normalize('NFC')
        .replace(BREAKS, ' ')
        .replace(UNPRINTABLE, '')
      const isPlain = Array.from(clean).every((point) => main?.has(point.codePointAt(0) ?? 0))
      if (isPlain) return breakable(clean)
      const characters = Array.from(segmenter.segment(clean), ({ segment }) => segment)
      return breakable(characters.map(printCharacter).join(''))
    },
    get unprinted() {
      return unprinted
    },
  }
}
