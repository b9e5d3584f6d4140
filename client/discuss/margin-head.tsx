/** Above the notes: how many there are, what was decided, and whether those that are done show. */
import { Plural, Trans } from '@lingui/react/macro'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Button } from '../ui/button.tsx'
import type { ThreadCounts } from './listed-threads.ts'
import styles from './margin.module.css'

interface MarginHeadProps {
  readonly counts: ThreadCounts
  /** Left at places. */
  readonly drafts: number
  readonly isShowingDone: boolean
  readonly onShowDone: (isShown: boolean) => void
  readonly onDecisions: () => void
}

export function MarginHead(props: MarginHeadProps) {
  const { counts, drafts, isShowingDone, onShowDone, onDecisions } = props
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
        {drafts > 0 && (
          <>
            {' · '}
            <Plural value={drafts} one="# draft" other="# drafts" />
          </>
        )}
      </p>
      <div className={styles['tools']}>
        <Button size="small" tone="quiet" onPress={onDecisions}>
          <Trans>Decisions</Trans>
        </Button>
        {done > 0 && (
          <ToggleButton className={styles['done']} isSelected={isShowingDone} onChange={onShowDone}>
            <Trans>Show resolved</Trans>
          </ToggleButton>
        )}
      </div>
    </div>
  )
}
