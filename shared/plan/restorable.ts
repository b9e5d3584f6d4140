/**
 * What going back to an earlier moment brings back, of a plan: what it says. So this is equal
 * to that moment's after the whole plan was restored (SPEC.md, P20).
 *
 * Not in it: actions that are deleted (those made since go there, softly, to be brought back),
 * check-ins and evidence (they tell what was done and is so; no earlier text undoes that), the
 * template and the shape of the document (the program's own).
 */
import { canonicalJson } from '../text/canonical-json.ts'
import type { Plan } from './plan.ts'

/** Hash this (SHA-256 of its UTF-8 bytes) to ask whether a plan says what it said at a moment. */
export function canonicalRestorable(plan: Plan): string {
  const { title, language, periodStart, periodEnd, texts } = plan
  const actions = plan.actions.map(
    ({ deletedAtMs: _deletedAtMs, checkIns: _checkIns, ...said }) => said,
  )
  return canonicalJson({ title, language, periodStart, periodEnd, texts, actions })
}
