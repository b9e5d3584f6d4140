/**
 * For documents that only read.
 *
 * After an update of somebody else Yjs tidies away marks (bold, italic) that change nothing
 * just then. Whoever writes tells the others of it. A document that tells nobody would read
 * the text in its own way from then on: a later update may need the mark that is gone.
 */
import type * as Y from 'yjs'

/** From now on this document deletes no mark by itself. */
export function keepMarks(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    // oxlint-disable-next-line no-underscore-dangle -- Yjs asks for it in the next moment
    transaction._needFormattingCleanup = false
  })
}
