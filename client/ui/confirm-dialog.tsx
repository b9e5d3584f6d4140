/**
 * A question before something is done: what happens then, in a sentence, and the one
 * button that does it. What goes wrong is said here, and it can be tried again.
 */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Modal, ModalButtons } from './modal.tsx'

interface ConfirmDialogProps {
  readonly title: string
  /** What happens. */
  readonly children: ReactNode
  /** Says what it does: 'Remove Kari'. */
  readonly button: string
  readonly isPending: boolean
  readonly failure: { readonly title: string; readonly advice: string } | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, button, isPending, failure, onConfirm, onClose } = props
  return (
    <Modal title={title} isOpen onClose={onClose}>
      {children}
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button tone="main" isPending={isPending} onPress={onConfirm}>
          {button}
        </Button>
      </ModalButtons>
    </Modal>
  )
}
