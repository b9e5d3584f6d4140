/** Two texts compared word by word: what a suggestion or a version shows as gone and new. */
import { diffArrays } from 'diff'

export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Of longer ones only what is gone and what is new as a whole is told: the time is more than linear. */
const MAX_WORDS = 20_000

/**
 * What became of the one text in the other, in reading order: 'same' and 'gone' together are the
 * one, 'same' and 'new' the other. Neighbouring runs differ in kind; what is gone comes before what
 * is new in its place.
 */
export function wordDiff(before: string, after: string): readonly WordRun[] {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  if (old.length + young.length > MAX_WORDS) return wholeDiff(before, after)
  const runs = diffArrays(old, young).map(({ added, removed, value }) => ({
    kind: added ? ('new' as const) : removed ? ('gone' as const) : ('same' as const),
    text: value.join(''),
  }))
  return joinOverGaps(runs)
}

function wholeDiff(before: string, after: string): readonly WordRun[] {
  if (before === after) return [{ kind: 'same', text: before }]
  return [
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ]
}

/** Words, single signs, and the space between them. */
function wordsOf(text: string): string[] {
  return text.match(/\r?\n|[^\S\n]+|[\p{L}\p{M}\p{N}]+|./gsu) ?? []
}

/** A lone space between two changed words is changed with them: word for word is hard to read. */
function joinOverGaps(runs: readonly WordRun[]): readonly WordRun[] {
  const joined: WordRun[] = []
  let gone = ''
  let fresh = ''
  const endChange = () => {
    if (gone !== '') joined.push({ kind: 'gone', text: gone })
    if (fresh !== '') joined.push({ kind: 'new', text: fresh })
    gone = ''
    fresh = ''
  }
  runs.forEach(({ kind, text }, index) => {
    const isBetween = gone !== '' && fresh !== '' && index < runs.length - 1
    const isGap = kind === 'same' && isBetween && /^[^\S\n]+$/.test(text)
    if (kind === 'gone' || isGap) gone += text
    if (kind === 'new' || isGap) fresh += text
    if (kind !== 'same' || isGap) return
    endChange()
    joined.push({ kind, text })
  })
  endChange()
  return joined
}
