/**
 * /sign-in: by password, by a link in a letter, by the school's sign-in service; or,
 * opened by such a link, one button. Leads back to where one came from (`?to=`).
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ownPath } from '../../shared/api/own-path.ts'
import { meQuery } from '../api/queries.ts'
import { fetchSignInWays } from '../api/sign-in.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { useFragmentToken } from '../ui/fragment-token.ts'
import { LinkDoor } from './link-door.tsx'
import { LockedOut } from './locked-out.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProviderButton } from './provider-button.tsx'
import { PublicComputerBox } from './public-computer-box.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import { useProviderProblem } from './sign-in-problems.ts'
import styles from './sign-in.module.css'

/** Under which a link's secret is kept. */
export const SIGN_IN_LINK = 'sign-in'

export function SignInPage() {
  const { t } = useLingui()
  const choice = useLanguage()
  const token = useFragmentToken(SIGN_IN_LINK)
  const [isLinkGone, setIsLinkGone] = useState(false)

  return (
    <Page title={t`Sign in`} {...choice}>
      {token === null || isLinkGone ? (
        <Doors key={token} />
      ) : (
        <LinkDoor key={token} token={token} onGone={() => setIsLinkGone(true)} />
      )}
    </Page>
  )
}

function Doors() {
  const me = useQuery(meQuery)
  const ways = useQuery({ queryKey: ['sign-in-ways'], queryFn: fetchSignInWays })
  const providerProblem = useProviderProblem()
  const [publicComputer, setPublicComputer] = useState(false)
  const query = new URLSearchParams(location.search)
  const to = ownPath(query.get('to') ?? '/')
  const problem = providerProblem(query.get('problem'))
  const user = me.data?.user ?? null

  if (user && !user.example && !problem) return <AlreadyIn name={user.name} to={to} />
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>
          <Trans>Sign in</Trans>
        </h1>
      </div>
      {problem && <ErrorNotice title={problem.title}>{problem.advice}</ErrorNotice>}
      {ways.data && (
        <>
          {ways.data.provider !== null && (
            <ProviderButton name={ways.data.provider} wanted={{ to, publicComputer }} />
          )}
          <PasswordForm hasMail={ways.data.mail} wanted={{ to, publicComputer }}>
            <PublicComputerBox isChecked={publicComputer} onChange={setPublicComputer} />
          </PasswordForm>
          <LockedOut hasMail={ways.data.mail} />
        </>
      )}
      <div>
        <LinkButton href="/pupils">
          <Trans>I am a pupil and have a code</Trans>
        </LinkButton>
      </div>
      {ways.isError && <SignInProblem error={ways.error} />}
    </div>
  )
}

function AlreadyIn({ name, to }: { readonly name: string; readonly to: string }) {
  return (
    <EmptyState
      title={<Trans>You are signed in as {name}</Trans>}
      action={
        <LinkButton href={to} tone="main">
          <Trans>Go on</Trans>
        </LinkButton>
      }
    >
      <Trans>To sign in as somebody else, sign out first, from the menu with your initials.</Trans>
    </EmptyState>
  )
}
