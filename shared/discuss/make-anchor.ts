/** Makes the anchor of a range of a text. Where it is later: resolve-anchor.ts. */
import { toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { type Anchor, MAX_QUOTE_LENGTH } from './anchor.ts'
import { contextOf, contextScore, occurrences } from './context-score.ts'
import { type FlatText, flatText, type Range, runsIn, trimLineEnds } from './flat-text.ts'

/**
 * The range without line ends at its ends, with whole surrogate pairs, and of a long one the
 * first MAX_QUOTE_LENGTH units: the quote says what was anchored.
 *
 * @param range in units of flat-text.ts.
 * @returns null: there is nothing in it but white space.
 */
export function makeAnchor(fragment: Y.XmlFragment, range: Range): Anchor | null {
  const flat = flatText(fragment)
  const { words } = flat
  const anchored = anchorable(flat, range)
  if (!anchored) return null
  const parts = runsIn(flat, anchored)
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return null

  const quote = words.slice(anchored.from, anchored.to)
  if (quote.trim() === '') return null
  const context = contextOf(words, anchored)
  const rivals = [...occurrences(words, quote)]
    .filter(({ from }) => from !== anchored.from)
    .map((twin) => contextScore(words, twin, context).score)
  return {
    from: position(flat, first, first.from, 0),
    to: position(flat, last, last.to, -1),
    quote,
    ...context,
    ...(rivals.length > 0 && { rival: rivals.reduce((most, each) => Math.max(most, each)) }),
  }
}

function anchorable(flat: FlatText, { from, to }: Range): Range | null {
  const { words } = flat
  const start = Math.max(0, Math.min(from, to))
  const trimmed = trimLineEnds(flat, {
    from: start,
    to: Math.min(words.length, Math.max(from, to)),
  })
  if (!trimmed) return null
  const whole = {
    from: isInPair(words, trimmed.from) ? trimmed.from - 1 : trimmed.from,
    to: isInPair(words, trimmed.to) ? trimmed.to + 1 : trimmed.to,
  }
  const most = whole.from + MAX_QUOTE_LENGTH
  if (whole.to <= most) return whole
  return trimLineEnds(flat, { from: whole.from, to: isInPair(words, most) ? most - 1 : most })
}

function isInPair(words: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(words.slice(Math.max(0, at - 1), at + 1))
}

/** @param part of a run, so that the run's own beginning must be found. */
function position(
  { runs }: FlatText,
  part: { type: Y.XmlText },
  at: number,
  assoc: number,
): string {
  const start = runs.find(({ type }) => type === part.type)?.from ?? 0
  const relative = Y.createRelativePositionFromTypeIndex(part.type, at - start, assoc)
  return toBase64(Y.encodeRelativePosition(relative))
}
