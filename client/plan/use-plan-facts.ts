/**
 * The plan's own facts, title and period: read straight from the document, written as undo steps.
 */
import { useCallback, useSyncExternalStore } from 'react'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { planMap } from '../../shared/plan/plan-doc.ts'
import { ORIGINS } from '../open-plan/origins.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

interface PlanTitle {
  readonly title: string
  readonly write: (title: string) => void
  /** What is written after this is an undo step of its own. */
  readonly pause: () => void
}

/** Not through the plan's reading, which waits for a frame: a caret must not jump while typing. */
export function usePlanTitle(): PlanTitle {
  const { doc, undo } = useOpenPlan()
  const subscribe = useCallback(
    (listener: () => void) => {
      const map = planMap(doc)
      map.observe(listener)
      return () => map.unobserve(listener)
    },
    [doc],
  )
  const title = useSyncExternalStore(subscribe, () => {
    const value = planMap(doc).get('title')
    return typeof value === 'string' ? value : ''
  })

  return {
    title,
    write: (text) => doc.transact(() => planMap(doc).set('title', text), ORIGINS.ui),
    pause: () => undo.stopCapturing(),
  }
}

/** Sets the first or last day of the period. */
export function useSetPeriod(): (
  key: 'periodStart' | 'periodEnd',
  date: CalendarDate | null,
) => void {
  const { doc, undo } = useOpenPlan()
  return (key, date) => {
    undo.stopCapturing()
    doc.transact(() => planMap(doc).set(key, date), ORIGINS.ui)
  }
}
