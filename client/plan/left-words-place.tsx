/**
 * Where one's own words stand that were begun and left about a plan whose discussion one does not
 * read any more. Loaded when there are some in this window, which is seldom.
 */
import { Suspense, useState } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { plansWithWordsInWindow } from '../open-plan/words-in-window.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { loadWordsOf } from '../words/language.tsx'

const LeftWordsList = lazyPart(async () => {
  const [{ LeftWordsList: list }] = await Promise.all([
    import('../discuss/left-words-list.tsx'),
    loadWordsOf('discuss'),
  ])
  return list
})

export function LeftWordsPlace({ entry: { planId, me } }: { readonly entry: PlanEntry }) {
  const { userId } = me
  // As it was when the door closed: what is thrown away can be had back.
  const [isNeeded] = useState(() => plansWithWordsInWindow(userId).includes(planId))
  return isNeeded ? (
    <Suspense fallback={null}>
      <LeftWordsList userId={userId} planId={planId} />
    </Suspense>
  ) : null
}
