/** /inbox: all that waits for me, by plan; one press goes to the place and ticks it off. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useFailureWords } from '../api/failure-words.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { signInHere } from '../ui/sign-in-here.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './inbox-page.module.css'
import { NoticeList } from './notice-list.tsx'
import { useInbox } from './use-inbox.ts'

interface InboxPageProps {
  /** Who is signed in, for the end of the top bar. */
  readonly account: ReactNode
}

export function InboxPage({ account }: InboxPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const me = useQuery(meQuery)
  return (
    <Page title={t`What is new`} account={me.data?.user && account} {...choice}>
      <div className={styles['page']}>
        <AllOfIt hasLetters={me.data?.user?.example === false} />
      </div>
    </Page>
  )
}

/** @param props.hasLetters can it come by e-mail too? */
function AllOfIt({ hasLetters }: { readonly hasLetters: boolean }) {
  const { t } = useLingui()
  const { inbox, notices, unseenCount, see, seeAll } = useInbox()

  if (inbox.isPending) return null
  if (!inbox.data) return <NotThere error={inbox.error} onRetry={() => void inbox.refetch()} />
  if (notices.length === 0) {
    return (
      <EmptyState title={t`Nothing has come yet`}>
        <Trans>
          When somebody answers you, mentions you or takes up a suggestion of yours in a plan, it
          stands here.
        </Trans>
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles['head']}>
        <h1>
          <Trans>What is new</Trans>
        </h1>
        <output className={styles['count']}>
          <Plural value={unseenCount} _0="Nothing unread" one="# unread" other="# unread" />
        </output>
        {unseenCount > 0 && (
          <Button
            icon="check"
            onPress={() => {
              seeAll()
              keepFocus()
            }}
          >
            <Trans>Mark all as read</Trans>
          </Button>
        )}
      </div>
      <NoticeList
        notices={notices}
        headingLevel={2}
        onGo={({ notificationId }) => see(notificationId)}
      />
      {hasLetters && (
        <p className={styles['foot']}>
          <Trans>
            It can come by e-mail too. <Link href="/account#letters">Choose how often</Link>.
          </Trans>
        </p>
      )}
    </>
  )
}

interface NotThereProps {
  readonly error: Error | null
  readonly onRetry: () => void
}

function NotThere({ error, onRetry }: NotThereProps) {
  const problem = problemOf(error)
  const { title, advice } = useFailureWords()(problem)
  return (
    <EmptyState
      title={title}
      action={
        problem === 'sign-in-required' ? (
          <LinkButton href={signInHere()} tone="main">
            <Trans>Sign in</Trans>
          </LinkButton>
        ) : (
          <Button onPress={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )
      }
    >
      {advice}
    </EmptyState>
  )
}
