/**
 * How deep the new parts of one update stand within each other (rule G7).
 *
 * Yjs deletes what is in a deleted element by calling itself for each: some thousand
 * elements within each other, and no program can delete the outermost any more.
 */
import * as Y from 'yjs'
import { MAX_NESTING } from '../../shared/protocol/limits.ts'
import type { DecodedUpdate } from './decode-update.ts'
import type { KnownIds } from './known-ids.ts'

/** Of an update whose references are known and in no circle. */
export function isNestedTooDeep({ structs }: DecodedUpdate, known: KnownIds): boolean {
  const types = itemsOf(structs, isType)
  // A letter, a paragraph, an action: too few to stand that deep.
  if (types.length <= MAX_NESTING) return false

  const depths = new Map<Y.Item, number>()
  const depthOfOne = (item: Y.Item) => depthOf(item, structs, known, depths)
  // What is no type holds nothing, and stands one deeper than what it is in.
  if (types.every((type) => depthOfOne(type) < MAX_NESTING)) return false
  return itemsOf(structs, () => true).some((item) => depthOfOne(item) > MAX_NESTING)
}

function isType({ content }: Y.Item): boolean {
  return content instanceof Y.ContentType
}

function itemsOf(structs: DecodedUpdate['structs'], isWanted: (item: Y.Item) => boolean): Y.Item[] {
  const items: Y.Item[] = []
  for (const block of structs.values()) {
    for (const struct of block) {
      if (struct instanceof Y.Item && isWanted(struct)) items.push(struct)
    }
  }
  return items
}

/** Each item is looked at once, whatever hangs on it. */
function depthOf(
  item: Y.Item,
  structs: DecodedUpdate['structs'],
  known: KnownIds,
  depths: Map<Y.Item, number>,
): number {
  const path = [item]
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const parent: unknown = top.parent
    const beside = top.origin ?? top.rightOrigin
    const above = beside ?? (parent instanceof Y.ID ? parent : null)
    const holder = above && newItemAt(above, structs, known)
    const depth = holder ? depths.get(holder) : 0
    if (holder && depth === undefined) path.push(holder)
    else {
      depths.set(top, (depth ?? 0) + (holder && !beside ? 1 : 0))
      path.pop()
    }
  }
  return depths.get(item) ?? 0
}

/** The item of the update in which this id is; null when the room has it already. */
function newItemAt(
  { client, clock }: Y.ID,
  structs: DecodedUpdate['structs'],
  known: KnownIds,
): Y.Item | null {
  if (clock < known.reachOf(client)) return null
  const block = structs.get(client) ?? []
  let [low, high] = [0, block.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((block[middle]?.id.clock ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  const found = block[low]
  return found instanceof Y.Item ? found : null
}
