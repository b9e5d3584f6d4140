/** The bell at the end of a bar: how much is new, and the newest of it in a box beside it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useLocation } from 'wouter'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { PopoverDialog } from '../ui/popover.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { NoticeList } from './notice-list.tsx'
import styles from './inbox-bell.module.css'
import { useInbox } from './use-inbox.ts'

/** In the box; the page has all of it. */
const MAX_SHOWN = 6
const MOST_COUNTED = 99

export function InboxBell() {
  const { t } = useLingui()
  const [isOpen, setIsOpen] = useState(false)
  const [path] = useLocation()
  const button = useRef<HTMLButtonElement>(null)
  const { unseenCount } = useInbox()
  const label =
    unseenCount === 0 ? t`What is new, nothing unread` : t`What is new, ${unseenCount} unread`
  // On its page the list stands there already.
  if (path === '/inbox') return null
  return (
    <>
      <AriaButton
        ref={button}
        className={styles['bell']}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      >
        <Icon name="bell" />
        {unseenCount > 0 && (
          <span className={styles['count']} aria-hidden="true">
            {unseenCount > MOST_COUNTED ? `${MOST_COUNTED}+` : unseenCount}
          </span>
        )}
      </AriaButton>
      <PopoverDialog
        label={t`What is new`}
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
      >
        <Newest onGo={() => setIsOpen(false)} />
      </PopoverDialog>
    </>
  )
}

function Newest({ onGo }: { readonly onGo: () => void }) {
  const failureWords = useFailureWords()
  const { inbox, notices, unseenCount, see, seeAll } = useInbox()
  const failure = inbox.isError && !inbox.data ? failureWords(problemOf(inbox.error)) : null
  const unseen = notices.filter(({ isSeen }) => !isSeen)
  const shown = (unseen.length > 0 ? unseen : notices).slice(0, MAX_SHOWN)
  return (
    <div className={styles['box']}>
      <p className={styles['head']}>
        <Plural value={unseenCount} _0="Nothing unread" one="# unread" other="# unread" />
      </p>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      {inbox.data && shown.length === 0 && (
        <p className={styles['none']}>
          <Trans>When somebody answers you or mentions you in a plan, it stands here.</Trans>
        </p>
      )}
      <NoticeList
        notices={shown}
        headingLevel={3}
        onGo={({ notificationId }) => {
          see(notificationId)
          onGo()
        }}
      />
      <div className={styles['foot']}>
        <LinkButton href="/inbox" size="small">
          <Trans>See all</Trans>
        </LinkButton>
        {unseenCount > 0 && (
          <Button size="small" tone="quiet" onPress={seeAll}>
            <Trans>Mark all as read</Trans>
          </Button>
        )}
      </div>
    </div>
  )
}
