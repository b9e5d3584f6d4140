/** The code over the whole window, for the wall of the staff room. Escape closes it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../ui/icon-button.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import styles from './big-code.module.css'
import type { MadeInvitation } from './new-link.tsx'

interface BigCodeProps {
  readonly made: MadeInvitation
  readonly schoolName: string
  readonly forWhom: string
  readonly onClose: () => void
}

export function BigCode({ made, schoolName, forWhom, onClose }: BigCodeProps) {
  const { t } = useLingui()
  return (
    <ModalOverlay
      className={styles['overlay']}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={styles['modal']}>
        <Dialog className={styles['dialog']}>
          <div className={styles['words']}>
            <Heading slot="title" className={styles['title']}>
              <Trans>Join the plan of {schoolName}</Trans>
            </Heading>
            <p className={styles['whom']}>{forWhom}</p>
            <ol className={styles['steps']}>
              <li>
                <Trans>Point the camera of your phone at the code.</Trans>
              </li>
              <li>
                <Trans>Type your name.</Trans>
              </li>
              <li>
                {made.role === 'teacher' ? (
                  <Trans>Tap where you want to write.</Trans>
                ) : (
                  <Trans>Read the plan.</Trans>
                )}
              </li>
            </ol>
          </div>
          <div className={styles['code']}>
            <QrCode text={made.url} label={t`QR code that opens the link`} />
          </div>
          <div className={styles['close']}>
            <IconButton icon="close" label={t`Close the large code`} onPress={onClose} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
