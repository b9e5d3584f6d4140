/** On a narrow window the notes as a sheet over the foot of the page, with the same parts. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../ui/icon-button.tsx'
import { Composer } from './composer.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import { isOnLostWords, ListProblem, type NotesProps } from './margin.tsx'
import { Note } from './note.tsx'
import styles from './sheet.module.css'

interface SheetProps extends NotesProps {
  readonly onClose: () => void
}

export function Sheet({ head, listed, draft, onDraftEnd, problem, onClose }: SheetProps) {
  const { t } = useLingui()
  const { anchoredWords } = useDiscussSetting()
  return (
    <ModalOverlay
      className={styles['overlay']}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
    >
      <Modal className={styles['sheet']}>
        <Dialog className={styles['dialog']} aria-label={t`Discussions and suggestions`}>
          <div className={styles['head']}>
            <div className={styles['counts']}>{head}</div>
            <IconButton icon="close" label={t`Close`} onPress={onClose} />
          </div>
          {problem && <ListProblem problem={problem} />}
          <div className={styles['notes']} data-discuss="">
            {draft ? (
              <Composer key={JSON.stringify(draft.place)} draft={draft} onEnd={onDraftEnd} />
            ) : (
              listed.map((thread) => (
                <Note
                  key={thread.threadId}
                  thread={thread}
                  isNamingPlace
                  isOrphaned={isOnLostWords(thread, anchoredWords)}
                />
              ))
            )}
            {!draft && listed.length === 0 && (
              <p className={styles['nothing']}>
                <Trans>
                  Nothing is said here yet. Choose words in the plan, or press the comment button
                  beside a field or an action.
                </Trans>
              </p>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
