/** What a plan is right now: shape, then word. */
import { Trans } from '@lingui/react/macro'
import type { PlanState } from '../../shared/access/policy.ts'
import styles from './plan-state-pill.module.css'

interface PlanStatePillProps {
  readonly state: PlanState
}

export function PlanStatePill({ state }: PlanStatePillProps) {
  return (
    <span className={styles['pill']}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" data-state={state} />
      </svg>
      <StateWord state={state} />
    </span>
  )
}

function StateWord({ state }: PlanStatePillProps) {
  switch (state) {
    case 'active':
      return <Trans>Draft</Trans>
    case 'closed':
      return <Trans>Closed</Trans>
    case 'archived':
      return <Trans>Archived</Trans>
    case 'deleted':
      return <Trans>Deleted</Trans>
  }
}
