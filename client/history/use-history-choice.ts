/** What the page shows, kept in its address: to be sent, reloaded, and gone back from. */
import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { historyAddress, type HistoryChoice, readHistoryChoice } from './history-choice.ts'

export interface ChosenHistory extends HistoryChoice {
  /** Other moments are another step back in the browser; another view of the same is not. */
  readonly choose: (change: Partial<HistoryChoice>) => void
}

export function useHistoryChoice(planId: string): ChosenHistory {
  const search = useSearch()
  const [, go] = useLocation()
  const choice = useMemo(() => readHistoryChoice(search), [search])
  const choose = useCallback(
    (change: Partial<HistoryChoice>) => {
      const isSameMoments = choice.from === 'last' || !('from' in change || 'to' in change)
      go(historyAddress(planId, { ...choice, ...change }), { replace: isSameMoments })
    },
    [planId, choice, go],
  )
  return useMemo(() => ({ ...choice, choose }), [choice, choose])
}
