/**
 * What a room knows of a plan without holding its document: how far each Yjs
 * client has written, and what of it is deleted.
 *
 * Enough to tell whether an update is new, whole and free of gaps. Deleted
 * ranges are flat sorted arrays of [start, end, start, end, …), neighbours joined.
 */
import * as Y from 'yjs'

/** Cloneable form, for the way between threads. */
export interface KnownIdsOutline {
  readonly reach: ReadonlyMap<number, number>
  readonly deleted: ReadonlyMap<number, readonly number[]>
}

/** A run of ids of one Yjs client. */
export interface IdRange {
  readonly clock: number
  readonly length: number
}

/** Up to this many new ranges are put in one by one, more are merged in one walk. */
const FEW = 8

export class KnownIds {
  readonly #reach: Map<number, number>
  readonly #deleted: Map<number, readonly number[]>

  constructor(outline: KnownIdsOutline = { reach: new Map(), deleted: new Map() }) {
    this.#reach = new Map(outline.reach)
    this.#deleted = new Map(outline.deleted)
  }

  /** The first clock of this client that is not known yet. */
  reachOf(clientId: number): number {
    return this.#reach.get(clientId) ?? 0
  }

  /** Is every id of the range known to be deleted? */
  isDeleted(clientId: number, { clock, length }: IdRange): boolean {
    const ranges = this.#deleted.get(clientId) ?? []
    const at = lastStartAtOrBefore(ranges, clock)
    return at >= 0 && (ranges[at + 1] ?? 0) >= clock + length
  }

  addReach(clientId: number, reach: number): void {
    if (reach > this.reachOf(clientId)) this.#reach.set(clientId, reach)
  }

  addDeleted(clientId: number, added: readonly IdRange[]): void {
    let ranges = this.#deleted.get(clientId) ?? []
    const news = added.filter((range) => !this.isDeleted(clientId, range))
    if (news.length > FEW) {
      ranges = joined([...pairs(ranges), ...news.map(toPair)])
    } else {
      for (const range of news) ranges = withRange(ranges, range)
    }
    this.#deleted.set(clientId, ranges)
  }

  /** In the encoding of y-protocols: what a sync step1 carries. */
  encodeStateVector(): Uint8Array {
    return Y.encodeStateVector(this.#reach)
  }

  outline(): KnownIdsOutline {
    return { reach: this.#reach, deleted: this.#deleted }
  }
}

type Pair = readonly [start: number, end: number]

function toPair({ clock, length }: IdRange): Pair {
  return [clock, clock + length]
}

function pairs(ranges: readonly number[]): Pair[] {
  const result: Pair[] = []
  for (let at = 0; at < ranges.length; at += 2) {
    result.push([ranges[at] ?? 0, ranges[at + 1] ?? 0])
  }
  return result
}

function joined(unsorted: readonly Pair[]): number[] {
  const result: number[] = []
  for (const [start, end] of unsorted.toSorted(([a], [b]) => a - b)) {
    const lastEnd = result.at(-1)
    if (lastEnd === undefined || start > lastEnd) result.push(start, end)
    else result[result.length - 1] = Math.max(lastEnd, end)
  }
  return result
}

/** The ranges with one more, joined with every range that it touches. */
function withRange(ranges: readonly number[], { clock, length }: IdRange): number[] {
  const before = lastStartAtOrBefore(ranges, clock)
  const touches = before >= 0 && (ranges[before + 1] ?? 0) >= clock
  const from = touches ? before : before < 0 ? 0 : before + 2
  let start = clock
  let end = clock + length
  let to = from
  while (to < ranges.length && (ranges[to] ?? 0) <= end) {
    start = Math.min(start, ranges[to] ?? start)
    end = Math.max(end, ranges[to + 1] ?? end)
    to += 2
  }
  return [...ranges.slice(0, from), start, end, ...ranges.slice(to)]
}

/** Index of the last start that is not above `clock`; -2 when there is none. */
function lastStartAtOrBefore(ranges: readonly number[], clock: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle * 2] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low * 2 - 2
}
