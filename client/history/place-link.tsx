/** From what changed to its place in the plan, where one can answer it. */
import { Trans } from '@lingui/react/macro'
import { planAddress } from '../../shared/api/plan-address.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useHistorySetting } from './history-setting.ts'
import styles from './place-link.module.css'

interface PlaceLinkProps {
  /** As planAddress has it. */
  readonly textId: string
  /** What stands there, for those who hear the link without what stands round it. */
  readonly name: string
}

export function PlaceLink({ textId, name }: PlaceLinkProps) {
  const { planId } = useHistorySetting().entry
  return (
    <p className={styles['link']}>
      <LinkButton href={planAddress(planId, { textId, words: '' })} size="small" tone="quiet">
        <Trans>Show in the plan</Trans>
        <VisuallyHidden>: {name}</VisuallyHidden>
      </LinkButton>
    </p>
  )
}
