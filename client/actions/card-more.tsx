/** The rest of an action, folded until wanted: its goal, resources, check-ins, evidence. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Action, Evidence } from '../../shared/plan/plan.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { EvidenceList } from '../ui/evidence-list.tsx'
import { usePrinting } from '../ui/use-printing.ts'
import card from './action-card.module.css'
import { ActionText } from './action-text.tsx'
import styles from './card-more.module.css'
import { CheckIns } from './check-ins.tsx'

interface CardMoreProps {
  readonly action: Action
  readonly evidence: readonly Evidence[]
}

export function CardMore({ action, evidence }: CardMoreProps) {
  const isPrinting = usePrinting()
  const [isUnfolded, setIsUnfolded] = useState(false)
  const isOpen = isUnfolded || isPrinting

  return (
    <div className={styles['more']}>
      <Disclosure
        label={<Trans>Goal, resources and evidence</Trans>}
        command="more"
        isOpen={isOpen}
        onToggle={setIsUnfolded}
      >
        <div className={card['parts']}>
          <ActionText action={action} name="goal" kind="line" />
          <ActionText action={action} name="resources" kind="line" />
        </div>
        <div className={styles['facts']}>
          <CheckIns checkIns={action.checkIns} />
          <EvidenceList evidence={evidence} />
        </div>
      </Disclosure>
    </div>
  )
}
