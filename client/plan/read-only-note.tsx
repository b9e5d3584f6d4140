/** Says calmly that this plan is here to be read. */
import { Trans } from '@lingui/react/macro'
import styles from './note.module.css'

interface ReadOnlyNoteProps {
  /** One who may write, only not right now. */
  readonly mayWrite: boolean
}

export function ReadOnlyNote({ mayWrite }: ReadOnlyNoteProps) {
  return (
    <p className={styles['note']}>
      {mayWrite ? (
        <Trans>The plan can only be read right now.</Trans>
      ) : (
        <Trans>You read this plan, and do not write in it.</Trans>
      )}
    </p>
  )
}
