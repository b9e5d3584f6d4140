/**
 * What an update may bring into a plan: the content that plan-doc and the text
 * schema know, and nothing else.
 *
 * Seen from one struct alone. That a paragraph stands where a text may stand is
 * for those who read whole documents (readPlan).
 */
import * as Y from 'yjs'
import { MAP_ROOTS, TEXT_ROOT } from '../../shared/plan/plan-doc.ts'
import { MAX_KEY_LENGTH } from '../../shared/protocol/limits.ts'
import { isTextMarkName, isTextNodeName } from '../../shared/text/schema.ts'

const FIELD_ID = /^[a-z0-9-]{1,100}\.[a-z0-9-]{1,100}$/

/** null when the item may come in, else what is wrong with it, for the log. */
export function refusalOf(item: Y.Item): string | null {
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
  if (content instanceof Y.ContentString || content instanceof Y.ContentAny) return null
  if (content instanceof Y.ContentDeleted) return null
  if (content instanceof Y.ContentFormat) {
    return isTextMarkName(content.key) ? null : `mark ${short(content.key)}`
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

function short(name: string): string {
  return JSON.stringify(name.slice(0, 40))
}
