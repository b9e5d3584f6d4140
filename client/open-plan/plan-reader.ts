/** Reads a plan's document again when it changed, at most once a frame, and keeps what is the same. */
import type * as Y from 'yjs'
import type { Plan } from '../../shared/plan/plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import type { Template } from '../../shared/templates/template.ts'
import { keepSame } from './keep-same.ts'
import type { Observable } from './observable.ts'
import { onceAFrame } from './once-a-frame.ts'

export function createPlanReader(doc: Y.Doc, template: Template): Observable<Plan> {
  const listeners = new Set<() => void>()
  let plan: Plan | null = null

  const read = (): Plan => {
    const next = readPlan(doc, template).plan
    const before = plan
    const current = before ? keepSame(before, next) : next
    plan = current
    if (current !== before) for (const listener of Array.from(listeners)) listener()
    return current
  }
  const readSoon = onceAFrame(read)

  return {
    get: () => plan ?? read(),
    subscribe(listener) {
      if (listeners.size === 0) {
        doc.on('update', readSoon.run)
        // Between the first drawing and now something may have come.
        readSoon.run()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        doc.off('update', readSoon.run)
        readSoon.cancel()
      }
    },
  }
}
