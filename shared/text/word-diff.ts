/** Two texts compared word by word: what a suggestion or a version shows as gone and new. */
import { diffArrays } from 'diff'

export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/**
 * Words and spaces that may have come and gone: the time grows with their square, to some hundredths
 * of a second here. Of texts that differ more, only what is gone and what is new as a whole is told.
 */
const MAX_EDITS = 300

/**
 * What became of the one text in the other, in reading order: 'same' and 'gone' together are the
 * one, 'same' and 'new' the other. Neighbouring runs differ in kind; what is gone comes before what
 * is new in its place.
 */
export function wordDiff(before: string, after: string): readonly WordRun[] {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MAX_EDITS })
  if (!found) return wholeDiff(before, after)
  const runs = found.map(({ added, removed, value }) => ({
    kind: added ? ('new' as const) : removed ? ('gone' as const) : ('same' as const),
    text: value.join(''),
  }))
  return joinOverGaps(runs)
}

/** All of the one gone, all of the other new. */
export function wholeDiff(before: string, after: string): readonly WordRun[] {
  const runs: readonly WordRun[] = [
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ]
  return runs.filter(({ text }) => text !== '')
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
  /** @returns the space at the end of both, which stayed. */
  const endChange = (): string => {
    const space = commonSpace(gone, fresh)
    gone = gone.slice(0, gone.length - space.length)
    fresh = fresh.slice(0, fresh.length - space.length)
    if (gone !== '') joined.push({ kind: 'gone', text: gone })
    if (fresh !== '') joined.push({ kind: 'new', text: fresh })
    gone = ''
    fresh = ''
    return space
  }
  runs.forEach(({ kind, text }, index) => {
    const isBetween = gone !== '' && fresh !== '' && index < runs.length - 1
    const isGap = kind === 'same' && isBetween && /^[^\S\n]+$/.test(text)
    if (kind === 'gone' || isGap) gone += text
    if (kind === 'new' || isGap) fresh += text
    if (kind !== 'same' || isGap) return
    joined.push({ kind, text: endChange() + text })
  })
  const space = endChange()
  if (space !== '') joined.push({ kind: 'same', text: space })
  return joined
}

/** The space that two changed passages end with both; '' where one of them is nothing else. */
function commonSpace(gone: string, fresh: string): string {
  const [one = '', other = ''] = [gone, fresh].map((words) => /\S(\s*)$/.exec(words)?.[1] ?? '')
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.endsWith(short) ? short : ''
}
