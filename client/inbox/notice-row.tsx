/** One notification: who did what, what was said, and the way to its place. */
import { Trans } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { Notification } from '../../shared/api/inbox.ts'
import { threadAddress } from '../../shared/api/plan-address.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import styles from './notices.module.css'
import { useNoticeWords } from './notice-words.ts'

interface NoticeRowProps {
  readonly notice: Notification
  /** Somebody goes to its place. */
  readonly onGo: () => void
}

export function NoticeRow({ notice, onGo }: NoticeRowProps) {
  const { language } = useLanguage()
  const nowMs = useNow()
  const words = useNoticeWords()(notice)
  const { planId, threadId, excerpt, atMs, isSeen } = notice
  return (
    <li>
      <Link
        href={threadAddress(planId, threadId)}
        className={styles['notice']}
        data-seen={isSeen}
        onClick={onGo}
      >
        <span className={styles['deed']}>
          {!isSeen && (
            <VisuallyHidden>
              <Trans context="a notice">New:</Trans>{' '}
            </VisuallyHidden>
          )}
          {words}
        </span>
        <span className={styles['when']}>{momentWords(atMs, nowMs, language)}</span>
        {excerpt !== null && (
          <span className={styles['excerpt']} dir="auto">
            {excerpt}
          </span>
        )}
      </Link>
    </li>
  )
}
