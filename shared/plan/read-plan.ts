/**
 * Any Y.Doc -> a valid, typed Plan and the repairs that took.
 *
 * Total: hostile documents included, it never throws and never hangs. Whatever
 * is not the editor reads a plan through this: dashboard, export, fingerprint,
 * comparison, search. A hostile value is left out or replaced by the plainest
 * one; what people wrote in texts is kept wherever words can be found. Reading
 * makes nothing in the document (SPEC.md, P9-P13).
 */
import type * as Y from 'yjs'
import { DEFAULT_LANGUAGE, isLanguage } from '../languages.ts'
import { type FieldId, type Template, templateFieldIds } from '../templates/template.ts'
import type { RichText } from '../text/rich-text.ts'
import { commitmentNumber } from './commitments.ts'
import type { Action, Plan, Repair } from './plan.ts'
import { findFieldText, findPlanRoots } from './plan-doc.ts'
import { compareRanked } from './rank.ts'
import { readActions } from './read-action.ts'
import { readEvidence } from './read-evidence.ts'
import { readText } from './read-text.ts'
import { type NoteRepair, readDate, readLine } from './read-value.ts'
import { NO_MEMORY, type ReadingMemory } from './reading-memory.ts'

const MAX_REPAIRS = 5000

export interface PlanReading {
  readonly plan: Plan
  /** The first of them, when there are thousands. */
  readonly repairs: readonly Repair[]
}

/**
 * Reads the whole document. The template says which fields there are.
 *
 * @param memory what was read before; repairs of it are not told again.
 */
export function readPlan(
  doc: Y.Doc,
  template: Template,
  memory: ReadingMemory = NO_MEMORY,
): PlanReading {
  const repairs: Repair[] = []
  const noteRepair: NoteRepair = (where, what) => {
    if (repairs.length < MAX_REPAIRS) repairs.push({ where, what })
  }
  const roots = findPlanRoots(doc)
  const actions = readActions(roots, noteRepair, memory)
  const language = roots.plan?.get('language')
  const schema = roots.plan?.get('schema')

  return {
    plan: {
      schema: typeof schema === 'number' && Number.isSafeInteger(schema) ? schema : 0,
      title: readLine(roots.plan?.get('title')),
      language: isLanguage(language) ? language : DEFAULT_LANGUAGE,
      periodStart: readDate(roots.plan?.get('periodStart'), 'plan/periodStart', noteRepair),
      periodEnd: readDate(roots.plan?.get('periodEnd'), 'plan/periodEnd', noteRepair),
      template: { id: template.id, version: template.version },
      texts: readFields(doc, template, noteRepair, memory),
      actions: actions.filter(({ deletedAtMs }) => deletedAtMs === null).sort(comparePlace),
      deletedActions: actions
        .filter(({ deletedAtMs }) => deletedAtMs !== null)
        .sort((a, b) => (b.deletedAtMs ?? 0) - (a.deletedAtMs ?? 0) || comparePlace(a, b)),
      evidence: readEvidence(roots.evidence, templateFieldIds(template), noteRepair),
    },
    repairs,
  }
}

function readFields(
  doc: Y.Doc,
  template: Template,
  noteRepair: NoteRepair,
  memory: ReadingMemory,
): Record<FieldId, RichText> {
  const texts: Record<FieldId, RichText> = {}
  for (const fieldId of templateFieldIds(template)) {
    const fragment = findFieldText(doc, fieldId)
    if (!fragment) noteRepair(`text:${fieldId}`, 'not a text')
    texts[fieldId] = fragment
      ? memory.keep(fragment, null, () =>
          readText(fragment, (what) => noteRepair(`text:${fieldId}`, what)),
        )
      : []
  }
  return texts
}

function comparePlace(a: Action, b: Action): number {
  return commitmentNumber(a.commitment) - commitmentNumber(b.commitment) || compareRanked(a, b)
}
