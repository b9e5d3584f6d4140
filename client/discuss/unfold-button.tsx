/** Shows the rest of something in a note, and folds it again: the focus stays on it. */
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './note.module.css'

interface UnfoldButtonProps {
  readonly isUnfolded: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export function UnfoldButton({ isUnfolded, onPress, children }: UnfoldButtonProps) {
  return (
    <div className={styles['unfold']} data-unfolded={isUnfolded}>
      <Button
        size="small"
        tone="quiet"
        iconAfter="chevron-down"
        aria-expanded={isUnfolded}
        data-unfolds=""
        onPress={onPress}
      >
        {children}
      </Button>
    </div>
  )
}
