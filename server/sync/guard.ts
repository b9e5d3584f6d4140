/**
 * Looks at an update before it may touch anything: is it one, is it new, is it
 * whole, may its content be in a plan? (rules G1-G5 of SPEC.md)
 *
 * Works on decoded structs and the ids that the room knows; never on a document.
 * What passes is applied by every Yjs completely and at once, in every order
 * that the room sends: no gap, no reference into the unknown, no cycle, so
 * nothing can wait in anyone's document for a piece that never comes.
 */
import * as Y from 'yjs'
import { refusalOf } from './allowed-content.ts'
import { type DecodedUpdate, decodeUpdate } from './decode-update.ts'
import type { KnownIds } from './known-ids.ts'

export type Verdict =
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'new'; readonly update: DecodedUpdate; readonly addsContent: boolean }
  /** It needs something that may still come. `why` is for the log. */
  | { readonly kind: 'early'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/** Judges one update. Changes nothing: see `learn`. */
export function judge(bytes: Uint8Array, known: KnownIds): Verdict {
  const update = decodeUpdate(bytes)
  if (!update) return { kind: 'refused', why: 'not a v1 update' }

  const addsContent = hasNewStructs(update, known)
  if (!addsContent && !hasNewDeletes(update, known)) return { kind: 'nothing-new' }
  const refusal = contentRefusal(update)
  if (refusal !== null) return { kind: 'refused', why: refusal }
  const lack = orderLack(update, known)
  if (lack === IN_A_CIRCLE) return { kind: 'refused', why: lack }
  return lack === null ? { kind: 'new', update, addsContent } : { kind: 'early', why: lack }
}

/** From now on the ids of this update are known. */
export function learn(known: KnownIds, update: DecodedUpdate): void {
  for (const [client, structs] of update.structs) {
    const last = structs.at(-1)
    if (last) known.addReach(client, last.id.clock + last.length)
  }
  for (const [client, ranges] of update.deleted) known.addDeleted(client, ranges)
}

function hasNewStructs({ structs }: DecodedUpdate, known: KnownIds): boolean {
  return [...structs].some(([client, block]) => {
    const last = block.at(-1)
    return last !== undefined && last.id.clock + last.length > known.reachOf(client)
  })
}

function hasNewDeletes({ deleted }: DecodedUpdate, known: KnownIds): boolean {
  return [...deleted].some(([client, ranges]) =>
    ranges.some((range) => !known.isDeleted(client, range)),
  )
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
    if (ranges.some(({ clock, length }) => clock + length > reach)) return 'deletes what is unknown'
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

  #take({ id, length }: Y.Item | Y.GC): void {
    this.#next.set(id.client, (this.#next.get(id.client) ?? 0) + 1)
    this.#reach.set(id.client, Math.max(this.reachOf(id.client), id.clock + length))
  }

  /** The first thing that the struct refers to and that is not there yet. */
  #missing(struct: Y.Item | Y.GC): Goal | null {
    if (!(struct instanceof Y.Item)) return null
    // An item known already refers only to what is known.
    if (struct.id.clock + struct.length <= this.reachOf(struct.id.client)) return null
    const parent: unknown = struct.parent
    for (const id of [struct.origin, struct.rightOrigin, parent]) {
      if (id instanceof Y.ID && id.clock >= this.reachOf(id.client)) {
        return { client: id.client, until: id.clock + 1 }
      }
    }
    return null
  }
}
