/**
 * How alike two places of a text are, by what stands round them: tells the words that a thread
 * is on from others that read the same.
 */
import { type Anchor, CONTEXT_LENGTH } from './anchor.ts'
import type { Range } from './flat-text.ts'

/** Characters of the text that are looked at: white space may have become more. */
const LOOK = 2 * CONTEXT_LENGTH
/** Fewer on one side say nothing. */
const FEW = 4

export interface ContextScore {
  /**
   * How many characters of the context are met, from the words outwards; half as many when none
   * is on one side. 0 to 2 * CONTEXT_LENGTH.
   */
  readonly score: number
  /** Everything is met, up to the ends of the text where the context reached them. */
  readonly isWhole: boolean
}

/** Of both sides. */
export interface BothSides extends ContextScore {
  /** On one of them hardly anything is met: it may be so by chance. */
  readonly isThin: boolean
}

type Context = Pick<Anchor, 'before' | 'after'>

/** What stands round a range. */
export function contextOf(words: string, { from, to }: Range): Context {
  return {
    before: words.slice(Math.max(0, from - CONTEXT_LENGTH), from),
    after: words.slice(to, to + CONTEXT_LENGTH),
  }
}

/** Line ends and all other white space, however much of it, are alike: lines are split and joined. */
export function contextScore(words: string, { from, to }: Range, kept: Context): BothSides {
  const before = compare(
    reversed(kept.before),
    reversed(words.slice(Math.max(0, from - LOOK), from)),
  )
  const after = compare(kept.after, words.slice(to, to + LOOK))
  const score = before.score + after.score
  return {
    score: isBare(before) || isBare(after) ? Math.floor(score / 2) : score,
    isWhole: before.isWhole && after.isWhole,
    isThin: isThin(before) || isThin(after),
  }
}

/** Another neighbour, where there was one. */
function isBare({ score, isWhole }: ContextScore): boolean {
  return score === 0 && !isWhole
}

/** A letter or two at the border are alike by chance, above all where the same line stands twice. */
function isThin({ score, isWhole }: ContextScore): boolean {
  return score > 0 && score < FEW && !isWhole
}

/** Unit by unit: halves of pairs are only compared. */
function reversed(text: string): string {
  return text.split('').toReversed().join('')
}

/** Both from the words outwards. */
function compare(kept: string, there: string): ContextScore {
  const [a, b] = [fold(kept), fold(there)]
  let score = 0
  while (score < a.length && a[score] === b[score]) score += 1
  const isCutOff = kept.length >= CONTEXT_LENGTH
  return { score, isWhole: score === a.length && (isCutOff || score === b.length) }
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trimEnd()
}

/** Where these words stand in a text, overlapping ones too. */
export function* occurrences(words: string, quote: string): Generator<Range> {
  if (quote === '') return
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
    yield { from: at, to: at + quote.length }
  }
}
