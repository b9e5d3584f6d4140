/** Notifications under the titles of their plans. */
import { useLingui } from '@lingui/react/macro'
import type { Notification } from '../../shared/api/inbox.ts'
import { byPlan } from './by-plan.ts'
import { NoticeRow } from './notice-row.tsx'
import styles from './notices.module.css'

interface NoticeListProps {
  /** Newest first. */
  readonly notices: readonly Notification[]
  /** Of the plans' titles: 2 on a page under its heading. */
  readonly headingLevel: 2 | 3
  readonly onGo: (notice: Notification) => void
}

export function NoticeList({ notices, headingLevel, onGo }: NoticeListProps) {
  const { t } = useLingui()
  const Heading = `h${headingLevel}` as const
  return byPlan(notices).map(({ planId, planTitle, notices: of }) => (
    <section key={planId} className={styles['plan']}>
      <Heading dir="auto">{planTitle || t`Plan without a title`}</Heading>
      <ul>
        {of.map((notice) => (
          <NoticeRow key={notice.notificationId} notice={notice} onGo={() => onGo(notice)} />
        ))}
      </ul>
    </section>
  ))
}
