/** What shows that something is so: links and notes, in a small row. */
import { Trans } from '@lingui/react/macro'
import type { Evidence } from '../../shared/plan/plan.ts'
import styles from './evidence-list.module.css'
import { Icon } from './icon.tsx'

interface EvidenceListProps {
  readonly evidence: readonly Evidence[]
}

export function EvidenceList({ evidence }: EvidenceListProps) {
  if (evidence.length === 0) return null
  return (
    <div className={styles['evidence']}>
      <span className={styles['label']}>
        <Trans>Evidence</Trans>
      </span>
      <ul className={styles['list']}>
        {evidence.map(({ id, label, address }) => (
          <li key={id}>
            {address === null ? (
              label
            ) : (
              <a href={address} rel="noopener noreferrer" target="_blank">
                <Icon name="link" />
                {label}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
