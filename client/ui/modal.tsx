/** A dialog over the page. It has a heading, can always be left by Escape, and gives focus back. */
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal'
import { FocusBack } from './focus-back.tsx'
import styles from './modal.module.css'

interface ModalProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Modal({ title, isOpen, onClose, children }: ModalProps) {
  return (
    <ModalOverlay
      className={styles['overlay']}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <AriaModal className={styles['modal']}>
        <Dialog className={styles['dialog']}>
          <Heading slot="title" className={styles['title']}>
            {title}
          </Heading>
          {children}
          <FocusBack />
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  )
}

/** The buttons of a dialog: the main one last. */
export function ModalButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles['buttons']}>{children}</div>
}
