/**
 * Under whose Yjs ids the server writes words: new ones under the id of the change, those that
 * come back or are moved under a fresh id each of whoever wrote them before, so that they stay
 * theirs.
 *
 * Knows ids and no people: whose an id is, the log says (server-writer.ts).
 */
import type * as Y from 'yjs'

/** Words under the one id are of whoever wrote under the other. */
export interface LentId {
  readonly clientId: number
  readonly of: number
}

export interface Pens {
  /** Writes as whoever wrote under this id before; undefined: as whose change it is. */
  as(writer: number | undefined, write: () => void): void
  /** So far. */
  readonly lent: readonly LentId[]
}

/** @param drawId an id that nobody has, in all likelihood. */
export function createPens(doc: Y.Doc, drawId: () => number): Pens {
  const own = doc.clientID
  const lent = new Map<number, number>()

  const idFor = (writer: number): number => {
    const known = lent.get(writer)
    if (known !== undefined) return known
    let fresh = drawId()
    while (fresh === own || doc.store.clients.has(fresh)) fresh = drawId()
    lent.set(writer, fresh)
    return fresh
  }

  return {
    as(writer, write) {
      if (writer !== undefined) doc.clientID = idFor(writer)
      try {
        write()
      } finally {
        doc.clientID = own
      }
    },
    get lent() {
      return [...lent].map(([of, clientId]) => ({ clientId, of }))
    },
  }
}
