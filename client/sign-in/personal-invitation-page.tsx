/**
 * /invitation: where the letter of a personal invitation leads. Says whom it is
 * meant for, and lets nobody else in by it.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { PersonalLook } from '../../shared/api/personal-invitations.ts'
import { lookAtPersonal } from '../api/personal-invitations.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf, toldBy } from '../api/request.ts'
import { useEndedSchool } from '../api/use-ended-school.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useEndedWords } from '../ui/ended-words.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { AcceptForm } from './accept-form.tsx'
import { useFragmentToken } from '../ui/fragment-token.ts'
import { useSignInProblem } from './sign-in-problems.ts'
import styles from './sign-in.module.css'

interface PersonalInvitationPageProps {
  /** The dialog that signs this person out and comes back here. */
  readonly renderSignOut: (userId: string, onClose: () => void) => ReactNode
}

export function PersonalInvitationPage({ renderSignOut }: PersonalInvitationPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const token = useFragmentToken('invitation')

  return (
    <Page title={t`Invitation`} {...choice}>
      {token === null ? (
        <EmptyState title={t`The link is not whole`}>
          <Trans>Open the whole link of the letter, with everything after the #.</Trans>
        </EmptyState>
      ) : (
        <Invited key={token} token={token} renderSignOut={renderSignOut} />
      )}
    </Page>
  )
}

interface InvitedProps extends PersonalInvitationPageProps {
  readonly token: string
}

function Invited({ token, renderSignOut }: InvitedProps) {
  const looking = useQuery({
    queryKey: ['personal-invitation', token],
    queryFn: () => lookAtPersonal(token),
    staleTime: 0,
    gcTime: 0,
  })
  const { data } = looking

  if (looking.isError) {
    return <NotInvited error={looking.error} onAgain={() => void looking.refetch()} />
  }
  if (!data) return null
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <p className={styles['school']}>{data.schoolName}</p>
        <h1 className={styles['title']}>
          {data.opener === 'somebody-else' ? (
            <Trans>An invitation for {data.name}</Trans>
          ) : (
            <Trans>Welcome, {data.name}</Trans>
          )}
        </h1>
        {data.opener !== 'somebody-else' && (
          <p className={styles['lede']}>
            <InvitedWords invitation={data} />
          </p>
        )}
      </div>
      <NextStep token={token} invitation={data} renderSignOut={renderSignOut} />
    </div>
  )
}

interface NotInvitedProps {
  readonly error: Error
  readonly onAgain: () => void
}

function NotInvited({ error, onAgain }: NotInvitedProps) {
  const problem = useSignInProblem()(error)
  const endedWords = useEndedWords()
  const ended = useEndedSchool(toldBy(error).schoolId ?? null)
  if (ended === undefined) return null
  const { title, advice } = ended ? endedWords(ended) : problem
  const isOver = ended !== null || problemOf(error) === 'link-not-valid'
  return (
    <EmptyState
      title={title}
      action={
        isOver ? (
          <LinkButton href="/">
            <Trans>To the start page</Trans>
          </LinkButton>
        ) : (
          <Button onPress={onAgain}>
            <Trans>Try again</Trans>
          </Button>
        )
      }
    >
      {advice}
    </EmptyState>
  )
}

interface NextStepProps extends InvitedProps {
  readonly invitation: PersonalLook
}

function NextStep({ token, invitation, renderSignOut }: NextStepProps) {
  switch (invitation.opener) {
    case 'somebody-else':
      return <MeantForAnother email={invitation.email} renderSignOut={renderSignOut} />
    case 'sign-in':
      return <SignInFirst email={invitation.email} />
    case 'contested':
      return <MineOrNot token={token} invitation={invitation} />
    default:
      return <AcceptForm token={token} invitation={invitation} />
  }
}

function SignInFirst({ email }: { readonly email: string }) {
  return (
    <>
      <p>
        <Trans>
          <strong>{email}</strong> has an account here already. Sign in with it, and you are in this
          school too.
        </Trans>
      </p>
      <div>
        <LinkButton href="/sign-in?to=/invitation" tone="main" size="big">
          <Trans>Sign in</Trans>
        </LinkButton>
      </div>
    </>
  )
}

/** An account has said that the address is its own, and nobody else has. */
function MineOrNot({ token, invitation }: Omit<NextStepProps, 'renderSignOut'>) {
  const [isNotMine, setIsNotMine] = useState(false)
  if (isNotMine) return <AcceptForm token={token} invitation={invitation} isNotMine />
  return (
    <>
      <SignInFirst email={invitation.email} />
      <p>
        <Trans>
          Have you never had an account here? Then somebody else has typed your address.
        </Trans>
      </p>
      <div>
        <Button onPress={() => setIsNotMine(true)}>
          <Trans>The address is mine, the account is not</Trans>
        </Button>
      </div>
    </>
  )
}

interface MeantForAnotherProps extends PersonalInvitationPageProps {
  readonly email: string
}

function MeantForAnother({ email, renderSignOut }: MeantForAnotherProps) {
  const user = useQuery(meQuery).data?.user ?? null
  const [isLeaving, setIsLeaving] = useState(false)
  if (!user) return null
  return (
    <>
      <p>
        <Trans>
          This invitation is meant for <strong>{email}</strong>, and you are signed in as{' '}
          {user.name}. Is it yours? Add that address to your account, then open the link again. Is
          it somebody else’s? Sign out first.
        </Trans>
      </p>
      <div className={styles['buttons']}>
        <Button tone="main" onPress={() => setIsLeaving(true)}>
          <Trans>Sign out</Trans>
        </Button>
        <LinkButton href="/account">
          <Trans>To my account</Trans>
        </LinkButton>
      </div>
      {isLeaving && renderSignOut(user.userId, () => setIsLeaving(false))}
    </>
  )
}

function InvitedWords({ invitation }: { readonly invitation: PersonalLook }) {
  const { inviterName, role } = invitation
  if (inviterName === null) {
    return role === 'teacher' ? (
      <Trans>You are invited to write the school’s plans together with the others.</Trans>
    ) : (
      <Trans>You are invited to read the school’s plans.</Trans>
    )
  }
  return role === 'teacher' ? (
    <Trans>{inviterName} invites you to write the school’s plans together with the others.</Trans>
  ) : (
    <Trans>{inviterName} invites you to read the school’s plans.</Trans>
  )
}
