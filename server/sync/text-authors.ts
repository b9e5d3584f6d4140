/**
 * Whose each letter of a plan is: by the Yjs client id it came under, and whose that is by the
 * server's own record. In the doc thread.
 */
import * as Y from 'yjs'
import { flatText, itemsOf } from '../../shared/discuss/flat-text.ts'
import type { UserId } from '../../shared/ids.ts'
import { ACTION_TEXTS } from '../../shared/plan/plan.ts'
import { actionsMap, fieldText } from '../../shared/plan/plan-doc.ts'
import { templateFieldIds } from '../../shared/templates/template.ts'
import { actionPlace, fieldPlace } from './places.ts'
import { type Damage, replay, templateOf } from './replay.ts'
import type { StoredOwners } from './update-log.ts'

/** So many UTF-16 units of the flat text, by whom; null: the server, or nobody known. */
export type AuthorRun = readonly [length: number, userId: UserId | null]

/** By place, as the history calls texts. Empty texts are left out. */
export type AuthorsOfTexts = ReadonlyMap<string, readonly AuthorRun[]>

export function textAuthors(
  updates: readonly Uint8Array[],
  owners: StoredOwners,
): { readonly authors: AuthorsOfTexts; readonly damage: Damage } {
  const { doc, damage } = replay(updates)
  const ownerOf = new Map<number, UserId | null>()
  for (const [userId, clientIds] of owners) {
    for (const clientId of clientIds) ownerOf.set(clientId, userId)
  }
  const authors = new Map<string, readonly AuthorRun[]>()
  for (const [place, text] of textsOf(doc)) {
    const runs = authorRuns(text, (clientId) => ownerOf.get(clientId) ?? null)
    if (runs.length > 0) authors.set(place, runs)
  }
  return { authors, damage }
}

function* textsOf(doc: Y.Doc): Generator<readonly [place: string, text: Y.XmlFragment]> {
  for (const fieldId of templateFieldIds(templateOf(doc))) {
    const place = fieldPlace(fieldId)
    if (place !== null) yield [place, fieldText(doc, fieldId)]
  }
  for (const [actionId, action] of actionsMap(doc).entries()) {
    if (!(action instanceof Y.Map)) continue
    for (const name of ACTION_TEXTS) {
      const text: unknown = action.get(name)
      if (text instanceof Y.XmlFragment) yield [actionPlace(actionId, name), text]
    }
  }
}

/** Line ends count with the letter before them: nobody's own. */
function authorRuns(
  text: Y.XmlFragment,
  ownerOf: (clientId: number) => UserId | null,
): readonly AuthorRun[] {
  const { words, runs } = flatText(text)
  const found: [number, UserId | null][] = []
  const add = (length: number, userId: UserId | null) => {
    const last = found.at(-1)
    if (last?.[1] === userId) last[0] += length
    else if (length > 0) found.push([length, userId])
  }
  const addLineEnds = (length: number) => add(length, found.at(-1)?.[1] ?? null)
  let reached = 0
  for (const { type, from, to } of runs) {
    addLineEnds(from - reached)
    for (const item of itemsOf(type)) add(item.length, ownerOf(item.id.client))
    reached = to
  }
  addLineEnds(words.length - reached)
  return found
}
