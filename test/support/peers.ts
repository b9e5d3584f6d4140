/** Peers joined by a network the test drives by hand: nothing arrives unless told. */
import * as Y from 'yjs'

export class Peers {
  readonly docs: readonly Y.Doc[]
  readonly #inboxes: Uint8Array[][]

  constructor(count: number, start?: Y.Doc) {
    this.#inboxes = Array.from({ length: count }, () => [])
    this.docs = Array.from({ length: count }, (_, index) => {
      const doc = new Y.Doc()
      doc.clientID = index + 1 // Fixed, so that a failing seed replays exactly.
      if (start) Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === this) return
        this.#inboxes.forEach((inbox, to) => to !== index && inbox.push(update))
      })
      return doc
    })
  }

  /** Delivers one waiting message, any of them: the network may reorder. */
  deliver(to: number, pick: number): void {
    const inbox = this.#inboxes[to]!
    const [update] = inbox.splice(pick % Math.max(inbox.length, 1), 1)
    if (update) Y.applyUpdate(this.docs[to]!, update, this)
  }

  deliverAll(): void {
    this.#inboxes.forEach((inbox, to) => {
      while (inbox.length > 0) this.deliver(to, 0)
    })
  }
}
