/** What a suggestion about an action would change, as lines that people read. */
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { FactChange, SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import { type ExportWords, exportWords } from './export-words.ts'

export interface FactNames {
  /** A member's name, or null for someone who is not there any more. */
  readonly memberName: (memberId: string) => string | null
}

/** Empty for words in a text. */
export function factWords(
  change: SuggestedChange,
  document: PlanDocument,
  names: FactNames,
): readonly string[] {
  const words = exportWords(document.language)
  if (change.kind === 'words') return []
  if (change.kind === 'fact') return [factChange(change, document, names)]
  const { title, description, due } = change
  return [
    `${words.discussion.newAction}: ${title}`,
    ...(description === '' ? [] : [`${words.description}: ${description}`]),
    ...(due === null ? [] : [`${words.due}: ${words.date(due)}`]),
  ]
}

function factChange(change: FactChange, document: PlanDocument, names: FactNames): string {
  const words = exportWords(document.language)
  const { fromTo } = words.discussion
  switch (change.fact) {
    case 'status':
      return `${words.status}: ${fromTo({ from: words.statuses[change.from], to: words.statuses[change.to] })}`
    case 'start':
    case 'due': {
      const day = (date: CalendarDate | null) => dayWords(date, words)
      return `${words[change.fact]}: ${fromTo({ from: day(change.from), to: day(change.to) })}`
    }
    case 'commitment': {
      const title = (commitment: Commitment) => commitmentTitle(commitment, document)
      return `${words.discussion.commitment}: ${fromTo({ from: title(change.from), to: title(change.to) })}`
    }
    case 'owners': {
      const people = (keys: readonly string[]) => ownerWords(keys, words, names)
      return `${words.owners}: ${fromTo({ from: people(change.from), to: people(change.to) })}`
    }
  }
}

function dayWords(date: CalendarDate | null, words: ExportWords): string {
  return date === null ? words.discussion.noDay : words.date(date)
}

function commitmentTitle(wanted: Commitment, { sections }: PlanDocument): string {
  return sections.find(({ commitment }) => commitment === wanted)?.title ?? wanted
}

/** @param keys as shared/plan/change-action.ts has them: a member's id, or 'name:' and a name. */
function ownerWords(
  keys: readonly string[],
  words: ExportWords,
  { memberName }: FactNames,
): string {
  const people = keys.map((key) =>
    key.startsWith('name:') ? key.slice('name:'.length) : (memberName(key) ?? '?'),
  )
  return people.length > 0 ? people.join(', ') : words.discussion.nobody
}
