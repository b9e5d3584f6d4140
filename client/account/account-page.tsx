/**
 * /account: what I am called and read in, where I am signed in, and how I sign in.
 * What belongs to signing in is brought by whoever composes the pages.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { NoticeProvider } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { signInHere } from '../ui/sign-in-here.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './account.module.css'
import { MyLanguage } from './my-language.tsx'
import { MyName } from './my-name.tsx'
import { MySessions } from './my-sessions.tsx'

interface AccountPageProps {
  /** Who is signed in, for the end of the top bar. */
  readonly account: ReactNode
  /** For those who opened the page by a letter's link. */
  readonly renderArrival: (isSignedIn: boolean) => ReactNode
  /** How I sign in; people of the example school do not. */
  readonly renderWays: (isExample: boolean) => ReactNode
}

export function AccountPage({ account, renderArrival, renderWays }: AccountPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const me = useQuery(meQuery)
  const user = me.data?.user ?? null

  return (
    <Page title={t`My account`} account={user && account} {...choice}>
      {user ? (
        <NoticeProvider>
          <div className={styles['page']}>
            <h1>
              <Trans>My account</Trans>
            </h1>
            {renderArrival(true)}
            <MyName key={user.name} name={user.name} />
            <MyLanguage />
            <MySessions />
            {renderWays(user.example)}
          </div>
        </NoticeProvider>
      ) : (
        <NotHere me={me}>{renderArrival(false)}</NotHere>
      )}
    </Page>
  )
}

interface NotHereProps {
  readonly me: ReturnType<typeof useQuery>
  /** What awaits those who sign in. */
  readonly children: ReactNode
}

function NotHere({ me, children }: NotHereProps) {
  const failureWords = useFailureWords()
  if (me.isPending) return null
  if (me.isError) {
    const { title, advice } = failureWords(problemOf(me.error))
    return (
      <EmptyState
        title={title}
        action={
          <Button onPress={() => void me.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {advice}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={<Trans>Sign in first</Trans>}
      action={
        <LinkButton href={signInHere()} tone="main">
          <Trans>Sign in</Trans>
        </LinkButton>
      }
    >
      {children}
    </EmptyState>
  )
}
