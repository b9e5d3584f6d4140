/**
 * After each undo and redo, when nothing else is to do: looks for diverged texts and heals them.
 */
import type * as Y from 'yjs'
import { divergedTexts, healTexts } from './divergence.ts'
import type { IncomingDoor } from './incoming-door.ts'
import { whenIdle } from './when-idle.ts'

export interface DivergenceWatch {
  close(): void
}

export interface DivergenceWatchOptions {
  readonly doc: Y.Doc
  readonly manager: Y.UndoManager
  readonly door: IncomingDoor
  /** Healing did not help: the document cannot be trusted any more. */
  readonly onIncurable: () => void
}

export function createDivergenceWatch(options: DivergenceWatchOptions): DivergenceWatch {
  const { doc, manager, door, onIncurable } = options
  let isAwaited = false
  let stop: (() => void) | null = null

  const look = () => {
    isAwaited = false
    const texts = divergedTexts(doc)
    if (texts.length === 0) return
    console.warn(`samplan: ${texts.length} diverged text(s) after undo, healed`)
    healTexts(doc, texts)
    if (divergedTexts(doc).length > 0) onIncurable()
  }
  const lookSoon = () => {
    if (isAwaited) return
    isAwaited = true
    // Writing a text anew would tear a composition.
    stop = whenIdle(() => (stop = door.whenOpen(look)))
  }
  manager.on('stack-item-popped', lookSoon)

  return {
    close() {
      manager.off('stack-item-popped', lookSoon)
      stop?.()
    },
  }
}
