/** The page of one plan: asks what one must know to open it, opens it, says what is in the way. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useCallback } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import type { FailureCode } from '../../shared/failure.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import { planEntryQuery } from '../api/queries.ts'
import { problemOf, type RequestProblem, toldBy } from '../api/request.ts'
import { OpenPlanProvider, useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useOpenedPlan } from '../open-plan/use-opened-plan.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { NoticeProvider } from '../ui/notice.tsx'
import { LeftWordsPlace } from './left-words-place.tsx'
import type { OtherWindows } from './plan-command-windows.tsx'
import { PlanOpening } from './plan-opening.tsx'
import { PlanOutOfReach } from './plan-out-of-reach.tsx'
import { PlanProblem } from './plan-problem.tsx'
import { PlanView } from './plan-view.tsx'

const PlanDenied = lazyPart(() => import('./plan-denied.tsx').then(({ PlanDenied: page }) => page))

interface PlanPageProps {
  readonly planId: string
  readonly otherWindows: OtherWindows
}

export function PlanPage({ planId, otherWindows }: PlanPageProps) {
  const entry = useQuery(planEntryQuery(planId))
  const { refetch } = entry
  const refresh = useCallback(() => void refetch(), [refetch])

  // A plan that is open stays open when only a later question failed.
  if (entry.data) {
    return <EnteredPlan entry={entry.data} refresh={refresh} otherWindows={otherWindows} />
  }
  if (entry.isError) {
    const { schoolId = null } = toldBy(entry.error)
    return <Obstacle problem={problemOf(entry.error)} schoolId={schoolId} hasSetAside={false} />
  }
  return <PlanOpening title="" />
}

interface EnteredPlanProps extends Pick<PlanPageProps, 'otherWindows'> {
  readonly entry: PlanEntry
  /** Rights or something else of the entry changed: ask again. */
  readonly refresh: () => void
}

function EnteredPlan({ entry, refresh, otherWindows }: EnteredPlanProps) {
  const openPlan = useOpenedPlan(entry, refresh)
  if (!openPlan) return <PlanOpening title={entry.title} />
  return (
    <OpenPlanProvider value={openPlan}>
      <NoticeProvider>
        <LoadedPlan entry={entry} otherWindows={otherWindows} />
      </NoticeProvider>
    </OpenPlanProvider>
  )
}

interface ObstacleProps {
  readonly problem: RequestProblem
  readonly schoolId: string | null
  readonly hasSetAside: boolean
  /** What else of one's own is left. */
  readonly children?: ReactNode
}

function Obstacle({ problem, ...rest }: ObstacleProps) {
  if (problem !== 'access-denied') {
    return <PlanProblem problem={problem}>{rest.children}</PlanProblem>
  }
  return (
    <Suspense fallback={null}>
      <PlanDenied {...rest} />
    </Suspense>
  )
}

/** Endings after which the text must not stand on the page any more, or never did. */
const CLOSED_DOORS: readonly FailureCode[] = ['access-denied', 'plan-not-found', 'not-found']

function LoadedPlan({ entry, otherWindows }: Omit<EnteredPlanProps, 'refresh'>) {
  const openPlan = useOpenPlan()
  const isLoaded = useObservable(openPlan.loaded)
  const isOutOfReach = useObservable(openPlan.outOfReach)
  const ending = useObservable(openPlan.ending)
  const copies = useObservable(openPlan.recovery)
  const template = findTemplate(entry.template.id, entry.template.version)

  if (!template) return <PlanProblem problem="client-too-old" />
  if (ending && (!isLoaded || CLOSED_DOORS.includes(ending))) {
    const { schoolId } = entry.school
    return (
      <Obstacle problem={ending} schoolId={schoolId} hasSetAside={copies.length > 0}>
        <LeftWordsPlace entry={entry} />
      </Obstacle>
    )
  }
  if (isOutOfReach) return <PlanOutOfReach />
  if (!isLoaded) return <PlanOpening title={entry.title} />
  return <PlanView entry={entry} template={template} otherWindows={otherWindows} />
}
