/** One tool of the toolbar. It never takes the focus from the text when it is clicked. */
import type { ReactNode } from 'react'
import styles from './text-toolbar.module.css'

interface ToolButtonProps {
  readonly label: string
  /** As people read it: 'Ctrl+B'. */
  readonly shortcut?: string | undefined
  /** Absent: it is not a thing that can be on or off. */
  readonly isPressed?: boolean
  /** It keeps the focus it may have, so it is not taken out of the tab order. */
  readonly isDisabled?: boolean
  /** How important it is where there is little room: phones leave out the less important. */
  readonly isExtra?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export function ToolButton(props: ToolButtonProps) {
  const { label, shortcut, isPressed, isDisabled = false, isExtra = false, onPress } = props
  return (
    <button
      type="button"
      className={styles['tool']}
      aria-label={label}
      aria-pressed={isPressed}
      aria-disabled={isDisabled || undefined}
      data-extra={isExtra}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !isDisabled && onPress()}
    >
      {props.children}
      <span className={styles['tip']} aria-hidden="true">
        {label}
        {shortcut && <kbd>{shortcut}</kbd>}
      </span>
    </button>
  )
}
