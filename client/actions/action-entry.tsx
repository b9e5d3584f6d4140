/**
 * One action on the page: a row, or the card it opens into. Alt+Shift+Up and
 * Down on its head move it among its neighbours.
 */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, lazy, memo, Suspense } from 'react'
import type { Action, Evidence } from '../../shared/plan/plan.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { ActionRow } from './action-row.tsx'
import { useActionSetting } from './action-setting.ts'
import { useOpenedAction } from './opened-action.ts'
import { useActionCommands } from './use-action-commands.ts'

const ActionCard = lazy(() =>
  import('./action-card.tsx').then(({ ActionCard: card }) => ({ default: card })),
)

export interface ActionEntryProps {
  readonly action: Action
  /** '2.3' */
  readonly number: string
  /** From 1, among the actions of its commitment. */
  readonly place: number
  readonly count: number
  /** Of the whole plan. */
  readonly evidence: readonly Evidence[]
}

export const ActionEntry = memo(function ActionEntry(props: ActionEntryProps) {
  const { openId } = useOpenedAction()
  const step = useStep(props)
  const onHeadKeyDown = (event: KeyboardEvent) => {
    const isUp = event.key === 'ArrowUp'
    if (!event.altKey || !event.shiftKey || (!isUp && event.key !== 'ArrowDown')) return
    event.preventDefault()
    step(isUp ? -1 : 1)
  }
  const evidence = props.evidence.filter(
    ({ target }) => 'actionId' in target && target.actionId === props.action.id,
  )

  const row = <ActionRow {...props} evidence={evidence} onHeadKeyDown={onHeadKeyDown} />

  if (openId !== props.action.id) return row
  return (
    <Suspense fallback={row}>
      <ActionCard {...props} evidence={evidence} onHeadKeyDown={onHeadKeyDown} onStep={step} />
    </Suspense>
  )
})

/** Moves the action by one place and says where it is now. */
function useStep({ action, count }: ActionEntryProps): (by: -1 | 1) => void {
  const { t } = useLingui()
  const { mayWrite } = useActionSetting()
  const commands = useActionCommands()
  const { follow } = useOpenedAction()
  const announce = useAnnounce()

  return (by) => {
    if (!mayWrite) return
    const place = commands.step(action, by)
    if (place === null) return announce(by < 0 ? t`Already the first` : t`Already the last`)
    follow(action.id)
    announce(t`Moved to place ${place} of ${count}`)
  }
}
