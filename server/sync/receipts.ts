/**
 * What a connection is owed an answer for: its content frames (step2 and
 * update), numbered from 1, settled in order (rules W5, W6).
 */
export class Receipts {
  /** Taken in and not settled, oldest first. */
  readonly #open: { readonly index: number; readonly byteLength: number }[] = []
  #count = 0
  #openBytes = 0
  #lastSaved = 0

  /** The number of a content frame that has just come. */
  countContent(): number {
    return ++this.#count
  }

  /** This frame waits for the log. */
  open(index: number, byteLength: number): void {
    this.#open.push({ index, byteLength })
    this.#openBytes += byteLength
  }

  /** The oldest waiting frame is durable. */
  settle(): void {
    this.#openBytes -= this.#open.shift()?.byteLength ?? 0
  }

  get openBytes(): number {
    return this.#openBytes
  }

  /** Up to where every frame is durable or answered, if that has moved since the last call. */
  newlySaved(): number | null {
    const saved = (this.#open[0]?.index ?? this.#count + 1) - 1
    if (saved <= this.#lastSaved) return null
    this.#lastSaved = saved
    return saved
  }
}
