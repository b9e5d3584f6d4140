/**
 * Words as a search compares them: without case, accents and marks, and with the
 * letters that Norwegians write in two ways as one: 'ovelse' and 'oevelse' find
 * 'øvelse', 'skape' finds 'skåpe', 'laerer' and 'larer' find 'lærer'.
 */

/** Letters that are not a plain letter and a mark, so that Unicode does not take them apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  œ: 'o',
  æ: 'a',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
  // At the end of a word, where a whole word in capitals becomes small.
  ς: 'σ',
}
const LISTED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')
/**
 * Pairs that stand for one letter of ours, å, æ and ø: the second of them says nothing
 * more. Not where two words meet: so 'videoelever' is also kept with them apart.
 */
const PAIRS = ['aa', 'ae', 'oe']

/** Fewer letters than these are in nearly every text: nothing to search for. */
export const FEWEST_LETTERS = 2

/** A text as it is searched, in both ways of reading the pairs. */
export interface FoldedText extends Folding {
  /** With the pairs as two letters each. */
  readonly apart: Folding
}

/** Folded words, and where each of their characters came from. */
export interface Folding {
  readonly folded: string
  /** For each character of `folded` the index in the text that it was made from. */
  readonly origins: readonly number[]
}

/** Folds a text and keeps the way back: for showing where something was found. */
export function foldWithOrigins(text: string): FoldedText {
  return { ...fold(text, PAIRS), apart: fold(text, []) }
}

function fold(text: string, pairs: readonly string[]): Folding {
  const origins: number[] = []
  let folded = ''
  let isPaired = false
  let index = 0
  for (const character of text) {
    for (const letter of foldLetter(character)) {
      const last = folded.at(-1) ?? ''
      if (!isPaired && pairs.includes(last + letter)) {
        isPaired = true
      } else if (!(letter === ' ' && last === ' ')) {
        folded += letter
        origins.push(index)
        isPaired = false
      }
    }
    index += character.length
  }
  return { folded, origins }
}

/** The folded words alone: of whole plans, so all at once and not letter by letter. */
export function foldText(text: string): string {
  return foldApart(text).replace(/a[ae]|oe/g, ([first = '']) => first)
}

/** The folded words with the pairs as two letters each. */
export function foldApart(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(LISTED, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
}

/** Where a folded search stands in a text, in indices of that text; null when it does not. */
export function findFolded(text: FoldedText, search: string): FoundFolded | null {
  return findIn(text, search) ?? findIn(text.apart, search)
}

interface FoundFolded {
  readonly start: number
  readonly end: number
}

function findIn({ folded, origins }: Folding, search: string): FoundFolded | null {
  const at = folded.indexOf(search)
  if (at < 0 || search === '') return null
  const last = origins[at + search.length - 1] ?? 0
  return { start: origins[at] ?? 0, end: origins[at + search.length] ?? last + 1 }
}

function foldLetter(character: string): string {
  if (/^[a-z0-9]$/.test(character)) return character
  if (/^\s$/.test(character)) return ' '
  const plain = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return LETTERS[plain] ?? plain
}
