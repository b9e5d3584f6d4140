/**
 * /sign-in: by password, by a link in a letter, by the school's sign-in service; or,
 * opened by such a link, one button. Leads back to where one came from (`?to=`).
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Me } from '../../shared/api/me.ts'
import { ownPath } from '../../shared/api/own-path.ts'
import { meQuery } from '../api/queries.ts'
import { fetchSignInWays } from '../api/sign-in.ts'
import { Button } from '../ui/button.tsx'
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

interface SignInPageProps {
  /** The dialog that signs this person out and leads to an address. */
  readonly renderSignOut: (userId: string, onClose: () => void, leadsTo: string) => ReactNode
}

export function SignInPage({ renderSignOut }: SignInPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const token = useFragmentToken(SIGN_IN_LINK)
  const [isLinkGone, setIsLinkGone] = useState(false)

  return (
    <Page title={t`Sign in`} {...choice}>
      {token === null || isLinkGone ? (
        <Doors key={token} renderSignOut={renderSignOut} />
      ) : (
        <LinkDoor key={token} token={token} onGone={() => setIsLinkGone(true)} />
      )}
    </Page>
  )
}

function Doors({ renderSignOut }: SignInPageProps) {
  const me = useQuery(meQuery)
  const ways = useQuery({ queryKey: ['sign-in-ways'], queryFn: fetchSignInWays })
  const providerProblem = useProviderProblem()
  const [publicComputer, setPublicComputer] = useState(false)
  const query = new URLSearchParams(location.search)
  const to = ownPath(query.get('to') ?? '/')
  const problem = providerProblem(query.get('problem'))
  const user = me.data?.user ?? null

  if (user && !user.example && !problem) {
    return <AlreadyIn user={user} to={to} renderSignOut={renderSignOut} />
  }
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

interface AlreadyInProps extends SignInPageProps {
  readonly user: NonNullable<Me['user']>
  readonly to: string
}

function AlreadyIn({ user: { userId, name }, to, renderSignOut }: AlreadyInProps) {
  const [isLeaving, setIsLeaving] = useState(false)
  return (
    <EmptyState
      title={<Trans>You are signed in as {name}</Trans>}
      action={
        <div className={styles['buttons']}>
          <LinkButton href={to} tone="main">
            <Trans>Go on</Trans>
          </LinkButton>
          <Button onPress={() => setIsLeaving(true)}>
            <Trans>Sign out</Trans>
          </Button>
        </div>
      }
    >
      <Trans>To sign in as somebody else, sign out first. You come back here.</Trans>
      {isLeaving &&
        renderSignOut(userId, () => setIsLeaving(false), `/sign-in?${new URLSearchParams({ to })}`)}
    </EmptyState>
  )
}
