/** `from=last` in the address: made into the moment I was here last, so that it can be reloaded. */
import { useEffect } from 'react'
import { noteVisit } from '../api/history.ts'
import type { ChosenHistory } from './use-history-choice.ts'

export function useLastVisit(planId: string, { from, choose }: ChosenHistory): void {
  const isWanted = from === 'last'
  useEffect(() => {
    if (!isWanted) return undefined
    let isHere = true
    const show = (seq: number | null) => {
      if (isHere) choose({ from: seq })
    }
    // When nobody answers, the versions say so.
    noteVisit(planId).then(
      ({ last }) => show(last === null || last.seq === 0 ? null : last.seq),
      () => show(null),
    )
    return () => {
      isHere = false
    }
  }, [planId, isWanted, choose])
}
