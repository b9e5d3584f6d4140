/** A class's code over the whole window, for the wall of the classroom. Escape closes it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { PupilDoor } from '../../shared/api/pupils.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useLanguage } from '../words/language.tsx'
import styles from './big-code.module.css'
import { doorAddress } from './door-address.ts'

interface BigDoorProps {
  readonly door: PupilDoor
  readonly planTitle: string
  readonly onClose: () => void
}

export function BigDoor({ door, planTitle, onClose }: BigDoorProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const address = doorAddress(language)
  return (
    <ModalOverlay
      className={styles['overlay']}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={styles['modal']}>
        <Dialog className={styles['dialog']}>
          <div className={styles['words']}>
            <Heading slot="title" className={styles['title']} dir="auto">
              {planTitle || t`Plan without a title`}
            </Heading>
            {door.label !== '' && <p className={styles['whom']}>{door.label}</p>}
            <ol className={styles['steps']}>
              <li>
                <Trans>
                  Point the camera at the code, or go to <strong dir="ltr">{address}</strong> and
                  type the letters.
                </Trans>
              </li>
              <li>
                <Trans>Choose a name. It need not be your own.</Trans>
              </li>
              <li>
                <Trans>Write down your return code.</Trans>
              </li>
            </ol>
            <p className={styles['letters']} dir="ltr" translate="no">
              {door.code}
            </p>
          </div>
          <div className={styles['code']}>
            <QrCode text={door.url} label={t`QR code that opens the pupils’ page`} />
          </div>
          <div className={styles['close']}>
            <IconButton icon="close" label={t`Close the large code`} onPress={onClose} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
