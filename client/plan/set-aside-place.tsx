/** Where what was set aside is shown: loaded when there is something, which is seldom. */
import { lazy, Suspense } from 'react'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

const SetAsideNotice = lazy(() =>
  import('./set-aside-notice.tsx').then(({ SetAsideNotice: notice }) => ({ default: notice })),
)

export function SetAsidePlace() {
  const { length } = useObservable(useOpenPlan().recovery)
  return length > 0 ? (
    <Suspense fallback={null}>
      <SetAsideNotice />
    </Suspense>
  ) : null
}
