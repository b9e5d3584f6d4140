/** What an exported plan says of itself in a line: its title, its period, how far it has come. */
import type { DocumentSection, PlanDocument } from '../../shared/api/plan-document.ts'
import { fieldState } from '../../shared/plan/plan-progress.ts'
import type { ExportWords } from './export-words.ts'

/** A plan without a title is called by what kind of document it is. */
export function titleOf(document: PlanDocument): string {
  return document.title === '' ? document.kind : document.title
}

/** From when to when the plan is, as far as that is said; '' when it is not. */
export function periodText({ periodStart, periodEnd }: PlanDocument, words: ExportWords): string {
  if (periodStart !== null && periodEnd !== null && periodStart <= periodEnd) {
    return words.dates(periodStart, periodEnd)
  }
  return [periodStart, periodEnd]
    .filter((date) => date !== null)
    .map(words.date)
    .join(' · ')
}

/** What the wheel shows of a section, in words. */
export function progressOf(
  { commitment, fields, actions }: DocumentSection,
  words: ExportWords,
): string {
  const written = fields.filter(({ text }) => fieldState(text) === 'written').length
  const facts = [words.fieldsWritten({ written, all: fields.length })]
  if (commitment !== null) facts.push(countActions(actions, words))
  return facts.join(' · ')
}

export function countActions(actions: DocumentSection['actions'], words: ExportWords): string {
  const done = actions.filter(({ status }) => status === 'done').length
  return words.actionsDone({ all: actions.length, done })
}
