/** /account: how I sign in; opened by a letter's link it confirms my address first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../api/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { ConfirmEmail } from './confirm-email.tsx'
import { useFragmentToken } from '../ui/fragment-token.ts'
import { SignInWays } from './sign-in-ways.tsx'
import styles from './sign-in.module.css'

export function AccountPage() {
  const { t } = useLingui()
  const choice = useLanguage()
  const me = useQuery(meQuery)
  const token = useFragmentToken('confirm')
  const user = me.data?.user ?? null

  return (
    <Page title={t`My account`} {...choice}>
      {me.data && !user && (
        <EmptyState
          title={<Trans>Sign in first</Trans>}
          action={
            <LinkButton href="/sign-in?to=/account" tone="main">
              <Trans>Sign in</Trans>
            </LinkButton>
          }
        >
          {token === null ? (
            <Trans>Here you choose how you sign in.</Trans>
          ) : (
            <Trans>
              To confirm your address, open this link in the browser where you are signed in, or
              sign in here.
            </Trans>
          )}
        </EmptyState>
      )}
      {user && (
        <div className={styles['page']}>
          <div className={styles['head']}>
            <h1 className={styles['title']}>
              <Trans>My account</Trans>
            </h1>
            <p className={styles['lede']}>{user.name}</p>
          </div>
          {token !== null && <ConfirmEmail key={token} token={token} />}
          {user.example ? (
            <p>
              <Trans>
                You are somebody in the example school. It is thrown away after a day, so there is
                nothing to sign in to.
              </Trans>
            </p>
          ) : (
            <SignInWays />
          )}
        </div>
      )}
    </Page>
  )
}
