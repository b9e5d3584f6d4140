/** On a narrow window the notes as a sheet over the foot of the page, with the same parts. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { FocusBack } from '../ui/focus-back.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { NoticeProvider } from '../ui/notice.tsx'
import { Composer } from './composer.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import { LeftDraft } from './left-draft.tsx'
import { isOnLostWords, ListProblem, type NotesProps } from './margin.tsx'
import { Note } from './note.tsx'
import styles from './sheet.module.css'

interface SheetProps extends NotesProps {
  readonly onClose: () => void
}

export function Sheet({ head, problem, composing, onClose, ...notes }: SheetProps) {
  const { t } = useLingui()
  return (
    <ModalOverlay
      className={styles['overlay']}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
    >
      <Modal className={styles['sheet']}>
        <Dialog className={styles['dialog']} aria-label={t`Discussions and suggestions`}>
          {/* Notices of its own: those of the page are behind it. */}
          <NoticeProvider>
            <div className={styles['head']}>
              <div className={styles['counts']}>{head}</div>
              <IconButton icon="close" label={t`Close`} onPress={onClose} />
            </div>
            {problem && <ListProblem problem={problem} />}
            <div className={styles['notes']} data-discuss="">
              {composing ? (
                <Composer key={composing.draft.key} {...composing} />
              ) : (
                <NoteList {...notes} />
              )}
            </div>
          </NoticeProvider>
          <FocusBack />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function NoteList({ listed, left }: Pick<NotesProps, 'listed' | 'left'>) {
  const { anchoredWords } = useDiscussSetting()
  if (listed.length + left.length === 0) {
    return (
      <p className={styles['nothing']}>
        <Trans>
          Nothing is said here yet. Choose words in the plan, or press the comment button beside a
          field or an action.
        </Trans>
      </p>
    )
  }
  return (
    <>
      {left.map((begun) => (
        <LeftDraft key={begun.key} begun={begun} />
      ))}
      {listed.map((thread) => (
        <Note
          key={thread.threadId}
          thread={thread}
          isNamingPlace
          isOrphaned={isOnLostWords(thread, anchoredWords)}
        />
      ))}
    </>
  )
}
