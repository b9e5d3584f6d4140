/** The green cutting mat of the landing page, with a map that someone has begun to fill. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { WheelPart } from '../../shared/api/plans.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import { Wheel } from '../ui/wheel.tsx'
import styles from './landing-mat.module.css'

/** A picture, not a plan: halfway there, so that every sign of the map is in it. */
const HALFWAY: readonly WheelPart[] = [
  part('leadership', 'written', 'written', ['done', 'done', 'planned']),
  part('collaboration', 'written', 'written', ['done', 'done']),
  part('pupils', 'written', 'begun', ['done', 'planned', 'planned']),
  part('models', 'begun', 'empty', ['planned']),
  part('inclusion', 'written', 'empty', ['planned', 'planned']),
]

export function LandingMat() {
  const { t } = useLingui()
  return (
    <aside className={styles['mat']} aria-label={t`The map of a plan`}>
      <div className={styles['inside']}>
        <Wheel
          parts={HALFWAY}
          isOnMat
          label={t`The map of a plan: five commitments around a common centre`}
        />
        <ol className={styles['list']}>
          <li>
            <Trans>Shared leadership</Trans>
          </li>
          <li>
            <Trans>Collaboration, sharing and teamwork</Trans>
          </li>
          <li>
            <Trans>Pupils are agents of change</Trans>
          </li>
          <li>
            <Trans>Models for other schools</Trans>
          </li>
          <li>
            <Trans>Inclusive and innovative learning organisations</Trans>
          </li>
        </ol>
        <p className={styles['key']}>
          <span>
            <Trans>Inner ring: today</Trans>
          </span>
          <span>
            <Trans>Outer ring: the next two years</Trans>
          </span>
          <span>
            <Trans>Dots: actions</Trans>
          </span>
        </p>
      </div>
    </aside>
  )
}

function part(
  commitment: Commitment,
  today: WheelPart['today'],
  next: WheelPart['next'],
  statuses: WheelPart['statuses'],
): WheelPart {
  return { commitment, today, next, statuses, lateCount: 0 }
}
