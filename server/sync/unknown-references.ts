/** What a damaged log may hold: something that refers to what is not there. The guard lets none in. */
import * as Y from 'yjs'
import type { DecodedUpdate } from './decode-update.ts'
import type { KnownIds } from './known-ids.ts'

/** Does the update refer to something that is not there? */
export function refersToUnknown({ structs, deleted }: DecodedUpdate, known: KnownIds): boolean {
  const isUnknown = (id: unknown) => id instanceof Y.ID && id.clock >= known.reachOf(id.client)
  return (
    [...structs.values()].some((block) =>
      block.some(
        (struct) =>
          struct instanceof Y.Item &&
          [struct.origin, struct.rightOrigin, struct.parent].some(isUnknown),
      ),
    ) ||
    [...deleted].some(([client, ranges]) =>
      ranges.some(({ clock, length }) => clock + length > known.reachOf(client)),
    )
  )
}
