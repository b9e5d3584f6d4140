/**
 * Does a suggestion fit the place it is made at? Words fit a text, a fact that fact of an
 * action, a new action the section of its commitment.
 *
 * What it would write is cleaned as typed texts are; whether it still can be written is seen
 * when somebody accepts it.
 */
import { type CalendarDate, parseCalendarDate } from '../../shared/calendar-date.ts'
import type { FactChange, SuggestedChange } from '../../shared/discuss/suggestion.ts'
import { anchorOf, textOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { Failure } from '../../shared/failure.ts'
import { isId } from '../../shared/ids.ts'
import type { Template } from '../../shared/templates/template.ts'
import { typedLine } from '../people/typed-line.ts'
import { cleanLines } from './typed-text.ts'

/** @throws Failure 'bad-request' */
export function checkChange(
  change: SuggestedChange,
  place: ThreadPlace,
  template: Template,
): SuggestedChange {
  switch (change.kind) {
    case 'words': {
      const words = cleanLines(change.words)
      // Nothing in place of nothing.
      const isNothing = anchorOf(place) === null && words.trim() === ''
      if (textOf(place) === null || isNothing) throw doesNotFit(change)
      return { kind: 'words', words }
    }
    case 'fact':
      if (place.kind !== 'action' || place.part !== change.fact) throw doesNotFit(change)
      return checkFact(change)
    case 'new-action': {
      const section = template.sections.find(
        ({ id }) => place.kind === 'section' && id === place.sectionId,
      )
      if (section?.commitment !== change.commitment) throw doesNotFit(change)
      return {
        kind: 'new-action',
        commitment: change.commitment,
        title: typedLine(change.title),
        description: cleanLines(change.description).trim(),
        due: planDay(change.due),
      }
    }
  }
}

function checkFact(change: FactChange): FactChange {
  switch (change.fact) {
    case 'owners':
      return { kind: 'fact', fact: 'owners', from: change.from, to: change.to.map(ownerKey) }
    case 'start':
    case 'due':
      return { kind: 'fact', fact: change.fact, from: change.from, to: planDay(change.to) }
    case 'commitment':
      return { kind: 'fact', fact: 'commitment', from: change.from, to: change.to }
    case 'status':
      return { kind: 'fact', fact: 'status', from: change.from, to: change.to }
  }
}

const TYPED = 'name:'

/** A member's id, or a name that somebody typed. */
function ownerKey(key: string): string {
  if (key.startsWith(TYPED)) return TYPED + typedLine(key.slice(TYPED.length))
  if (isId(key)) return key
  throw new Failure('bad-request', 'not a key of an owner')
}

/** The contract lets every date of the calendar pass, a plan those of three centuries. */
function planDay(text: CalendarDate | null): CalendarDate | null {
  if (text === null) return null
  const date = parseCalendarDate(text)
  if (!date) throw new Failure('bad-request', `not a day for a plan: ${text}`)
  return date
}

function doesNotFit({ kind }: SuggestedChange): Failure {
  return new Failure('bad-request', `a suggestion that does not fit its place: ${kind}`)
}
