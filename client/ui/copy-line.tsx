/**
 * A line to take along: the text itself and a button that copies it. Where the
 * browser will not copy, the text is selected, so that the person can.
 */
import { useLingui } from '@lingui/react/macro'
import { useId, useRef } from 'react'
import { Button, type ButtonTone } from './button.tsx'
import styles from './copy-line.module.css'
import { useCopying } from './use-copying.ts'

interface CopyLineProps {
  /** What the line is. */
  readonly label: string
  readonly text: string
  readonly button: string
  /** What is said when it is done: 'Link copied'. */
  readonly done: string
  readonly tone?: ButtonTone
  /** The button takes the focus when it appears: it is the next thing to do. */
  readonly isFirst?: boolean
}

export function CopyLine(props: CopyLineProps) {
  const { label, text, button, done, tone = 'plain', isFirst = false } = props
  const { t } = useLingui()
  const id = useId()
  const line = useRef<HTMLInputElement>(null)
  const { outcome, copy } = useCopying(text, line)

  return (
    <div className={styles['line']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        ref={line}
        id={id}
        className={styles['text']}
        value={text}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- see isFirst */}
      <Button tone={tone} icon="copy" autoFocus={isFirst} onPress={copy}>
        {button}
      </Button>
      <output className={styles['outcome']} data-outcome={outcome}>
        {outcome === 'copied' && done}
        {outcome === 'refused' && t`The browser would not copy. The text is selected: copy it.`}
      </output>
    </div>
  )
}
