/**
 * The plan seen from above: its sections in reading order with how far each has
 * come, and the parts of its wheel. Pure; words come from the template.
 */
import type { WheelPart } from '../../shared/api/plans.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { Language } from '../../shared/languages.ts'
import { type Commitment, commitmentNumber } from '../../shared/plan/commitments.ts'
import { type FieldState, fieldState } from '../../shared/plan/plan-progress.ts'
import type { Action, Plan } from '../../shared/plan/plan.ts'
import { wheelContent, wheelPart } from '../../shared/plan/wheel-parts.ts'
import type { FieldId, FieldWords, Template } from '../../shared/templates/template.ts'

export interface MapField {
  readonly id: FieldId
  readonly words: FieldWords
  readonly state: FieldState
}

export interface MapSection {
  readonly id: string
  readonly commitment: Commitment | null
  /** 1 to 5 for a commitment. */
  readonly number: number | null
  readonly title: string
  readonly ask: string
  readonly fields: readonly MapField[]
  /** How many of the fields count as written. */
  readonly written: number
  readonly actions: readonly Action[]
}

/** All that the plan page shows of a plan outside its texts. */
export interface PlanMap extends Pick<
  Plan,
  'title' | 'periodStart' | 'periodEnd' | 'deletedActions' | 'evidence'
> {
  readonly sections: readonly MapSection[]
  readonly parts: readonly WheelPart[]
}

interface MapSetting {
  readonly template: Template
  readonly language: Language
  readonly today: CalendarDate
}

const NO_WORDS: FieldWords = { label: '', guidance: '', questions: [] }

export function mapPlan(plan: Plan, { template, language, today }: MapSetting): PlanMap {
  const { title, periodStart, periodEnd, deletedActions, evidence } = plan
  return {
    title,
    periodStart,
    periodEnd,
    deletedActions,
    evidence,
    sections: mapSections(plan, template, language),
    parts: wheelParts(plan, today),
  }
}

export function mapSections(
  plan: Plan,
  template: Template,
  language: Language,
): readonly MapSection[] {
  const words = template.words[language]
  return template.sections.map(({ id, commitment, fieldIds }) => {
    const fields = fieldIds.map((fieldId) => ({
      id: fieldId,
      words: words.fields[fieldId] ?? { ...NO_WORDS, label: fieldId },
      state: fieldState(plan.texts[fieldId] ?? []),
    }))
    return {
      id,
      commitment,
      number: commitment && commitmentNumber(commitment),
      title: words.sections[id]?.title ?? id,
      ask: words.sections[id]?.ask ?? '',
      fields,
      written: fields.filter(({ state }) => state === 'written').length,
      actions: commitment ? actionsOf(plan, commitment) : [],
    }
  })
}

/** The five parts of the wheel, as the list of plans has them too. */
export function wheelParts(plan: Plan, today: CalendarDate): readonly WheelPart[] {
  return wheelContent(plan).map((part) => wheelPart(part, today))
}

function actionsOf(plan: Plan, commitment: Commitment): readonly Action[] {
  return plan.actions.filter((action) => action.commitment === commitment)
}
