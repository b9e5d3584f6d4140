/** What stands on the paper of a comparison: sections with their fields and actions. Pure. */
import type { Language } from '../../shared/languages.ts'
import { comparePlans } from '../../shared/plan/compare-plans.ts'
import type { ActionChange, PlanDifference } from '../../shared/plan/plan-difference.ts'
import type { Action, Plan } from '../../shared/plan/plan.ts'
import type { FieldId, Template } from '../../shared/templates/template.ts'
import type { TextDifference } from '../../shared/text/compare-texts.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { differenceBySection, type SectionDifference } from './difference-by-section.ts'

export interface Comparison {
  readonly before: Plan
  readonly after: Plan
  readonly difference: PlanDifference
  readonly sections: readonly SectionDifference[]
  /** How many things are told, of the plan itself too. */
  readonly count: number
}

export function compareForPaper(
  before: Plan,
  after: Plan,
  { template, language }: { readonly template: Template; readonly language: Language },
): Comparison {
  const difference = comparePlans(before, after)
  const sections = differenceBySection({ difference, before, after }, template, language)
  const count = sections.reduce((sum, section) => sum + section.count, difference.facts.length)
  return { before, after, difference, sections, count }
}

export interface PaperField {
  readonly fieldId: FieldId
  readonly text: TextDifference
  readonly isChanged: boolean
}

export interface PaperAction {
  readonly change: ActionChange
  readonly isChanged: boolean
}

/** The fields of a section, those that did not change only when the whole is wanted. */
export function paperFields(
  { fields }: SectionDifference,
  {
    fieldIds,
    after,
    isWhole,
  }: {
    readonly fieldIds: readonly FieldId[]
    readonly after: Plan
    readonly isWhole: boolean
  },
): readonly PaperField[] {
  return fieldIds.flatMap((fieldId): PaperField[] => {
    const change = fields.find((one) => one.fieldId === fieldId)
    if (change) return [{ fieldId, text: change.text, isChanged: true }]
    if (!isWhole) return []
    return [{ fieldId, text: unchanged(after.texts[fieldId] ?? []), isChanged: false }]
  })
}

/** The actions of a section in their order; what is gone stands last. */
export function paperActions(
  { actions, commitment }: SectionDifference,
  { after, isWhole }: { readonly after: Plan; readonly isWhole: boolean },
): readonly PaperAction[] {
  const changed = actions.map((change) => ({ change, isChanged: true }))
  if (!isWhole || commitment === null) return changed
  const known = new Map(changed.map((one) => [one.change.action.id, one]))
  const here = after.actions
    .filter((action) => action.commitment === commitment)
    .map((action, at) => known.get(action.id) ?? same(action, at + 1))
  return [...here, ...changed.filter(({ change }) => change.after.kind !== 'here')]
}

/** A text that did not change, as a comparison tells it. */
export function unchanged(text: RichText): TextDifference {
  return text.map((block) => ({ kind: 'same', block }))
}

function same(action: Action, number: number): PaperAction {
  const standing = { kind: 'here', commitment: action.commitment, number } as const
  const change = { action, before: standing, after: standing, isReordered: false, parts: [] }
  return { change, isChanged: false }
}
