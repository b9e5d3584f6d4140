/** Beside a section, a field, an action: the letters of what is said about it, and a way to say more. */
import { useLingui } from '@lingui/react/macro'
import { memo } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../ui/icon.tsx'
import { LetterButton } from './letter-button.tsx'
import styles from './marks.module.css'
import type { ShownThread } from './shown-threads.ts'

interface PlaceSlotProps {
  readonly slot: HTMLElement
  readonly name: string
  readonly title: string
  readonly threads: readonly ShownThread[]
  readonly chosenId: string | null
  readonly mayComment: boolean
  readonly onOpen: (threadId: string) => void
  readonly onComment: (placeName: string) => void
}

export const PlaceSlot = memo(function PlaceSlot(props: PlaceSlotProps) {
  const { slot, name, title, threads, chosenId, mayComment, onOpen, onComment } = props
  const { t } = useLingui()
  return createPortal(
    <span className={styles['slot']} data-filled={threads.length > 0}>
      {threads.map((thread) => (
        <LetterButton
          key={thread.threadId}
          thread={thread}
          isChosen={thread.threadId === chosenId}
          onOpen={onOpen}
        />
      ))}
      {mayComment && (
        <button
          type="button"
          className={styles['comment']}
          aria-label={t`Comment on: ${title}`}
          title={t`Comment`}
          onClick={() => onComment(name)}
        >
          <Icon name="comment" />
        </button>
      )}
    </span>,
    slot,
  )
})
