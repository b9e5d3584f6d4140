/** Stored updates -> a document, in the doc thread; and whatever is wrong with them. */
import * as Y from 'yjs'
import { keepMarks } from '../../shared/plan/keep-marks.ts'
import { planMap } from '../../shared/plan/plan-doc.ts'
import type { Template } from '../../shared/templates/template.ts'
import { CURRENT_TEMPLATE, findTemplate } from '../../shared/templates/templates.ts'
import { unpackRows } from './history-block.ts'
import type { StoredMoment } from './update-log.ts'

/**
 * Something is wrong with stored updates: an alarm, since none such should have passed the guard.
 */
export interface Damage {
  /** Places in the list of updates whose bytes Yjs refuses. */
  readonly unreadable: readonly number[]
  /** Something waits for a piece that is not there. */
  readonly incomplete: boolean
}

/** One by one, in one transaction: for each there would be one of its own, four times as slow. */
export function replay(updates: readonly Uint8Array[]): {
  readonly doc: Y.Doc
  readonly damage: Damage
} {
  const doc = new Y.Doc()
  keepMarks(doc)
  const unreadable: number[] = []
  doc.transact(() => {
    updates.forEach((bytes, index) => {
      try {
        Y.applyUpdate(doc, bytes)
      } catch {
        unreadable.push(index)
      }
    })
  })
  const incomplete = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  return { doc, damage: { unreadable, incomplete } }
}

/** What makes the plan as it was then, oldest first. */
export function updatesOf({ seq, state, blocks, updates }: StoredMoment): readonly Uint8Array[] {
  const after = state?.seq ?? 0
  const packed = blocks
    .flatMap(({ bytes, first }) => unpackRows(bytes, first))
    .filter((row) => row.seq > after && row.seq <= seq)
  return [state ?? [], packed, updates].flat().map(({ bytes }) => bytes)
}

/** The template that the document names. */
export function templateOf(doc: Y.Doc): Template {
  const named = planMap(doc).get('template') as { id?: unknown; version?: unknown } | undefined
  const { id, version } = named ?? {}
  const template =
    typeof id === 'string' && typeof version === 'number' ? findTemplate(id, version) : null
  return template ?? CURRENT_TEMPLATE
}
