/**
 * Joins a plan with its template's words, its school and the names of its
 * people: the one model that the API and every exporter read.
 */
import type {
  DocumentAction,
  DocumentEvidence,
  DocumentSection,
  PlanDocument,
} from '../api/plan-document.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { Language } from '../languages.ts'
import type { FieldId, Template, TemplateSection } from '../templates/template.ts'
import { commitmentNumber } from './commitments.ts'
import type { Action, Evidence, Owner, Plan } from './plan.ts'
import { daysLate } from './status.ts'

export interface PlanDocumentContext {
  readonly planId: string
  readonly seq: number
  readonly contentHash: string
  readonly language: Language
  readonly school: string
  readonly today: CalendarDate
  /** A member's name, or null for someone who is not there any more. */
  readonly memberName: (memberId: string) => string | null
}

/** The whole plan in reading order. Deleted actions are not in it. */
export function planDocument(
  plan: Plan,
  template: Template,
  context: PlanDocumentContext,
): PlanDocument {
  const words = template.words[context.language]
  return {
    planId: context.planId,
    seq: context.seq,
    contentHash: context.contentHash,
    title: plan.title,
    kind: words.kind,
    language: context.language,
    textLanguage: plan.language,
    school: context.school,
    periodStart: plan.periodStart,
    periodEnd: plan.periodEnd,
    today: context.today,
    template: plan.template,
    sections: template.sections.map((section) => documentSection(plan, template, section, context)),
  }
}

function documentSection(
  plan: Plan,
  template: Template,
  section: TemplateSection,
  context: PlanDocumentContext,
): DocumentSection {
  const words = template.words[context.language]
  const { commitment } = section
  const number = commitment === null ? null : commitmentNumber(commitment)
  const actions = plan.actions.filter((action) => action.commitment === commitment)

  return {
    id: section.id,
    commitment,
    number,
    title: words.sections[section.id]?.title ?? section.id,
    ask: words.sections[section.id]?.ask ?? '',
    fields: section.fieldIds.map((fieldId) => ({
      id: fieldId,
      label: words.fields[fieldId]?.label ?? fieldId,
      text: plan.texts[fieldId] ?? [],
      evidence: fieldEvidence(plan, fieldId),
    })),
    actions: actions.map((action, index) =>
      documentAction(plan, action, `${number}.${index + 1}`, context),
    ),
  }
}

function documentAction(
  plan: Plan,
  action: Action,
  number: string,
  context: PlanDocumentContext,
): DocumentAction {
  const nameOf = (owner: Owner) =>
    owner.kind === 'name' ? owner.name : (context.memberName(owner.memberId) ?? '?')
  return {
    id: action.id,
    number,
    ...action.texts,
    owners: action.owners.map(nameOf),
    start: action.start,
    due: action.due,
    status: action.status,
    daysLate: daysLate(action, context.today),
    checkIns: action.checkIns.map(({ date, status, text, by }) => ({
      date,
      status,
      text,
      by: nameOf(by),
    })),
    evidence: plan.evidence
      .filter(({ target }) => 'actionId' in target && target.actionId === action.id)
      .map(documentEvidence),
  }
}

function fieldEvidence(plan: Plan, fieldId: FieldId): DocumentEvidence[] {
  return plan.evidence
    .filter(({ target }) => 'fieldId' in target && target.fieldId === fieldId)
    .map(documentEvidence)
}

function documentEvidence({ label, address }: Evidence): DocumentEvidence {
  return { label, address }
}
