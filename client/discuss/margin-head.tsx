/** Above the notes: how many there are, and whether those that are done are shown too. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { IconButton } from '../ui/icon-button.tsx'
import type { ThreadCounts } from './listed-threads.ts'
import styles from './margin.module.css'

interface MarginHeadProps {
  readonly counts: ThreadCounts
  readonly isShowingDone: boolean
  readonly onShowDone: (isShown: boolean) => void
  /** null: nothing was decided yet. */
  readonly onDecisions: (() => void) | null
}

export function MarginHead({ counts, isShowingDone, onShowDone, onDecisions }: MarginHeadProps) {
  const { t } = useLingui()
  const { comments, suggestions, unread, done } = counts
  return (
    <div className={styles['head']}>
      <p>
        <Trans>Discussions {comments}</Trans>
        {' · '}
        <Trans>Suggestions {suggestions}</Trans>
        {unread > 0 && (
          <b className={styles['new']}>
            {' · '}
            <Plural value={unread} one="# new" other="# new" />
          </b>
        )}
      </p>
      <div className={styles['tools']}>
        {onDecisions && (
          <IconButton icon="check-list" size="small" label={t`Decisions`} onPress={onDecisions} />
        )}
        {done > 0 && (
          <ToggleButton className={styles['done']} isSelected={isShowingDone} onChange={onShowDone}>
            <Trans>Show resolved</Trans>
          </ToggleButton>
        )}
      </div>
    </div>
  )
}
