/**
 * The map of the plan at the side: the wheel, and the sections with how far they are and who is
 * there.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import type { WheelPart } from '../../shared/api/plans.ts'
import { usePeople } from '../open-plan/use-people.ts'
import { OutlineEntry } from './outline-entry.tsx'
import type { MapSection } from './plan-map.ts'
import styles from './plan-outline.module.css'
import { PlanWheel } from './plan-wheel.tsx'

interface PlanOutlineProps {
  readonly sections: readonly MapSection[]
  readonly parts: readonly WheelPart[]
  readonly currentId: string | null
}

export function PlanOutline({ sections, parts, currentId }: PlanOutlineProps) {
  const { t } = useLingui()
  const people = usePeople()
  const current = sections.find(({ id }) => id === currentId)
  return (
    <nav className={styles['outline']} aria-label={t`Map of the plan`}>
      <div className={styles['wheel']}>
        <PlanWheel parts={parts} sections={sections} chosen={current?.commitment ?? null} />
      </div>
      <Legend />
      <ol className={styles['list']}>
        {sections.map((section) => (
          <OutlineEntry
            key={section.id}
            section={section}
            people={people}
            isCurrent={section.id === currentId}
          />
        ))}
      </ol>
    </nav>
  )
}

function Legend() {
  return (
    <p className={styles['legend']}>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <rect className={styles['written']} x="1" y="1" width="10" height="10" />
        </svg>
        <Trans>written</Trans>
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <rect className={styles['begun']} x="1" y="1" width="10" height="10" />
          <path className={styles['hatch']} d="M1 11L11 1M1 5.500L5.500 1M6.500 11L11 6.500" />
        </svg>
        <Trans>begun</Trans>
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <rect className={styles['empty']} x="1" y="1" width="10" height="10" />
        </svg>
        <Trans>not begun</Trans>
      </span>
    </p>
  )
}
