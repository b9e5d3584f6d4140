/**
 * One action on the page: a row, or the card it opens into. Alt+Shift+Up and
 * Down on its head move it among its neighbours.
 */
import { type KeyboardEvent, memo, Suspense, useMemo } from 'react'
import type { Action, Evidence } from '../../shared/plan/plan.ts'
import { ACTION_KEYS } from '../commands/key-list.ts'
import { isChord } from '../ui/chords.ts'
import { ActionRow } from './action-row.tsx'
import { useOpenedAction } from './opened-action.ts'
import { useActionDeeds } from './use-action-deeds.ts'
import { lazyPart } from '../ui/lazy-part.ts'

const ActionCard = lazyPart(() => import('./action-card.tsx').then(({ ActionCard: card }) => card))

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
  const deeds = useActionDeeds()
  const step = (by: -1 | 1) => deeds.step(props.action, by, props.count)
  const onHeadKeyDown = (event: KeyboardEvent) => {
    const isUp = isChord(event, ACTION_KEYS.moveUp)
    if (!isUp && !isChord(event, ACTION_KEYS.moveDown)) return
    event.preventDefault()
    step(isUp ? -1 : 1)
  }
  const { evidence: all, action } = props
  const evidence = useMemo(
    () => all.filter(({ target }) => 'actionId' in target && target.actionId === action.id),
    [all, action.id],
  )

  const row = <ActionRow {...props} evidence={evidence} onHeadKeyDown={onHeadKeyDown} />

  if (openId !== props.action.id) return row
  return (
    <Suspense fallback={row}>
      <ActionCard {...props} evidence={evidence} onHeadKeyDown={onHeadKeyDown} onStep={step} />
    </Suspense>
  )
})
