/**
 * How alike two places of a text are, by what stands round them: tells the words that a thread
 * is on from others that read the same.
 */
import { type Anchor, CONTEXT_LENGTH } from './anchor.ts'
import type { Range } from './flat-text.ts'

/** Characters of the text that are looked at: white space may have become more. */
const LOOK = 2 * CONTEXT_LENGTH

export interface ContextScore {
  /**
   * How many characters of the context are met, from the words outwards; half as many when none
   * is on one side. 0 to 2 * CONTEXT_LENGTH.
   */
  readonly score: number
  /** Everything is met, up to the ends of the text where the context reached them. */
  readonly isWhole: boolean
  /** On one side no more is met than the rest of a word: any place that reads the same has it. */
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
export function contextScore(words: string, { from, to }: Range, kept: Context): ContextScore {
  const before = compare(
    reversed(kept.before),
    reversed(words.slice(Math.max(0, from - LOOK), from)),
  )
  const after = compare(kept.after, words.slice(to, to + LOOK))
  const score = before.score + after.score
  return {
    score: isBare(before) || isBare(after) ? Math.floor(score / 2) : score,
    isWhole: before.isWhole && after.isWhole,
    isThin: before.isThin || after.isThin,
  }
}

/** Another neighbour, where there was one. */
function isBare({ score, isWhole }: ContextScore): boolean {
  return score === 0 && !isWhole
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
  const isWhole = score === a.length && (isCutOff || score === b.length)
  return { score, isWhole, isThin: score > 0 && !isWhole && !a.slice(0, score).includes(' ') }
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
