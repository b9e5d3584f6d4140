/**
 * What a connection is owed an answer for: its content frames (step2 and
 * update), numbered from 1 (rules W5, W6).
 */
export class Receipts {
  /** Taken in and not settled: the size of each by its number, lowest first. */
  readonly #open = new Map<number, number>()
  #count = 0
  #openBytes = 0
  #lastSaved = 0

  /** The number of a content frame that has just come. */
  countContent(): number {
    return ++this.#count
  }

  /** This frame waits: the latest one, or one that waits already. */
  open(index: number, byteLength: number): void {
    this.#openBytes += byteLength - (this.#open.get(index) ?? 0)
    this.#open.set(index, byteLength)
  }

  /** This frame is durable. */
  settle(index: number): void {
    this.#openBytes -= this.#open.get(index) ?? 0
    this.#open.delete(index)
  }

  get openBytes(): number {
    return this.#openBytes
  }

  /** Up to where every frame is durable or answered, if that has moved since the last call. */
  newlySaved(): number | null {
    const [lowest = this.#count + 1] = this.#open.keys()
    if (lowest - 1 <= this.#lastSaved) return null
    this.#lastSaved = lowest - 1
    return this.#lastSaved
  }
}
