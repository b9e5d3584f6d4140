/**
 * The map of what changed: the wheel with the parts that did, and the same as a list of links.
 * Blue and hatched, because colour alone never says it.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { COMMITMENTS } from '../../shared/plan/commitments.ts'
import {
  NEXT_RING,
  numberPlace,
  segmentPath,
  TODAY_RING,
} from '../../shared/plan/wheel-geometry.ts'
import { Hatch } from '../ui/hatch.tsx'
import type { SectionDifference } from './difference-by-section.ts'
import styles from './change-map.module.css'
import type { Comparison } from './paper-content.ts'

export function ChangeMap({
  comparison: { sections, count },
}: {
  readonly comparison: Comparison
}) {
  const { t } = useLingui()
  const changed = sections.filter((section) => section.count > 0)
  return (
    <div>
      <ChangedWheel sections={sections} />
      {count === 0 ? (
        <p className={styles['none']}>
          <Trans>Nothing has changed</Trans>
        </p>
      ) : (
        <nav aria-label={t`What has changed, by section`}>
          <ul className={styles['sections']}>
            {changed.map(({ id, name, count: ofSection }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <span>{name}</span>
                  <span className={styles['count']}>
                    <Plural value={ofSection} one="# change" other="# changes" />
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

function ChangedWheel({ sections }: { readonly sections: readonly SectionDifference[] }) {
  const { t } = useLingui()
  const hatchId = useId()
  return (
    <svg
      className={styles['wheel']}
      viewBox="-104 -104 208 194"
      role="img"
      aria-label={t`Map of what has changed. The list below says the same.`}
    >
      <defs>
        <Hatch id={hatchId} ground={styles['hatchGround']} line={styles['hatchLine']} />
      </defs>
      {COMMITMENTS.map((commitment, index) => {
        const section = sections.find((one) => one.commitment === commitment)
        const isChanged = (name: string) =>
          section?.fields.some(({ fieldId }) => fieldId.endsWith(name)) ?? false
        const fill = (name: string) => (isChanged(name) ? `url(#${hatchId})` : undefined)
        const number = numberPlace(index)
        const hasActions = (section?.actions.length ?? 0) > 0
        return (
          <g key={commitment}>
            <path
              className={styles['segment']}
              d={segmentPath(index, TODAY_RING, 1.3)}
              data-changed={isChanged('.today')}
              style={{ fill: fill('.today') }}
            />
            <path
              className={styles['segment']}
              d={segmentPath(index, NEXT_RING, 1.3)}
              data-changed={isChanged('.next')}
              style={{ fill: fill('.next') }}
            />
            {hasActions && (
              <path className={styles['actions']} d={segmentPath(index, ACTIONS_RING, 3)} />
            )}
            <text className={styles['number']} x={number.x} y={number.y}>
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Where the dots of actions are in the wheel of a plan. */
const ACTIONS_RING = { inner: 73, outer: 78 }
