/** A fault as there may be one in Yjs: one document reads another text, and all state vectors are equal. */
import * as Y from 'yjs'

/** Changes every word of this document, and of no other. */
export function plantDivergence(doc: Y.Doc): void {
  for (const struct of [...doc.store.clients.values()].flat()) {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
      struct.content.str = struct.content.str.replace(/./g, '?')
    }
  }
}
