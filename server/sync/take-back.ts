/** Takes an accepted suggestion out of the plan again, as a forward change. */
import { takeActionBack, takeFactBack, type Written } from './apply-fact.ts'
import { takeWordsBack } from './apply-words.ts'
import type { AppliedChange } from './applied-change.ts'
import type { TakeBackChange } from './plan-change.ts'

/** @throws Failure 'suggestion-stale' when what it wrote was changed since. */
export function takeBack(written: Written, { applied, atMs }: TakeBackChange): void {
  const change = JSON.parse(applied) as AppliedChange
  switch (change.kind) {
    case 'words':
    case 'blocks':
      return takeWordsBack(written, change)
    case 'fact':
      return takeFactBack(written, change)
    case 'new-action':
      return takeActionBack(written, change, atMs)
  }
}
