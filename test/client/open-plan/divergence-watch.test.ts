import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createDivergenceWatch } from '../../../client/open-plan/divergence-watch.ts'
import { createIncomingDoor } from '../../../client/open-plan/incoming-door.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('waits for the end of a composition without asking again and again', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  const manager = new Y.UndoManager(text)
  const door = createIncomingDoor(doc)
  const editor = {}
  const watch = createDivergenceWatch({ doc, manager, door, onIncurable: () => undefined })
  text.insert(0, 'x')
  manager.undo()

  const late = vi.getTimerCount()
  vi.advanceTimersByTime(200)
  door.composing(editor, () => undefined)
  vi.advanceTimersByTime(200)

  // Only the door's own timer is left.
  expect([late, vi.getTimerCount()]).toEqual([1, 1])
  watch.close()
  door.close()
})
