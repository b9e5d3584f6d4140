/**
 * Undo and redo for a whole plan: one's own changes only, in order, across all
 * texts and actions, whatever is mounted.
 *
 * One Y.UndoManager with the document as its scope. Writing in two texts, or a
 * text and a status, are never one step: `stopCapturing` is called at focus, at
 * blur and before each change from the interface. After undo the place that
 * changed is told to `onJump`, so that people see what was undone.
 */
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { type LostKey, putBack, putNewer, withOvertaken, withOverwritten } from './lost-keys.ts'
import type { IncomingDoor } from './incoming-door.ts'
import { createObservable, type Observable } from './observable.ts'
import { ORIGINS } from './origins.ts'
import { type Place, placeOf } from './place-of.ts'

export interface PlanUndo {
  /** Takes back my latest change, once nobody composes; does nothing when there is none. */
  undo(): void
  redo(): void
  /** What comes next is a step of its own. */
  stopCapturing(): void
  /** What comes next belongs to the step before, however long ago that was. */
  keepCapturing(): void
  /** Whatever comes until the end is called is one step, however long it takes. @returns end. */
  beginStep(): () => void
  readonly canUndo: Observable<boolean>
  readonly canRedo: Observable<boolean>
  /**
   * Told where an undo or redo changed something, after it did; with the selection that an
   * editor of that text had remembered, if any. @returns stop.
   */
  onJump(listener: JumpListener): () => void
  /** For the editors' undo plugin. */
  readonly manager: Y.UndoManager
  close(): void
}

export type JumpListener = (place: Place, selection: RememberedSelection | null) => void

/** What an editor had selected before a change, and in which text: kept with the step of undo. */
export interface RememberedSelection {
  readonly fragment: Y.XmlFragment
  readonly anchor: Y.RelativePosition | null
  readonly head: Y.RelativePosition | null
}

/** Keys of a stack item's meta: the editors' plugin writes the first, this file the others. */
export const SELECTION = 'samplan:selection'
const PLACE = 'samplan:place'
const OVERWRITTEN = 'samplan:overwritten'

/** @param door a step in the middle of a composition would tear it. */
export function createPlanUndo(doc: Y.Doc, door: Pick<IncomingDoor, 'whenOpen'>): PlanUndo {
  const manager = new Y.UndoManager(doc, {
    doc,
    trackedOrigins: new Set<unknown>([ySyncPluginKey, ORIGINS.ui]),
    // With the document as scope, one that changed nothing would be a step and end redo.
    captureTransaction: ({ meta, changed }) =>
      meta.get('addToHistory') !== false && changed.size > 0,
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
  })
  const { captureTimeout } = manager
  const canUndo = createObservable(false)
  const canRedo = createObservable(false)
  const jumpListeners = new Set<JumpListener>()

  const tellStacks = () => {
    canUndo.set(manager.undoStack.length > 0)
    canRedo.set(manager.redoStack.length > 0)
  }
  const describe = ({ stackItem, changedParentTypes }: StackItemEvent) => {
    stackItem.meta.set(PLACE, firstPlace(changedParentTypes))
    stackItem.meta.set(OVERWRITTEN, withOverwritten(keysOf(stackItem), changedParentTypes))
    tellStacks()
  }
  let repaired: readonly LostKey[] = []
  const noteOthers = (transaction: Y.Transaction) => {
    if (transaction.local) return
    repaired = putNewer(transaction, repaired, ORIGINS.repair)
    for (const item of [...manager.undoStack, ...manager.redoStack]) {
      item.meta.set(OVERWRITTEN, withOvertaken(keysOf(item), transaction))
    }
  }
  doc.on('afterTransaction', noteOthers)
  manager.on('stack-item-added', describe)
  manager.on('stack-item-updated', describe)
  manager.on('stack-item-popped', tellStacks)
  manager.on('stack-cleared', tellStacks)

  const pop = (take: () => Y.UndoManager['undoStack'][number] | null) => {
    const item = take()
    tellStacks()
    if (!item) return
    repaired = [...repaired, ...putBack(doc, keysOf(item), ORIGINS.repair)]
    const place = item.meta.get(PLACE) as Place | null
    if (!place) return
    const selection: RememberedSelection | null = item.meta.get(SELECTION) ?? null
    for (const listener of Array.from(jumpListeners)) listener(place, selection)
  }

  return {
    undo: () => void door.whenOpen(() => pop(() => manager.undo())),
    redo: () => void door.whenOpen(() => pop(() => manager.redo())),
    stopCapturing: () => manager.stopCapturing(),
    keepCapturing() {
      // 0 after stopCapturing: then there is nothing to go on with.
      if (manager.lastChange > 0) manager.lastChange = Date.now()
    },
    beginStep() {
      manager.stopCapturing()
      manager.captureTimeout = Infinity
      return () => (manager.captureTimeout = captureTimeout)
    },
    canUndo,
    canRedo,
    onJump(listener) {
      jumpListeners.add(listener)
      return () => void jumpListeners.delete(listener)
    },
    manager,
    close() {
      doc.off('afterTransaction', noteOthers)
      manager.destroy()
    },
  }
}

interface StackItemEvent {
  readonly stackItem: Y.UndoManager['undoStack'][number]
  readonly changedParentTypes: Y.Transaction['changedParentTypes']
}

function keysOf(item: StackItemEvent['stackItem']): readonly LostKey[] {
  return (item.meta.get(OVERWRITTEN) ?? []) as readonly LostKey[]
}

/** A text rather than an action, when a change is in both. */
function firstPlace(changed: Y.Transaction['changedParentTypes']): Place | null {
  let found: Place | null = null
  for (const type of changed.keys()) {
    const place = placeOf(type)
    if (place?.kind === 'text') return place
    found ??= place
  }
  return found
}
