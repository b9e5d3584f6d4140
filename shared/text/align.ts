/**
 * Two sequences laid beside each other: what stayed, what changed, what is gone and what is new.
 *
 * Equal elements are matched first, so that one which came in or went does not make all after it
 * differ; what is left in a gap is paired by likeness, in order. The time is bounded: where two
 * sequences have little in common, or a gap holds very much, nothing is paired and all of it is
 * told as gone and as new.
 */
import { diffArrays } from 'diff'

export type Step<Element> =
  | { readonly kind: 'same' | 'changed'; readonly before: Element; readonly after: Element }
  /** `isMoved`: the same element is new elsewhere in the sequence. */
  | { readonly kind: 'gone'; readonly before: Element; readonly isMoved: boolean }
  | { readonly kind: 'new'; readonly after: Element; readonly isMoved: boolean }

export interface Alignment<Element> {
  /** Equal for equal content. */
  readonly keyOf: (element: Element) => string
  readonly wordsOf: (element: Element) => string
  /** Can the one have become the other at all? */
  readonly isOneKind: (before: Element, after: Element) => boolean
}

/** So many elements may differ before equal ones are looked for no longer. */
const MAX_EDITS = 1000
/** Of one gap: comparisons of a word with a word. */
const MAX_COMPARISONS = 2_000_000
/** Two elements that share less of their words are not the same one, rewritten. */
const LEAST_LIKENESS = 0.35

/**
 * In reading order; what is gone stands before what is new in its place. 'same' with 'changed' and
 * 'gone' is the one sequence, with 'changed' and 'new' the other.
 */
export function align<Element>(
  before: readonly Element[],
  after: readonly Element[],
  alignment: Alignment<Element>,
): readonly Step<Element>[] {
  const old = before.map((element) => entryOf(element, alignment))
  const young = after.map((element) => entryOf(element, alignment))
  const steps: EntryStep<Element>[] = []
  let gap: Gap<Element> = { gone: [], fresh: [] }
  const endGap = () => {
    steps.push(...pairInGap(gap, alignment))
    gap = { gone: [], fresh: [] }
  }
  for (const { kind, count } of commonRuns(old, young)) {
    if (kind === 'gone') gap.gone.push(...old.splice(0, count))
    else if (kind === 'new') gap.fresh.push(...young.splice(0, count))
    else {
      endGap()
      const kept = young.splice(0, count)
      steps.push(...old.splice(0, count).map((was, at) => pair('same', was, kept[at] ?? was)))
    }
  }
  endGap()
  return noteMoved(steps)
}

interface Entry<Element> {
  readonly element: Element
  readonly key: string
  /** Each word with how often it is there. */
  readonly words: ReadonlyMap<string, number>
  readonly wordCount: number
}

interface Gap<Element> {
  readonly gone: Entry<Element>[]
  readonly fresh: Entry<Element>[]
}

interface EntryStep<Element> {
  readonly kind: Step<Element>['kind']
  readonly was: Entry<Element> | null
  readonly is: Entry<Element> | null
}

function entryOf<Element>(element: Element, alignment: Alignment<Element>): Entry<Element> {
  const words = new Map<string, number>()
  const found =
    alignment
      .wordsOf(element)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  for (const word of found) words.set(word, (words.get(word) ?? 0) + 1)
  return { element, key: alignment.keyOf(element), words, wordCount: found.length }
}

function commonRuns<Element>(old: readonly Entry<Element>[], young: readonly Entry<Element>[]) {
  // Numbers for keys: they are long, and compared often.
  const numbers = new Map<string, number>()
  const numberOf = ({ key }: Entry<Element>) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const runs = diffArrays(old.map(numberOf), young.map(numberOf), { maxEditLength: MAX_EDITS })
  if (!runs) {
    return [
      { kind: 'gone' as const, count: old.length },
      { kind: 'new' as const, count: young.length },
    ]
  }
  return runs.map(({ added, removed, count }) => ({
    kind: added ? ('new' as const) : removed ? ('gone' as const) : ('same' as const),
    count,
  }))
}

/** The pairs, in order, that have most in common together. */
function pairInGap<Element>(
  { gone, fresh }: Gap<Element>,
  { isOneKind }: Alignment<Element>,
): readonly EntryStep<Element>[] {
  const words = gone.reduce((sum, { wordCount }) => sum + wordCount + 1, 0)
  if (words * fresh.length > MAX_COMPARISONS) return unpaired(gone, fresh)

  const alike = gone.map((was) =>
    fresh.map((is) => (isOneKind(was.element, is.element) ? likeness(was, is) : 0)),
  )
  const isPair = (i: number, j: number) => (alike[i]?.[j] ?? 0) >= LEAST_LIKENESS
  // best[i][j]: what the elements from i and from j on have in common at most.
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(fresh.length + 1))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const paired = (i: number, j: number) => (alike[i]?.[j] ?? 0) + at(i + 1, j + 1)
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const skipped = Math.max(at(i + 1, j), at(i, j + 1))
      const row = best[i]
      if (row) row[j] = isPair(i, j) ? Math.max(skipped, paired(i, j)) : skipped
    }
  }
  const steps: EntryStep<Element>[] = []
  let [i, j] = [0, 0]
  let from: readonly [number, number] = [0, 0]
  const upToHere = () => unpaired(gone.slice(from[0], i), fresh.slice(from[1], j))
  while (i < gone.length && j < fresh.length) {
    const [was, is] = [gone[i], fresh[j]]
    if (was && is && isPair(i, j) && at(i, j) === paired(i, j)) {
      steps.push(...upToHere(), pair('changed', was, is))
      from = [++i, ++j]
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  ;[i, j] = [gone.length, fresh.length]
  return [...steps, ...upToHere()]
}

function unpaired<Element>(
  gone: readonly Entry<Element>[],
  fresh: readonly Entry<Element>[],
): readonly EntryStep<Element>[] {
  return [
    ...gone.map((was) => ({ kind: 'gone' as const, was, is: null })),
    ...fresh.map((is) => ({ kind: 'new' as const, was: null, is })),
  ]
}

function pair<Element>(
  kind: 'same' | 'changed',
  was: Entry<Element>,
  is: Entry<Element>,
): EntryStep<Element> {
  return { kind, was, is }
}

/** How much of their words two have in common: 0 to 1. Without words they are alike. */
function likeness<Element>(one: Entry<Element>, other: Entry<Element>): number {
  const total = one.wordCount + other.wordCount
  if (total === 0) return 1
  const [few, many] = one.words.size < other.words.size ? [one, other] : [other, one]
  let shared = 0
  for (const [word, count] of few.words) shared += Math.min(count, many.words.get(word) ?? 0)
  return (2 * shared) / total
}

function noteMoved<Element>(steps: readonly EntryStep<Element>[]): readonly Step<Element>[] {
  const goneKeys = countKeys(steps.map(({ kind, was }) => (kind === 'gone' ? was : null)))
  const freshKeys = countKeys(steps.map(({ kind, is }) => (kind === 'new' ? is : null)))
  const isMoved = ({ key, wordCount }: Entry<Element>, others: Map<string, number>) => {
    const left = others.get(key) ?? 0
    others.set(key, left - 1)
    return wordCount > 0 && left > 0
  }
  return steps.map(({ kind, was, is }): Step<Element> => {
    if (kind === 'gone' && was) {
      return { kind, before: was.element, isMoved: isMoved(was, freshKeys) }
    }
    if (kind === 'new' && is) return { kind, after: is.element, isMoved: isMoved(is, goneKeys) }
    if (!was || !is || kind === 'gone' || kind === 'new')
      throw new Error('align: a side is missing')
    return { kind, before: was.element, after: is.element }
  })
}

function countKeys<Element>(entries: readonly (Entry<Element> | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    if (entry) counts.set(entry.key, (counts.get(entry.key) ?? 0) + 1)
  }
  return counts
}
