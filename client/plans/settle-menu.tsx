/** The button of a plan's menu in the list; the menu comes when it is first wanted. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

const OpenSettleMenu = lazyPart(() =>
  import('./open-settle-menu.tsx').then(({ OpenSettleMenu: menu }) => menu),
)

interface SettleMenuProps {
  readonly plan: PlanSummary
  readonly schoolId: string
}

export function SettleMenu({ plan, schoolId }: SettleMenuProps) {
  const { t } = useLingui()
  const [isWanted, setIsWanted] = useState(false)
  const title = plan.title || t`Plan without a title`
  const label = t`What to do with “${title}”`
  const button = <IconButton icon="more" label={label} onPress={() => setIsWanted(true)} />
  return isWanted ? (
    <Suspense fallback={button}>
      <OpenSettleMenu plan={plan} title={title} label={label} schoolId={schoolId} />
    </Suspense>
  ) : (
    button
  )
}
