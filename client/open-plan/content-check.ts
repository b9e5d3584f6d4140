/**
 * Compares what this window reads with what the school's server says that everyone
 * should read. Equal state vectors do not show that two texts are the same.
 *
 * Why no honest document is ever called diverged: a socket keeps its order, so with a
 * notice everything that it speaks of has arrived. It is compared only if all of it
 * has been let in, nothing of this window's own is unacknowledged (it may or may not be
 * in the hash), nothing was rejected on this socket (that is here and nowhere else),
 * and the document has not changed between notice and comparison. And what differs once
 * must differ at the next notice as well.
 */
import type * as Y from 'yjs'
import { documentHash } from '../../shared/plan/document-hash.ts'
import type { ContentHash } from '../../shared/protocol/notice.ts'
import type { IncomingDoor } from './incoming-door.ts'
import type { CarriedFacts } from './school-connection.ts'
import { whenIdle } from './when-idle.ts'

export interface ContentCheck {
  /** The server's hash has just arrived. */
  hear(told: ContentHash): void
  close(): void
}

export interface ContentCheckOptions {
  readonly doc: Y.Doc
  readonly door: IncomingDoor
  readonly facts: () => CarriedFacts
  /** @param read what this window reads, twice in a row another than it was told. */
  readonly onDiverged: (read: ContentHash) => void
}

/** A document that was loaded afresh and differs again is not mended by loading it once more. */
const AFRESH_AT_MOST_EVERY_MS = 10 * 60_000
/** When, by name of the database. */
const openedAfreshAtMs = new Map<string, number>()

/** Has this plan not been opened afresh in this window for the same reason just now? Takes note. */
export function mayOpenAfresh(name: string, nowMs: number): boolean {
  const isTooSoon = nowMs - (openedAfreshAtMs.get(name) ?? -Infinity) < AFRESH_AT_MOST_EVERY_MS
  if (!isTooSoon) openedAfreshAtMs.set(name, nowMs)
  return !isTooSoon
}

export function createContentCheck(options: ContentCheckOptions): ContentCheck {
  const { doc, door, facts, onDiverged } = options
  let differedBefore = false
  let stop: (() => void) | null = null

  const compare = ({ seq, contentHash }: ContentHash) => {
    const read = documentHash(doc)
    const differs = read !== contentHash
    if (differs && differedBefore) onDiverged({ seq, contentHash: read })
    differedBefore = differs
  }

  return {
    hear(told) {
      stop?.()
      if (!isComparable(doc, door, facts())) return
      const letBe = () => stop?.()
      const cancel = whenIdle(() => {
        stop?.()
        compare(told)
      })
      doc.on('update', letBe)
      stop = () => {
        cancel()
        doc.off('update', letBe)
      }
    },
    close: () => stop?.(),
  }
}

function isComparable(doc: Y.Doc, door: IncomingDoor, facts: CarriedFacts): boolean {
  const { carried, hasRejected, sentFrames, savedFrames } = facts
  if (!carried || hasRejected || savedFrames < sentFrames) return false
  return !door.hasWaiting() && doc.store.pendingStructs === null && doc.store.pendingDs === null
}
