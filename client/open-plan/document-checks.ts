/**
 * Looks whether the document still says what it says elsewhere: after each undo, and when
 * the school's server tells what everyone should read. What cannot be mended is `onDiverged`.
 */
import type * as Y from 'yjs'
import type { ContentHash } from '../../shared/protocol/notice.ts'
import { createContentCheck, mayOpenAfresh } from './content-check.ts'
import { createDivergenceWatch } from './divergence-watch.ts'
import type { IncomingDoor } from './incoming-door.ts'
import type { SchoolConnection } from './school-connection.ts'

export interface DocumentChecks {
  /** The server's hash has just arrived. */
  hear(told: ContentHash): void
  /** The document is not the one that counts any more: what is told from now on is nothing to it. */
  freeze(): void
  close(): void
}

export interface DocumentChecksOptions {
  /** Of the database: what is opened afresh too often is known by it. */
  readonly name: string
  readonly doc: Y.Doc
  readonly manager: Y.UndoManager
  readonly door: IncomingDoor
  readonly connection: SchoolConnection
  readonly nowMs: () => number
  readonly onDiverged: () => void
}

export function createDocumentChecks(options: DocumentChecksOptions): DocumentChecks {
  const { name, doc, manager, door, connection, nowMs, onDiverged } = options
  const watch = createDivergenceWatch({ doc, manager, door, onIncurable: onDiverged })
  const check = createContentCheck({
    doc,
    door,
    facts: () => connection.facts.get(),
    onDiverged(read) {
      connection.reportDiverged(read)
      if (mayOpenAfresh(name, nowMs())) onDiverged()
    },
  })
  return {
    hear: (told) => check.hear(told),
    freeze: () => check.close(),
    close() {
      watch.close()
      check.close()
    },
  }
}
