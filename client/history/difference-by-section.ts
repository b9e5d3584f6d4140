/** What changed in a plan, by the sections of its template. Pure. */
import type { Language } from '../../shared/languages.ts'
import { type Commitment, commitmentNumber } from '../../shared/plan/commitments.ts'
import {
  type ActionChange,
  commitmentOf,
  type EvidenceChange,
  type FieldChange,
  type PlanDifference,
} from '../../shared/plan/plan-difference.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Template } from '../../shared/templates/template.ts'

export interface SectionDifference {
  readonly id: string
  readonly commitment: Commitment | null
  /** '2 Samarbeid'; without the number for what comes before and after the five. */
  readonly name: string
  readonly title: string
  readonly number: number | null
  readonly fields: readonly FieldChange[]
  readonly actions: readonly ActionChange[]
  /** Of its fields and its actions. */
  readonly evidence: readonly EvidenceChange[]
  /** How many things are told of it. */
  readonly count: number
}

interface Compared {
  readonly difference: PlanDifference
  readonly before: Plan
  readonly after: Plan
}

/** All sections in the order of the plan, those without a change too. */
export function differenceBySection(
  { difference: { fields, actions, evidence }, before, after }: Compared,
  template: Template,
  language: Language,
): readonly SectionDifference[] {
  const words = template.words[language].sections
  const homes = evidenceHomes([before, after], template)
  return template.sections.map(({ id, commitment, fieldIds }) => {
    const title = words[id]?.title ?? id
    const number = commitment && commitmentNumber(commitment)
    const own = {
      fields: fields.filter(({ fieldId }) => fieldIds.some((one) => one === fieldId)),
      actions: commitment ? actions.filter((one) => commitmentOf(one) === commitment) : [],
      evidence: evidence.filter((change) => homes(change) === id),
    }
    return {
      id,
      commitment,
      title,
      number,
      name: number === null ? title : `${number} ${title}`,
      ...own,
      count: own.fields.length + own.actions.length + own.evidence.length,
    }
  })
}

/** The section under which evidence is told; the last one, if it is of an action nobody knows. */
function evidenceHomes(plans: readonly Plan[], { sections }: Template) {
  const actions = new Map(
    plans
      .flatMap((plan) => [...plan.deletedActions, ...plan.actions])
      .map(({ id, commitment }) => [id, commitment]),
  )
  return ({ from, to }: EvidenceChange): string | undefined => {
    const target = (to ?? from)?.target
    const home = sections.find(({ commitment, fieldIds }) => {
      if (!target) return false
      if ('fieldId' in target) return fieldIds.some((id) => id === target.fieldId)
      return commitment !== null && commitment === actions.get(target.actionId)
    })
    return (home ?? sections.at(-1))?.id
  }
}
