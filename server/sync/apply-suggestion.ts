/**
 * What somebody suggested, into the plan: exactly that, or nothing where what it would change
 * reads otherwise by now. The same whoever accepts it; docs/adr/0030.
 */
import { applyFact, applyNewAction, type Written } from './apply-fact.ts'
import { applyWords } from './apply-words.ts'
import type { AppliedChange } from './applied-change.ts'
import type { SuggestionChange } from './plan-change.ts'

/**
 * @returns JSON of the AppliedChange that takes it back.
 * @throws Failure 'suggestion-stale'; 'bad-request' for one that is not of its place, or changes nothing.
 */
export function applySuggestion(written: Written, suggestion: SuggestionChange): string {
  return JSON.stringify(apply(written, suggestion))
}

function apply(written: Written, { threadId, place, change }: SuggestionChange): AppliedChange {
  switch (change.kind) {
    case 'words':
      return applyWords(written, place, change.words)
    case 'fact':
      return applyFact(written, place, change)
    case 'new-action':
      return applyNewAction(written, change, threadId)
  }
}
