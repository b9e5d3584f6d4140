/** The words of two paragraphs compared, and the marks on words that stayed. */
import { canonicalJson } from './canonical-json.ts'
import type { Inline, Mark } from './rich-text.ts'
import { wordDiff } from './word-diff.ts'

export type InlineRun =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly content: readonly Inline[] }
  /** The same words with other marks. */
  | {
      readonly kind: 'marked'
      readonly text: string
      readonly before: readonly Mark[]
      readonly after: readonly Mark[]
    }

/** In reading order. 'same', 'marked' and 'gone' are the one, 'same', 'marked' and 'new' the other. */
export function compareInlines(
  before: readonly Inline[],
  after: readonly Inline[],
): readonly InlineRun[] {
  const [old, young] = [createReader(before), createReader(after)]
  return wordDiff(flat(before), flat(after)).flatMap(({ kind, text }): readonly InlineRun[] => {
    if (kind === 'gone') return [{ kind, content: old.take(text.length) }]
    if (kind === 'new') return [{ kind, content: young.take(text.length) }]
    return keptRuns(old.take(text.length), young.take(text.length))
  })
}

/** Words that stayed: where their marks did, and where not. */
function keptRuns(before: readonly Inline[], after: readonly Inline[]): readonly InlineRun[] {
  const [old, young] = [createReader(before), createReader(after)]
  const runs: InlineRun[] = []
  let same: Inline[] = []
  const endSame = () => {
    if (same.length > 0) runs.push({ kind: 'same', content: same })
    same = []
  }
  for (;;) {
    const length = Math.min(old.inOne(), young.inOne())
    const [[was], [is]] = [old.take(length), young.take(length)]
    if (!was || !is) break
    if (was.type === 'text' && is.type === 'text' && !haveSameMarks(was, is)) {
      endSame()
      runs.push({ kind: 'marked', text: is.text, before: was.marks, after: is.marks })
    } else {
      same.push(is)
    }
  }
  endSame()
  return runs
}

function haveSameMarks(
  one: { readonly marks: readonly Mark[] },
  other: { readonly marks: readonly Mark[] },
): boolean {
  return canonicalJson(one.marks) === canonicalJson(other.marks)
}

/** A hard break is a line end, which no text holds. */
function flat(content: readonly Inline[]): string {
  return content.map(wordsOf).join('')
}

function wordsOf(inline: Inline): string {
  return inline.type === 'text' ? inline.text : '\n'
}

/** Takes content from the front, by UTF-16 units. */
function createReader(content: readonly Inline[]) {
  const rest = [...content]
  const takeOne = (most: number): Inline | null => {
    const [first] = rest
    if (!first || most <= 0) return null
    rest.shift()
    if (first.type !== 'text' || first.text.length <= most) return first
    rest.unshift({ ...first, text: first.text.slice(most) })
    return { ...first, text: first.text.slice(0, most) }
  }
  return {
    /** Units until the end of the inline at the front; 0 at the end. */
    inOne: () => rest.slice(0, 1).reduce((sum, inline) => sum + wordsOf(inline).length, 0),
    take(length: number): Inline[] {
      const taken: Inline[] = []
      for (let left = length; left > 0;) {
        const one = takeOne(left)
        if (!one) break
        taken.push(one)
        left -= wordsOf(one).length
      }
      return taken
    },
  }
}
