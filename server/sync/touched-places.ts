/**
 * What each stored update changed: which texts, which facts of which actions. In the doc
 * thread.
 *
 * Updates are applied one by one, and of each that is looked at which really came into the
 * document or went from it. So what repeats what is known touches nothing, whoever sends it; nor
 * does what somebody wrote and took away again in one update, a value that lost against one
 * written at the same time, or a word in a block that is gone.
 */
import * as Y from 'yjs'
import { placesOf } from './places.ts'
import { type Damage, replay, updatesOf } from './replay.ts'
import type { StoredMoment, StoredUpdate } from './update-log.ts'

export interface TouchedPlaces {
  /** Each place once, with the latest of the updates that changed it. */
  readonly places: readonly (readonly [place: string, seq: number])[]
  /** All up to the last of the updates as one: where the next question begins. */
  readonly state: Uint8Array
}

/** @param before the plan before the first of the updates. */
export function touchedPlaces(
  before: StoredMoment,
  updates: readonly StoredUpdate[],
): { readonly touched: TouchedPlaces; readonly damage: Damage } {
  const { doc, damage } = replay(updatesOf(before))
  const latest = new Map<string, number>()
  let seq = before.seq
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    for (const item of changedItems(transaction)) {
      for (const place of placesOf(item)) latest.set(place, seq)
    }
  })
  const unreadable = [...damage.unreadable]
  updates.forEach((update, index) => {
    seq = update.seq
    try {
      Y.applyUpdate(doc, update.bytes)
    } catch {
      unreadable.push(index)
    }
  })
  const incomplete = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  return {
    touched: { places: [...latest], state: Y.encodeStateAsUpdate(doc) },
    damage: { unreadable, incomplete },
  }
}

/** What is there now and was not, and what was there and is not. */
function* changedItems(transaction: Y.Transaction): Generator<Y.Item> {
  const { beforeState, afterState, deleteSet, doc } = transaction
  for (const [client, end] of afterState) {
    const begin = beforeState.get(client) ?? 0
    if (end > begin) yield* itemsOf(doc, client, begin, end, (item) => !item.deleted)
  }
  for (const [client, ranges] of deleteSet.clients) {
    const known = beforeState.get(client) ?? 0
    for (const { clock, len } of ranges) {
      const end = Math.min(clock + len, known)
      if (end > clock) yield* itemsOf(doc, client, clock, end, () => true)
    }
  }
}

/** Before the document tidies up: neighbours are not joined yet. */
function* itemsOf(
  doc: Y.Doc,
  client: number,
  begin: number,
  end: number,
  isMeant: (item: Y.Item) => boolean,
): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? []
  for (let index = Y.findIndexSS(structs, begin); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= end) return
    if (struct instanceof Y.Item && isMeant(struct)) yield struct
  }
}
