/**
 * Lists that come as a row of paragraphs with levels, as Word writes them, brought
 * into each other: levels may begin anywhere and jump.
 */
import type { RichText } from '../../../shared/text/rich-text.ts'
import type { ListBlock } from './pasted.ts'

export interface ListLine {
  /** 1 = outermost. */
  readonly level: number
  /** The number that it shows, or null for a bullet. */
  readonly number: number | null
  /** What it shows as a letter: 'i.' is the first of the Roman numbers, or the ninth letter. */
  readonly asLetter?: number | null
  readonly content: RichText
}

/** The number a marker shows ('3.', 'b)', 'iv.'), or null for a bullet of any shape. */
export function markerNumber(marker: string): number | null {
  const words = markerWords(marker)
  if (words === '') return null
  if (/^[0-9]+$/.test(words)) return Number(words)
  // 'i.' begins a list of Roman numbers oftener than it is the ninth letter.
  return romanNumber(words) ?? markerLetter(marker)
}

/** The place in the alphabet of a marker of one letter, or null. */
export function markerLetter(marker: string): number | null {
  const words = markerWords(marker)
  return /^[a-z]$/.test(words) ? words.charCodeAt(0) - 96 : null
}

/** '3' of '3.', '2' of '1.2.', 'b' of 'B)'. */
function markerWords(marker: string): string {
  const own = marker.trim().replace(/^(?:[0-9]{1,6}\.){1,8}(?=[0-9])/, '')
  const isWithin = own !== marker.trim()
  const [, words = '', end] = /^\(?([0-9]{1,6}|[a-z]{1,6})([.):]|$)/i.exec(own) ?? []
  return end !== '' || isWithin ? words.toLowerCase() : ''
}

/**
 * Lines of a list as lists within each other. At one level a change of kind begins a
 * new list, and so does a number that is not the next: each item keeps the one it had.
 */
export function nestLines(lines: readonly ListLine[]): ListBlock[] {
  const lists: ListBlock[] = []
  let at = 0
  while (at < lines.length) {
    const first = lines[at]
    if (!first) break
    const isOrdered = first.number !== null
    const items: RichText[] = []
    let latest: number | null = null
    while (at < lines.length) {
      const line = lines[at]
      if (!line || line.level < first.level) break
      if (line.level > first.level) {
        const deeper = at
        while ((lines[at]?.level ?? 0) > first.level) at++
        const nested = nestLines(lines.slice(deeper, at))
        items[items.length - 1] = [...(items.at(-1) ?? []), ...nested]
        continue
      }
      if ((line.number !== null) !== isOrdered) break
      const next: number | null = latest === null ? line.number : latest + 1
      if (isOrdered && next !== line.number && next !== line.asLetter) break
      latest = next
      items.push(line.content)
      at++
    }
    lists.push(
      isOrdered
        ? { type: 'orderedList', start: first.number ?? 1, items }
        : { type: 'bulletList', items },
    )
  }
  return lists
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

/** Up to the thirties, as lists go; null when it is none. */
function romanNumber(letters: string): number | null {
  if (!/^x{0,3}(ix|iv|v?i{0,3})$/.test(letters)) return null
  const values = Array.from(letters, (letter) => ROMAN[letter] ?? 0)
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  )
}
