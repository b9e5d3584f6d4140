/**
 * Which of a list fit what someone typed, the best first. Without case and accents (fold-text.ts).
 */
import { foldApart, foldText } from './fold-text.ts'

/** Something that can be looked for by its words. */
export interface Searchable {
  readonly words: string
  /** Other words for the same, which count for less. */
  readonly also?: string
}

/**
 * Those in which every word typed begins a word, or stands anywhere in the name; in
 * their own order where they fit equally well. All of them when nothing was typed.
 */
export function rankWords<Item extends Searchable>(
  items: readonly Item[],
  search: string,
): readonly Item[] {
  const typed = foldText(search).trim()
  if (typed === '') return items
  return items
    .map((item) => ({ item, fit: fitOf(item, typed) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item)
}

/** 0 when it does not fit. */
function fitOf({ words, also = '' }: Searchable, typed: string): number {
  const name = foldText(words)
  if (name.startsWith(typed)) return name.length === typed.length ? 100 : 50
  const names = [name, foldApart(words)]
  const fits = typed.split(' ').map((word) => fitOfWord(word, names, foldText(also)))
  return fits.includes(0) ? 0 : fits.reduce((sum, fit) => sum + fit, 0) / fits.length
}

function fitOfWord(word: string, names: readonly string[], also: string): number {
  if (names.some((name) => beginsWord(name, word))) return 9
  if (beginsWord(also, word)) return 4
  return names.some((name) => name.includes(word)) ? 2 : 0
}

function beginsWord(words: string, start: string): boolean {
  return words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start))
}
