/** What one can do with the past of an open plan, for menus and the list of all commands. */
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { visitQuery } from '../api/history-queries.ts'
import { authorsShown, showAuthors } from '../history/authors-shown.ts'
import { historyAddress } from '../history/history-choice.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

export interface HistoryDeeds {
  readonly isAuthorsShown: boolean
  readonly toggleAuthors: () => void
  readonly toHistory: () => void
  /** To what changed since I was last here; null: nothing did, or it is not known. */
  readonly toSinceLast: (() => void) | null
}

export function useHistoryDeeds(): HistoryDeeds {
  const plan = useOpenPlan()
  const { planId } = plan
  const [, go] = useLocation()
  const isAuthorsShown = useObservable(authorsShown(plan))
  const visit = useQueryClient().getQueryData(visitQuery(planId).queryKey)
  const last = visit?.last && visit.last.seq < visit.head ? visit.last : null
  return {
    isAuthorsShown,
    toggleAuthors: () => showAuthors(plan, !isAuthorsShown),
    toHistory: () => go(historyAddress(planId)),
    toSinceLast: last && (() => go(historyAddress(planId, { from: last.seq }))),
  }
}
