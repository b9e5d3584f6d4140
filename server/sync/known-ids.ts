/**
 * What a room knows of a plan without holding its document: which ids of each
 * Yjs client are there, and which of them are deleted.
 *
 * Enough to tell whether an update is new, whole and free of gaps. Ranges are flat
 * sorted arrays of [start, end, start, end, …), neighbours joined. What was written
 * is one range from 0 per client; a second one is behind a gap, which only a
 * damaged log can have.
 */
import * as Y from 'yjs'

/** Cloneable form, for the way between threads. */
export interface KnownIdsOutline {
  readonly written: ReadonlyMap<number, readonly number[]>
  readonly deleted: ReadonlyMap<number, readonly number[]>
  /** Does something refer to what is not there? Only in a damaged log. */
  readonly isIncomplete: boolean
}

/** A run of ids of one Yjs client. */
export interface IdRange {
  readonly clock: number
  readonly length: number
}

/** Up to this many new ranges are put in one by one, more are merged in one walk. */
const FEW = 8

const NOTHING: KnownIdsOutline = { written: new Map(), deleted: new Map(), isIncomplete: false }

export class KnownIds {
  readonly #written: Map<number, readonly number[]>
  readonly #deleted: Map<number, readonly number[]>

  /** As the outline said. */
  readonly isIncomplete: boolean

  constructor(outline: KnownIdsOutline = NOTHING) {
    this.isIncomplete = outline.isIncomplete
    this.#written = new Map(outline.written)
    this.#deleted = new Map(outline.deleted)
  }

  /** The first clock of this client that is not known yet: never beyond a gap. */
  reachOf(clientId: number): number {
    const [start, end = 0] = this.#written.get(clientId) ?? []
    return start === 0 ? end : 0
  }

  /** The first clock of this client after all that are there, be it behind a gap. */
  endOf(clientId: number): number {
    return this.#written.get(clientId)?.at(-1) ?? 0
  }

  /** Is every id of the range there, be it behind a gap? */
  isWritten(clientId: number, range: IdRange): boolean {
    return holds(this.#written.get(clientId) ?? [], range)
  }

  /** Is every id of the range known to be deleted? */
  isDeleted(clientId: number, range: IdRange): boolean {
    return holds(this.#deleted.get(clientId) ?? [], range)
  }

  addWritten(clientId: number, range: IdRange): void {
    if (this.isWritten(clientId, range)) return
    this.#written.set(clientId, withRange(this.#written.get(clientId) ?? [], range))
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

  /** Is something behind a gap? */
  get hasGaps(): boolean {
    return [...this.#written.values()].some(([start, ...rest]) => start !== 0 || rest.length > 1)
  }

  /** In the encoding of y-protocols: what a sync step1 carries. */
  encodeStateVector(): Uint8Array {
    const reaches = [...this.#written.keys()].map((id) => [id, this.reachOf(id)] as const)
    return Y.encodeStateVector(new Map(reaches.filter(([, reach]) => reach > 0)))
  }

  outline(): KnownIdsOutline {
    const { isIncomplete } = this
    return { written: this.#written, deleted: this.#deleted, isIncomplete }
  }
}

function holds(ranges: readonly number[], { clock, length }: IdRange): boolean {
  const at = lastStartAtOrBefore(ranges, clock)
  return at >= 0 && (ranges[at + 1] ?? 0) >= clock + length
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
