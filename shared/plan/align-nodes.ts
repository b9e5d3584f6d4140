/**
 * Which nodes of one list are which of another, an older or a younger state of it: those that
 * are the same node; between them those that say the same; and of what is left, of each kind
 * those that are most alike.
 */
import { diffArrays } from 'diff'

export interface Alignable {
  /** Of the same node in both. */
  readonly id: string
  /** What it says, as one text. */
  readonly key: string
  /** Only nodes of one kind can become each other. */
  readonly kind: string
}

/** [place in the one, place in the other]; -1: it is not there. In reading order of both. */
export type Aligned = readonly (readonly [from: number, to: number])[]

/** Above so many pairs they are taken as they come: to compare all takes time. */
const MAX_COMPARED = 2500

/** Nodes never change places, so those that are in both stand in the same order. */
export function alignNodes(from: readonly Alignable[], to: readonly Alignable[]): Aligned {
  const placeOf = new Map(to.map(({ id }, place) => [id, place]))
  const aligned: (readonly [number, number])[] = []
  let [fromAt, toAt] = [0, 0]
  const alignUpTo = (fromEnd: number, toEnd: number) => {
    const between = alignBySaying(from.slice(fromAt, fromEnd), to.slice(toAt, toEnd))
    for (const [one, other] of between) {
      aligned.push([one === -1 ? -1 : fromAt + one, other === -1 ? -1 : toAt + other])
    }
  }
  from.forEach(({ id }, place) => {
    const same = placeOf.get(id)
    if (same === undefined || same < toAt) return
    alignUpTo(place, same)
    aligned.push([place, same])
    fromAt = place + 1
    toAt = same + 1
  })
  alignUpTo(from.length, to.length)
  return aligned
}

function alignBySaying(from: readonly Alignable[], to: readonly Alignable[]): Aligned {
  const aligned: (readonly [number, number])[] = []
  let [fromAt, toAt] = [0, 0]
  let [gone, made] = [0, 0]
  const endGap = () => {
    const [gapFrom, gapTo] = [from.slice(fromAt, fromAt + gone), to.slice(toAt, toAt + made)]
    for (const [one, other] of alignGap(gapFrom, gapTo)) {
      aligned.push([one === -1 ? -1 : fromAt + one, other === -1 ? -1 : toAt + other])
    }
    fromAt += gone
    toAt += made
    gone = 0
    made = 0
  }
  const keys = (nodes: readonly Alignable[]) => nodes.map(({ key }) => key)
  for (const { added, removed, value } of diffArrays(keys(from), keys(to))) {
    if (removed) gone += value.length
    else if (added) made += value.length
    else {
      endGap()
      for (let each = 0; each < value.length; each++) aligned.push([fromAt++, toAt++])
    }
  }
  endGap()
  return aligned
}

/** As many pairs as there can be, and of those the most alike. */
function alignGap(from: readonly Alignable[], to: readonly Alignable[]): Aligned {
  const isLarge = from.length * to.length > MAX_COMPARED
  const words = isLarge ? null : { from: from.map(wordsOf), to: to.map(wordsOf) }
  const worth = (one: number, other: number): number => {
    if (from[one]?.kind !== to[other]?.kind) return 0
    return words ? 1 + likeness(words.from[one], words.to[other]) : 1
  }
  return isLarge ? inOrder(from, to, worth) : bestPairs(from.length, to.length, worth)
}

/** `best[i][j]`: the worth of pairs among those from i and j on. */
function bestPairs(
  froms: number,
  tos: number,
  worth: (one: number, other: number) => number,
): Aligned {
  const width = tos + 1
  const best = new Float64Array((froms + 1) * width)
  const bestAt = (one: number, other: number) => best[one * width + other] ?? 0
  for (let one = froms - 1; one >= 0; one--) {
    for (let other = tos - 1; other >= 0; other--) {
      const pair = worth(one, other)
      best[one * width + other] = Math.max(
        bestAt(one + 1, other),
        bestAt(one, other + 1),
        pair > 0 ? pair + bestAt(one + 1, other + 1) : 0,
      )
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [one, other] = [0, 0]
  while (one < froms && other < tos) {
    if (bestAt(one, other) === bestAt(one + 1, other)) pairs.push([one++, -1])
    else if (bestAt(one, other) === bestAt(one, other + 1)) pairs.push([-1, other++])
    else pairs.push([one++, other++])
  }
  while (one < froms) pairs.push([one++, -1])
  while (other < tos) pairs.push([-1, other++])
  return pairs
}

function inOrder(
  from: readonly Alignable[],
  to: readonly Alignable[],
  worth: (one: number, other: number) => number,
): Aligned {
  const length = Math.max(from.length, to.length)
  return Array.from({ length }, (_node, at): Aligned => {
    const [isFrom, isTo] = [at < from.length, at < to.length]
    if (isFrom && isTo && worth(at, at) > 0) return [[at, at]]
    return [...(isFrom ? [[at, -1] as const] : []), ...(isTo ? [[-1, at] as const] : [])]
  }).flat()
}

function wordsOf({ key }: Alignable): ReadonlySet<string> {
  return new Set(key.match(/[\p{L}\p{N}]+/gu))
}

/** 0: no word in common; nearly 1: all. */
function likeness(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()) {
  let common = 0
  for (const word of one) if (other.has(word)) common += 1
  return common / (one.size + other.size - common + 1)
}
