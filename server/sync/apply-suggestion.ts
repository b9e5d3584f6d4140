/**
 * What somebody suggested, into the plan: exactly that, or nothing where what it would change
 * reads otherwise by now. The same whoever accepts it; docs/adr/0030.
 */
import type { RandomBytes } from '../../shared/ids.ts'
import { applyFact, applyNewAction, type Written } from './apply-fact.ts'
import { applyWords } from './apply-words.ts'
import type { AppliedChange } from './applied-change.ts'
import type { SuggestionChange } from './plan-change.ts'

/**
 * @returns JSON of the AppliedChange that takes it back.
 * @throws Failure 'suggestion-stale'; 'bad-request' for one that is not of its place, or changes nothing.
 */
export function applySuggestion(
  written: Written,
  { place, change }: SuggestionChange,
  random: RandomBytes,
): string {
  return JSON.stringify(apply(written, { place, change }, random))
}

function apply(
  written: Written,
  { place, change }: Omit<SuggestionChange, 'kind'>,
  random: RandomBytes,
): AppliedChange {
  switch (change.kind) {
    case 'words':
      return applyWords(written.doc, place, change.words)
    case 'fact':
      return applyFact(written, place, change)
    case 'new-action':
      return applyNewAction(written, change, random)
  }
}
