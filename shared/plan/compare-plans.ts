/**
 * Two states of a plan compared by what they are made of: its facts, its texts, its actions and
 * what shows that they are so. Pure and total; both plans are of one template.
 *
 * Nothing of what a reader sees is missed: a test builds the one plan from the other and what is
 * told (test/support/apply-difference.ts).
 */
import type { FieldId } from '../templates/template.ts'
import { canonicalJson } from '../text/canonical-json.ts'
import { compareTexts, isSameText } from '../text/compare-texts.ts'
import { compareActions } from './compare-actions.ts'
import type {
  EvidenceChange,
  FieldChange,
  PlanDifference,
  PlanFactChange,
} from './plan-difference.ts'
import type { Evidence, Plan } from './plan.ts'

/** What one must tell of `after` to somebody who knows `before`. */
export function comparePlans(before: Plan, after: Plan): PlanDifference {
  return {
    facts: compareFacts(before, after),
    fields: compareFields(before, after),
    actions: compareActions(before, after),
    evidence: compareEvidence(before.evidence, after.evidence),
  }
}

function compareFacts(before: Plan, after: Plan): readonly PlanFactChange[] {
  const facts: PlanFactChange[] = []
  const [from, to] = [periodOf(before), periodOf(after)]
  if (before.title !== after.title) {
    facts.push({ fact: 'title', from: before.title, to: after.title })
  }
  if (from.start !== to.start || from.end !== to.end) facts.push({ fact: 'period', from, to })
  if (before.language !== after.language) {
    facts.push({ fact: 'language', from: before.language, to: after.language })
  }
  return facts
}

function periodOf({ periodStart, periodEnd }: Plan) {
  return { start: periodStart, end: periodEnd }
}

function compareFields(before: Plan, after: Plan): readonly FieldChange[] {
  const fieldIds = new Set([...Object.keys(after.texts), ...Object.keys(before.texts)])
  return [...fieldIds]
    .map((fieldId) => ({
      fieldId: fieldId as FieldId,
      text: compareTexts(
        before.texts[fieldId as FieldId] ?? [],
        after.texts[fieldId as FieldId] ?? [],
      ),
    }))
    .filter(({ text }) => !isSameText(text))
}

function compareEvidence(
  before: readonly Evidence[],
  after: readonly Evidence[],
): readonly EvidenceChange[] {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Map(after.map((item) => [item.id, item]))
  return [...new Map([...is, ...was]).keys()]
    .map((id) => ({ from: was.get(id) ?? null, to: is.get(id) ?? null }))
    .filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to))
}
