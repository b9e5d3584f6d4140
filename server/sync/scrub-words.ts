/** Takes something out of words, wherever it stands in them, and counts how often. */

export interface Redaction {
  /** At least two letters; capitals are not told from small ones. */
  readonly text: string
  readonly replacement: string
}

/** From and to. */
type Found = readonly (readonly [number, number])[]

export interface Scrub {
  /** So far. */
  places(): number
  clean(words: string): string
  /**
   * Words that follow each other; it may reach over their borders, and the replacement stands
   * where it began. @param isCut they were cut out of longer ones: what looks like its end at
   * their beginning, or like its beginning at their end, goes as well.
   */
  cleanAll(pieces: readonly string[], isCut?: boolean): readonly string[]
}

/** Fewer letters of it at a cut end say nothing. */
const MIN_PART = 3

export function createScrub({ text, replacement }: Redaction): Scrub {
  const forms = [...new Set([text.normalize('NFC'), text.normalize('NFD')])]
  const pattern = new RegExp(
    forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|'),
    'giu',
  )
  let count = 0
  const find = (words: string): Found => {
    const found = [...words.matchAll(pattern)].map(
      (match) => [match.index, match.index + match[0].length] as const,
    )
    count += found.length
    return found
  }
  return {
    places: () => count,
    clean: (words) =>
      words.replaceAll(pattern, () => {
        count += 1
        return replacement
      }),
    cleanAll(pieces, isCut = false) {
      const whole = pieces.join('')
      const found = isCut ? withParts(whole, find(whole), forms) : find(whole)
      let at = 0
      return pieces.map((piece) => {
        const start = at
        at += piece.length
        return without(piece, start, found, replacement)
      })
    },
  }
}

/** What was found, and at either end what may be a part of it. */
function withParts(whole: string, found: Found, forms: readonly string[]): Found {
  const words = whole.toLowerCase()
  const lower = forms.map((form) => form.toLowerCase())
  const longest = (isPart: (form: string, length: number) => boolean) =>
    Math.max(
      0,
      ...lower.flatMap((form) =>
        Array.from({ length: form.length }, (_, length) => length).filter(
          (length) => length >= MIN_PART && isPart(form, length),
        ),
      ),
    )
  const head = longest((form, length) => words.startsWith(form.slice(-length)))
  const tail = longest((form, length) => words.endsWith(form.slice(0, length)))
  const end = whole.length - tail
  const isFree = (from: number, to: number) => !found.some(([a, b]) => a < to && from < b)
  return [
    ...(head > 0 && isFree(0, head) ? [[0, head] as const] : []),
    ...found,
    ...(tail > 0 && end >= head && isFree(end, whole.length) ? [[end, whole.length] as const] : []),
  ]
}

/** A piece that begins at `start` of the whole, without what was found in it. */
function without(said: string, start: number, found: Found, replacement: string): string {
  let rest = ''
  let at = start
  const end = start + said.length
  for (const [from, to] of found) {
    if (to <= at || from >= end) continue
    rest += said.slice(at - start, Math.max(from, at) - start)
    if (from >= start) rest += replacement
    at = Math.min(to, end)
  }
  return rest + said.slice(at - start)
}
