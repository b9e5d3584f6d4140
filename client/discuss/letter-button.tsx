/** The letter of a thread at its place: leads to what is said. */
import { useLingui } from '@lingui/react/macro'
import { letterOf } from './letters.ts'
import styles from './marks.module.css'
import type { ShownThread } from './shown-threads.ts'

interface LetterButtonProps {
  readonly thread: ShownThread
  readonly isChosen: boolean
  /** Where it stands over a text, in pixels from its corner; absent: in line. */
  readonly at?: { readonly left: number; readonly top: number }
  readonly onOpen: (threadId: string) => void
}

export function LetterButton({ thread, isChosen, at, onOpen }: LetterButtonProps) {
  const { t } = useLingui()
  const letter = letterOf(thread.number)
  const { name } = thread.by
  return (
    <button
      type="button"
      className={styles['letter']}
      data-letter={letter}
      data-kind={thread.suggestion ? 'suggestion' : 'comment'}
      data-chosen={isChosen}
      data-over={at !== undefined}
      aria-label={
        thread.suggestion ? t`Suggestion ${letter} by ${name}` : t`Comment ${letter} by ${name}`
      }
      style={at && { left: at.left, insetBlockStart: at.top }}
      // A caret in the text stays where it is until the note has the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(thread.threadId)}
    />
  )
}
