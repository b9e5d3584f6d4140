/**
 * A witness of the disk: what would be there after a power cut, as a document of its own,
 * made from the rows in the moment they are synced. It believes nothing of what a server says.
 */
import * as Y from 'yjs'
import type { NewUpdate, OwnerChange, PlanBatch } from '../../../server/sync/update-log.ts'
import { keepMarks } from '../../../shared/plan/keep-marks.ts'
import { isHalfApplied } from '../sync-client.ts'
import { broken } from './broken.ts'

export class DiskWitness {
  /** Keeps deleted content, so that a deleted letter can still be read. */
  #doc = new Y.Doc({ gc: false })
  #rows: Uint8Array[] = []
  #hasChanged = false
  /** Whose a client id is. */
  readonly owners = new Map<number, string | null>()

  constructor() {
    this.#watch()
  }

  #watch(): void {
    keepMarks(this.#doc)
    this.#doc.on('update', () => (this.#hasChanged = true))
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get rows(): readonly Uint8Array[] {
    return this.#rows
  }

  /** This is durable from now on. */
  see(first: number, { updates, owners = [] }: PlanBatch): void {
    if (first !== this.#rows.length + 1) {
      broken('I3', `row ${first} after row ${this.#rows.length}`)
    }
    for (const change of owners) this.#seeOwners(change)
    for (const update of updates) this.#seeUpdate(update)
  }

  #seeOwners({ userId, claimed, released }: OwnerChange): void {
    for (const id of claimed) if (!this.owners.has(id)) this.owners.set(id, userId)
    for (const id of released) if (this.owners.get(id) === userId) this.owners.delete(id)
  }

  #seeUpdate({ bytes, userId }: NewUpdate): void {
    const before = Y.decodeStateVector(Y.encodeStateVector(this.#doc))
    this.#rows.push(bytes.slice())
    Y.applyUpdate(this.#doc, bytes)
    if (isHalfApplied(this.#doc)) broken('I7', `row ${this.#rows.length} waits for something`)
    // The first row is the plan as three have written it.
    if (this.#rows.length === 1) return
    for (const id of this.#doc.store.clients.keys()) {
      const hasWritten = Y.getState(this.#doc.store, id) > (before.get(id) ?? 0)
      if (hasWritten && this.owners.get(id) !== userId) {
        broken('I8', `${userId} wrote under the id ${id} of ${this.owners.get(id)}`)
      }
    }
  }

  /** Is all of this update on disk? */
  holds(update: Uint8Array): boolean {
    this.#hasChanged = false
    Y.applyUpdate(this.#doc, update)
    return !this.#hasChanged && !isHalfApplied(this.#doc)
  }

  /** Was this letter typed, be it deleted since? */
  hasLetter(letter: string, client: number, clock: number): boolean {
    return holdsLetter(this.#doc, letter, client, clock)
  }

  /** The rows as the disk has them now: nothing of what was told may be missing. */
  compare(stored: readonly { readonly seq: number; readonly bytes: Uint8Array }[]): void {
    stored.forEach(({ seq, bytes }, index) => {
      const row = this.#rows[index]
      if (seq !== index + 1) broken('I3', `seq ${seq} in place ${index + 1}`)
      if (!row || Buffer.compare(row, bytes) !== 0) broken('I3', `row ${seq} is another`)
    })
    if (stored.length !== this.#rows.length) {
      broken('I3', `${stored.length} rows, ${this.#rows.length} were synced`)
    }
  }

  /** The plan is brought back from a copy: what came after is not there any more. */
  startAnew(): void {
    this.#doc = new Y.Doc({ gc: false })
    this.#rows = []
    this.owners.clear()
    this.#watch()
  }
}

/** Is the letter in this document, or what is left of it after its deletion? */
export function holdsLetter(doc: Y.Doc, letter: string, client: number, clock: number): boolean {
  if (Y.getState(doc.store, client) <= clock) return false
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  if (!(item instanceof Y.Item) || item.deleted) return true
  const { content } = item
  return content instanceof Y.ContentString && content.str[clock - item.id.clock] === letter
}
