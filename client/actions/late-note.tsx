/** How late an action is, with its triangle. Nothing when it is on time. */
import { Plural } from '@lingui/react/macro'
import { LateMark } from '../ui/status-mark.tsx'
import styles from './late-note.module.css'

interface LateNoteProps {
  readonly days: number
}

export function LateNote({ days }: LateNoteProps) {
  if (days <= 0) return null
  return (
    <span className={styles['late']}>
      <LateMark />
      <Plural value={days} one="# day late" other="# days late" />
    </span>
  )
}
