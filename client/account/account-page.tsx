/**
 * /account: what I am called and read in, where I am signed in, and how I sign in.
 * What belongs to another part (`renderWays`) is brought by whoever composes the pages.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isOnlyPupil } from '../../shared/access/policy.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { NoticeProvider } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { useFragmentToken } from '../ui/fragment-token.ts'
import { signInHere } from '../ui/sign-in-here.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './account.module.css'
import { MyData } from './my-data.tsx'
import { MyLanguage } from './my-language.tsx'
import { MyLetters } from './my-letters.tsx'
import { MyName } from './my-name.tsx'
import { MySessions } from './my-sessions.tsx'

interface AccountPageProps {
  /** Who is signed in, for the end of the top bar. */
  readonly account: ReactNode
  /** How I sign in; not for people of the example school. */
  readonly renderWays: (token: string | null) => ReactNode
  /** Takes the plans of this person off this device. */
  readonly purge: (userId: string) => Promise<void>
}

export function AccountPage({ account, renderWays, purge }: AccountPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const me = useQuery(meQuery)
  // Kept while one signs in, if one has to.
  const token = useFragmentToken('confirm')
  const user = me.data?.user ?? null
  // A pupil has no address here and no password, and is called what they came in by.
  const isPupil = isOnlyPupil({ memberships: me.data?.schools ?? [] })
  // First, for those whom a letter's link led here.
  const ways = user?.example === false && !isPupil && renderWays(token)

  return (
    <Page title={t`My account`} account={user && account} {...choice}>
      {user ? (
        <NoticeProvider>
          <div className={styles['page']}>
            <h1>
              <Trans>My account</Trans>
            </h1>
            {token !== null && ways}
            {!isPupil && <MyName name={user.name} />}
            <MyLanguage />
            {!isPupil && !user.example && <MyLetters />}
            <MySessions />
            {token === null && ways}
            {!user.example && <MyData name={user.name} purge={() => purge(user.userId)} />}
          </div>
        </NoticeProvider>
      ) : (
        <NotHere me={me} />
      )}
    </Page>
  )
}

function NotHere({ me }: { readonly me: ReturnType<typeof useQuery> }) {
  const failureWords = useFailureWords()
  if (me.isPending) return null
  const problem = me.isError ? problemOf(me.error) : 'sign-in-required'
  const { title, advice } = failureWords(problem)
  return (
    <EmptyState
      title={title}
      action={
        problem === 'sign-in-required' ? (
          <LinkButton href={signInHere()} tone="main">
            <Trans>Sign in</Trans>
          </LinkButton>
        ) : (
          <Button onPress={() => void me.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        )
      }
    >
      {advice}
    </EmptyState>
  )
}
