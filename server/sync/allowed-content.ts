/**
 * What an update may bring into a plan: the content that plan-doc and the text
 * schema know, and nothing else.
 *
 * Seen from one struct alone. That a paragraph stands where a text may stand is
 * for those who read whole documents (readPlan).
 */
import * as Y from 'yjs'
import { MAP_ROOTS, TEXT_ROOT } from '../../shared/plan/plan-doc.ts'
import { MAX_KEY_LENGTH, MAX_VALUE_DEPTH } from '../../shared/protocol/limits.ts'
import { isTextMarkName, isTextNodeName } from '../../shared/text/schema.ts'

const FIELD_ID = /^[a-z0-9-]{1,100}\.[a-z0-9-]{1,100}$/

/** null when the item may come in, else what is wrong with it, for the log. */
export function refusalOf(item: Y.Item): string | null {
  // Where that is depends on how each document has cut its text.
  if (item.origin && Y.compareIDs(item.origin, item.rightOrigin)) return 'before what it is after'
  if (item.parentSub !== null && item.parentSub.length > MAX_KEY_LENGTH) return 'a key too long'
  // Yjs' types leave out that a decoded item names a root type by a string.
  const parent: unknown = item.parent
  if (typeof parent === 'string' && !isRootName(parent)) return `root type ${short(parent)}`
  return contentRefusal(item.content)
}

function isRootName(name: string): boolean {
  if (name.startsWith(TEXT_ROOT)) return FIELD_ID.test(name.slice(TEXT_ROOT.length))
  return MAP_ROOTS.some((root) => root === name)
}

function contentRefusal(content: Y.Item['content']): string | null {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return null
  if (content instanceof Y.ContentAny) return valueRefusal(content.arr)
  if (content instanceof Y.ContentFormat) {
    return isTextMarkName(content.key)
      ? valueRefusal([content.value])
      : `mark ${short(content.key)}`
  }
  if (content instanceof Y.ContentType) return typeRefusal(content.type)
  return content.constructor.name
}

function typeRefusal(type: Y.ContentType['type']): string | null {
  if (type instanceof Y.XmlElement) {
    return isTextNodeName(type.nodeName) ? null : `element ${short(type.nodeName)}`
  }
  const kinds: readonly unknown[] = [Y.Map, Y.XmlFragment, Y.XmlText]
  return kinds.includes(type.constructor) ? null : type.constructor.name
}

/** Values as JSON has them, and not so deep that reading or writing them could fail anywhere. */
function valueRefusal(values: readonly unknown[]): string | null {
  const waiting = values.map((value) => ({ value, depth: 1 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value === 'bigint') return NOT_PLAIN
    if (typeof value !== 'object' || value === null) continue
    const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
    if (!isPlain) return NOT_PLAIN
    if (depth > MAX_VALUE_DEPTH) return 'a value too deep'
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 })
  }
  return null
}

const NOT_PLAIN = 'a value that is not plain'

function short(name: string): string {
  return JSON.stringify(name.slice(0, 40))
}
