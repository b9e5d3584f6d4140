/**
 * Reads a plan's document again when it changed, at most once a frame and after
 * that frame was drawn, so that typing never waits for it. What a button did is read
 * at once: whoever pressed it sees it, and the focus goes where it is now.
 *
 * A text is read again only when something was written in it; a part that reads
 * the same as before keeps its identity.
 */
import * as Y from 'yjs'
import type { Plan } from '../../shared/plan/plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { readText, type TextReader } from '../../shared/plan/read-text.ts'
import type { Template } from '../../shared/templates/template.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { keepSame } from './keep-same.ts'
import type { Observable } from './observable.ts'
import { onceAFrame } from './once-a-frame.ts'
import { ORIGINS } from './origins.ts'

export function createPlanReader(doc: Y.Doc, template: Template): Observable<Plan> {
  const listeners = new Set<() => void>()
  const texts = rememberingReader()
  let plan: Plan | null = null

  const read = (): Plan => {
    const next = readPlan(doc, template, texts.readText).plan
    const before = plan
    const current = before ? keepSame(before, next) : next
    plan = current
    if (current !== before) for (const listener of Array.from(listeners)) listener()
    return current
  }
  const readSoon = onceAFrame(read)
  const onTransaction = (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return
    texts.forgetChanged(transaction)
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
        texts.forgetAll()
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

/** Reads a text once, until it is told that something in it changed. */
function rememberingReader() {
  let known = new WeakMap<Y.XmlFragment, RichText>()
  const remembering: TextReader = (fragment, repair) => {
    const before = known.get(fragment)
    if (before) return before
    const text = readText(fragment, repair)
    known.set(fragment, text)
    return text
  }
  return {
    readText: remembering,
    forgetAll() {
      known = new WeakMap()
    },
    forgetChanged({ changedParentTypes }: Y.Transaction) {
      for (const type of changedParentTypes.keys()) {
        if (type instanceof Y.XmlFragment) known.delete(type)
      }
    },
  }
}
