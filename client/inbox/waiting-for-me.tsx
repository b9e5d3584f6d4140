/** On the start page: the newest of what waits for me; nothing when nothing does. */
import { Plural, Trans } from '@lingui/react/macro'
import { LinkButton } from '../ui/link-button.tsx'
import styles from './waiting-for-me.module.css'
import { NoticeList } from './notice-list.tsx'
import { useInbox } from './use-inbox.ts'

const MAX_SHOWN = 3

export function WaitingForMe() {
  const { notices, unseenCount, see } = useInbox()
  const unseen = notices.filter(({ isSeen }) => !isSeen)
  if (unseen.length === 0) return null
  return (
    <section className={styles['waiting']} aria-labelledby="waiting-for-me">
      <div className={styles['head']}>
        <h2 id="waiting-for-me">
          <Trans>Waiting for you</Trans>
        </h2>
        {unseenCount > MAX_SHOWN && (
          <LinkButton href="/inbox" size="small" tone="quiet">
            <Plural value={unseenCount} one="See all (#)" other="See all (#)" />
          </LinkButton>
        )}
      </div>
      <NoticeList
        notices={unseen.slice(0, MAX_SHOWN)}
        headingLevel={3}
        onGo={({ notificationId }) => see(notificationId)}
      />
    </section>
  )
}
