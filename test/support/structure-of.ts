/**
 * All that can be read in a document, as plain data, whatever stands where: for comparing
 * documents that hold more nonsense than their types' own methods can bear.
 */
import * as Y from 'yjs'

/** Root types by name; those without anything in them are left out. */
export function structureOf(doc: Y.Doc): unknown {
  return [...doc.share]
    .map(([name, type]) => [name, ...structureOfType(type)] as const)
    .filter(([, list, map]) => list.length + map.length > 0)
    .sort(byName)
}

type AnyType = Y.ContentType['type'] | Y.AbstractType<Y.YEvent<never>>

function structureOfType(type: AnyType): readonly [unknown[], [string, unknown][]] {
  const list: unknown[] = []
  // Marks as they apply: peers may each have tidied away those that change nothing.
  const marks = new Map<string, unknown>()
  // oxlint-disable-next-line no-underscore-dangle -- the only way to what stands where it should not
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content
      if (value === null) marks.delete(key)
      else marks.set(key, value)
    } else {
      const marked = [...marks].sort(byName)
      for (const content of contentsOf(item)) list.push(marked.length ? [content, marked] : content)
    }
  }
  // oxlint-disable-next-line no-underscore-dangle -- as above
  const map = [...type._map].flatMap(([key, item]): [string, unknown][] =>
    item.deleted ? [] : [[key, contentsOf(item).at(-1)]],
  )
  return [list, map.sort(byName)]
}

function contentsOf({ content }: Y.Item): unknown[] {
  if (!(content instanceof Y.ContentType)) return content.getContent()
  const { type } = content
  const name = type instanceof Y.XmlElement ? type.nodeName : type.constructor.name
  return [[name, ...structureOfType(type)]]
}

function byName(
  [a]: readonly [string, ...unknown[]],
  [b]: readonly [string, ...unknown[]],
): number {
  return a < b ? -1 : 1
}
