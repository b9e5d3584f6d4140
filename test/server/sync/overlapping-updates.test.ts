import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeRaw, type RawStruct } from '../../support/raw-update.ts'
import { structureOf } from '../../support/structure-of.ts'
import type { SyncClient } from '../../support/sync-client.ts'
import { syncRoom } from '../../support/sync-room.ts'
import { PLAN_ID } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const room = syncRoom()
const MALLORY = 66

it('[G9] of a struct that begins among known letters only what is new is stored and shown', async () => {
  await room.start()
  const [mallory, ola] = [await room.join({ as: 'mallory' }), await room.join({ as: 'ola' })]
  await mallory.allSaved()
  await ola.synced()
  mallory.sendUpdate(word('abc', null))
  await until('ola sees it', () => lettersIn(ola) === 'abc')

  // The same letters, and one more, as if all of them were the value of a key.
  mallory.sendUpdate(word('abcd', 'title'))
  await until('ola sees it', () => lettersIn(ola) === 'abcd')
  await mallory.allSaved()

  const fresh = await room.join({ as: 'gro' })
  await fresh.synced()
  const replayed = new Y.Doc()
  for (const { bytes } of await room.log.read(PLAN_ID, 0)) Y.applyUpdate(replayed, bytes)
  for (const doc of [fresh.doc, replayed]) expect(structureOf(doc)).toEqual(structureOf(ola.doc))
})

function word(text: string, parentSub: string | null): Uint8Array {
  const item: RawStruct = {
    kind: 'item',
    origin: null,
    rightOrigin: null,
    parent: 'text:leadership.today',
    parentSub,
    content: { kind: 'string', text },
  }
  return encodeRaw({ blocks: [{ client: MALLORY, clock: 0, structs: [item] }], deletes: [] })
}

/** All that stands in any text. */
function lettersIn({ doc }: SyncClient): string {
  return (JSON.stringify(structureOf(doc)).match(/"[abcd]"/g) ?? []).join('').replaceAll('"', '')
}
