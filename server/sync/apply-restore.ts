/** Going back to a moment of the history, as a change on top of everything since; in the doc thread. */
import type * as Y from 'yjs'
import { Failure } from '../../shared/failure.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { restorePlan } from '../../shared/plan/restore-plan.ts'
import type { RestoreChange } from './plan-change.ts'
import { replay, templateOf, updatesOf } from './replay.ts'

/** @throws Failure 'not-found' when there was no such section or action then. */
export function applyRestore(doc: Y.Doc, { part, moment, atMs }: RestoreChange): null {
  const { doc: old } = replay(updatesOf(moment))
  const { plan: was } = readPlan(old, templateOf(old))
  const restored = restorePlan(doc, { part, was, old, template: templateOf(doc), atMs })
  if (restored === 'restored') return null
  throw new Failure('not-found', `${part.kind} at ${moment.seq}`)
}
