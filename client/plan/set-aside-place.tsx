/** Where what was set aside is shown: loaded when there is something, which is seldom. */
import { Suspense } from 'react'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { lazyPart } from '../ui/lazy-part.ts'

const SetAsideNotice = lazyPart(() =>
  import('./set-aside-notice.tsx').then(({ SetAsideNotice: notice }) => notice),
)

export function SetAsidePlace() {
  const { length } = useObservable(useOpenPlan().recovery)
  return length > 0 ? (
    <Suspense fallback={null}>
      <SetAsideNotice />
    </Suspense>
  ) : null
}
