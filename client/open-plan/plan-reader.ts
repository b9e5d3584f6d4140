/**
 * Reads a plan's document again when it changed, at most once a frame and after
 * that frame was drawn, so that typing never waits for it. What a button did is read
 * at once: whoever pressed it sees it, and the focus goes where it is now.
 *
 * A text or an action is read again only when something in it changed; a part that
 * reads the same as before keeps its identity.
 */
import type * as Y from 'yjs'
import type { Plan } from '../../shared/plan/plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import type { ReadingMemory } from '../../shared/plan/reading-memory.ts'
import type { Template } from '../../shared/templates/template.ts'
import { keepSame } from './keep-same.ts'
import type { Observable } from './observable.ts'
import { onceAFrame } from './once-a-frame.ts'
import { ORIGINS } from './origins.ts'

export function createPlanReader(doc: Y.Doc, template: Template): Observable<Plan> {
  const listeners = new Set<() => void>()
  const memory = createReadingMemory()
  let plan: Plan | null = null

  const read = (): Plan => {
    const next = readPlan(doc, template, memory).plan
    const before = plan
    const current = before ? keepSame(before, next) : next
    plan = current
    if (current !== before) for (const listener of Array.from(listeners)) listener()
    return current
  }
  const readSoon = onceAFrame(read)
  const onTransaction = (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return
    memory.forgetChanged(transaction)
    if (transaction.origin !== ORIGINS.ui) return readSoon.run()
    readSoon.cancel()
    read()
  }

  return {
    get: () => plan ?? read(),
    subscribe: (listener) => {
      if (listeners.size === 0) {
        doc.on('afterTransaction', onTransaction)
        // Between the first drawing and now something may have come.
        memory.forgetAll()
        readSoon.run()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        doc.off('afterTransaction', onTransaction)
        readSoon.cancel()
      }
    },
  }
}

interface Remembered {
  readonly beside: unknown
  readonly value: unknown
}

/**
 * Remembers what was read of a type until it is told that something in it changed; then it is
 * read anew, and what of it is equal stays the very same.
 */
function createReadingMemory() {
  const known = new WeakMap<object, Remembered>()
  let fresh = new WeakSet<object>()
  /** What was read together with another: of which one. */
  const readWith = new WeakMap<object, object>()

  const memory: ReadingMemory = {
    keep<T>(type: object, beside: unknown, read: () => T): T {
      const before = known.get(type)
      if (before !== undefined && before.beside === beside && fresh.has(type))
        return before.value as T
      const value = before ? keepSame(before.value as T, read()) : read()
      known.set(type, { beside, value })
      fresh.add(type)
      if (typeof beside === 'object' && beside !== null) readWith.set(beside, type)
      return value
    },
  }
  return {
    ...memory,
    forgetAll() {
      fresh = new WeakSet()
    },
    forgetChanged({ changedParentTypes }: Y.Transaction) {
      for (const type of changedParentTypes.keys()) {
        fresh.delete(type)
        const other = readWith.get(type)
        if (other) fresh.delete(other)
      }
    },
  }
}
