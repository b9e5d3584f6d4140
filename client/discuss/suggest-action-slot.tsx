/** Under the actions of a commitment, for those who may suggest and not write: one more. */
import { Trans } from '@lingui/react/macro'
import { createPortal } from 'react-dom'
import { Button } from '../ui/button.tsx'

interface SuggestActionSlotProps {
  readonly slot: HTMLElement
  readonly onPress: () => void
}

export function SuggestActionSlot({ slot, onPress }: SuggestActionSlotProps) {
  return createPortal(
    <Button icon="plus" onPress={onPress}>
      <Trans>Suggest an action</Trans>
    </Button>,
    slot,
  )
}
