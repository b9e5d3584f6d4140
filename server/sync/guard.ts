/**
 * Looks at an update before it may touch anything: is it one, is it new, is it
 * whole, is it written under the sender's own ids, may its content be in a plan?
 * (rules G1-G9, O1, O7 of SPEC.md)
 *
 * Works on decoded structs and the ids that the room knows; never on a document.
 * What passes is applied by every Yjs completely and at once, in every order
 * that the room sends: no gap, no reference into the unknown, no cycle, so
 * nothing can wait in anyone's document for a piece that never comes.
 */
import * as Y from 'yjs'
import { refusalOf } from './allowed-content.ts'
import { type DecodedUpdate, decodeUpdate } from './decode-update.ts'
import type { IdRange, KnownIds } from './known-ids.ts'
import { isNestedTooDeep } from './nesting.ts'

export type Verdict =
  | { readonly kind: 'nothing-new' }
  | {
      readonly kind: 'new'
      readonly update: DecodedUpdate
      readonly addsContent: boolean
      /** The client ids under which it goes on writing. */
      readonly writers: readonly number[]
      /** Does one struct hold what is known and what is new? */
      readonly overlaps: boolean
    }
  /** It needs something that may still come. `why` is for the log. */
  | { readonly kind: 'early'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Judges one update. Changes nothing: see `learn`.
 *
 * @param mayUse may the sender write under this client id?
 */
export function judge(
  bytes: Uint8Array,
  known: KnownIds,
  mayUse: (clientId: number) => boolean,
): Verdict {
  const update = decodeUpdate(bytes)
  if (!update) return { kind: 'refused', why: 'not a v1 update' }

  const addsContent = hasNewStructs(update, known)
  if (!addsContent && !hasNewDeletes(update, known)) return { kind: 'nothing-new' }
  const refusal = contentRefusal(update) ?? skipRefusal(update, known)
  if (refusal !== null) return { kind: 'refused', why: refusal }
  const writers = writersOf(update, known)
  if (!writers.every(mayUse)) return { kind: 'refused', why: "somebody else's client id" }
  const lack = orderLack(update, known)
  if (lack === IN_A_CIRCLE) return { kind: 'refused', why: lack }
  if (lack !== null) return { kind: 'early', why: lack }
  if (isNestedTooDeep(update, known)) return { kind: 'refused', why: 'nested too deep' }
  return { kind: 'new', update, addsContent, writers, overlaps: hasOverlap(update, known) }
}

/** From now on the ids of this update are known. What is behind a gap stays behind it. */
export function learn(known: KnownIds, update: DecodedUpdate): void {
  for (const [client, structs] of update.structs) {
    for (const range of runsOf(structs)) known.addWritten(client, range)
  }
  for (const [client, ranges] of update.deleted) known.addDeleted(client, ranges)
}

function hasNewStructs({ structs }: DecodedUpdate, known: KnownIds): boolean {
  for (const [client, block] of structs) {
    if (runsOf(block).some((run) => !known.isWritten(client, run))) return true
  }
  return false
}

/** The ids of a block: one range, more where it has gaps. */
function runsOf(block: readonly (Y.Item | Y.GC)[]): IdRange[] {
  const runs: IdRange[] = []
  let [start, end] = [0, 0]
  for (const { id, length } of block) {
    if (id.clock !== end) {
      if (end > start) runs.push({ clock: start, length: end - start })
      start = id.clock
    }
    end = id.clock + length
  }
  if (end > start) runs.push({ clock: start, length: end - start })
  return runs
}

/** Behind a Skip there may be what a damaged log holds there too, and nothing new. */
function skipRefusal({ structs }: DecodedUpdate, known: KnownIds): string | null {
  for (const [client, block] of structs) {
    const [, ...behind] = runsOf(block)
    if (behind.some((run) => !known.isWritten(client, run))) return 'something new behind a Skip'
  }
  return null
}

/** Filling a gap of a damaged log is not writing: whoever has what is missing may bring it. */
function writersOf({ structs }: DecodedUpdate, known: KnownIds): number[] {
  const writers: number[] = []
  for (const [client, block] of structs) {
    const last = block.at(-1)
    if (last && last.id.clock + last.length > known.endOf(client)) writers.push(client)
  }
  return writers
}

function hasOverlap({ structs }: DecodedUpdate, known: KnownIds): boolean {
  for (const [client, block] of structs) {
    const reach = known.reachOf(client)
    const isCut = ({ id, length }: Y.Item | Y.GC) => id.clock < reach && id.clock + length > reach
    if (block.some(isCut)) return true
  }
  return false
}

function hasNewDeletes({ deleted }: DecodedUpdate, known: KnownIds): boolean {
  for (const [client, ranges] of deleted) {
    if (ranges.some((range) => !known.isDeleted(client, range))) return true
  }
  return false
}

function contentRefusal({ structs }: DecodedUpdate): string | null {
  for (const block of structs.values()) {
    for (const struct of block) {
      const why = struct instanceof Y.Item ? refusalOf(struct) : null
      if (why !== null) return why
    }
  }
  return null
}

const IN_A_CIRCLE = 'refers to itself'

/** Walks the structs in an order in which each finds what it refers to, as Yjs will. */
function orderLack(update: DecodedUpdate, known: KnownIds): string | null {
  const walk = new OrderWalk(update, known)
  for (const client of update.structs.keys()) {
    const why = walk.finish(client)
    if (why !== null) return why
  }
  for (const [client, ranges] of update.deleted) {
    const reach = walk.reachOf(client)
    const isUnknown = (range: IdRange) =>
      range.clock + range.length > reach && !known.isDeleted(client, range)
    if (ranges.some(isUnknown)) return 'deletes what is unknown'
  }
  return null
}

interface Goal {
  readonly client: number
  /** Reached when this client's reach is here; Infinity: at the end of its structs. */
  readonly until: number
}

class OrderWalk {
  readonly #structs: DecodedUpdate['structs']
  readonly #known: KnownIds
  readonly #reach = new Map<number, number>()
  readonly #next = new Map<number, number>()

  constructor({ structs }: DecodedUpdate, known: KnownIds) {
    this.#structs = structs
    this.#known = known
  }

  reachOf(client: number): number {
    return this.#reach.get(client) ?? this.#known.reachOf(client)
  }

  /** Each struct is taken once, each reference followed at most once: linear. */
  finish(client: number): string | null {
    const goals: Goal[] = [{ client, until: Infinity }]
    const under = new Set([client])
    for (let goal = goals.at(-1); goal; goal = goals.at(-1)) {
      const struct = this.#head(goal.client)
      if (this.reachOf(goal.client) >= goal.until || (!struct && goal.until === Infinity)) {
        under.delete(goal.client)
        goals.pop()
        continue
      }
      if (!struct) return 'refers to what is unknown'
      if (this.#isBehindGap(struct)) {
        this.#skip(goal.client)
        continue
      }
      if (struct.id.clock > this.reachOf(goal.client)) return 'a gap in the clock'

      const missing = this.#missing(struct)
      if (!missing) this.#take(struct)
      else if (under.has(missing.client)) return IN_A_CIRCLE
      else {
        under.add(missing.client)
        goals.push(missing)
      }
    }
    return null
  }

  #head(client: number): Y.Item | Y.GC | undefined {
    return this.#structs.get(client)?.[this.#next.get(client) ?? 0]
  }

  /**
   * A repetition of what a damaged log holds behind a gap: clients send it back with all they have.
   */
  #isBehindGap({ id, length }: Y.Item | Y.GC): boolean {
    if (id.clock <= this.reachOf(id.client)) return false
    return this.#known.isWritten(id.client, { clock: id.clock, length })
  }

  #skip(client: number): void {
    this.#next.set(client, (this.#next.get(client) ?? 0) + 1)
  }

  #take({ id, length }: Y.Item | Y.GC): void {
    this.#skip(id.client)
    this.#reach.set(id.client, Math.max(this.reachOf(id.client), id.clock + length))
  }

  /** The first thing that the struct refers to and that is not there yet. */
  #missing(struct: Y.Item | Y.GC): Goal | null {
    if (!(struct instanceof Y.Item)) return null
    // Yjs asks it of what is there already as well, and lets it wait. In a damaged log such
    // an item may lack something, and whoever has it sends it back as it is.
    const isThere = struct.id.clock + struct.length <= this.reachOf(struct.id.client)
    if (isThere && this.#known.isIncomplete) return null
    const parent: unknown = struct.parent
    for (const id of [struct.origin, struct.rightOrigin, parent]) {
      if (id instanceof Y.ID && id.clock >= this.reachOf(id.client)) {
        return { client: id.client, until: id.clock + 1 }
      }
    }
    return null
  }
}
