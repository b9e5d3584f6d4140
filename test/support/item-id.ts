/** What Yjs knows a node by, in every state of its document. */
import type * as Y from 'yjs'

export function idOf(node: Y.XmlText | Y.XmlElement): string {
  // oxlint-disable-next-line no-underscore-dangle -- the only way to it
  return JSON.stringify(node._item?.id)
}
