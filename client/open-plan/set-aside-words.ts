/** What was set aside, read: loaded when somebody looks at it, which is seldom. */
import * as Y from 'yjs'
import type { Plan } from '../../shared/plan/plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import type { Template } from '../../shared/templates/template.ts'
import { type Difference, differences } from './set-aside-difference.ts'

/** The plan as it is now, or as this device has it. */
interface PlanNow {
  readonly doc: Y.Doc
  readonly template: Template | null
}

/**
 * What a copy says that the plan does not say now; [] only when everything in it is in the plan.
 * null: this program does not know its template and cannot read it.
 */
export function differencesOf(
  copy: { readonly update: Uint8Array },
  { doc, template }: PlanNow,
): readonly Difference[] | null {
  if (!template) return null
  return differences(readCopy(copy.update, template), readPlan(doc, template).plan)
}

function readCopy(update: Uint8Array, template: Template): Plan {
  const aside = new Y.Doc()
  Y.applyUpdate(aside, update)
  const { plan } = readPlan(aside, template)
  aside.destroy()
  return plan
}
