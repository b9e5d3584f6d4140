/** Where an invitation leads: who invites to what, then a name, and one is in the plan. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import { useFailureWords } from '../api/failure-words.ts'
import { invitationQuery } from '../api/queries.ts'
import { problemOf, toldBy } from '../api/request.ts'
import { useEndedSchool } from '../api/use-ended-school.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useEndedWords } from '../ui/ended-words.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { JoinAsMyself } from './join-as-myself.tsx'
import { JoinByName } from './join-by-name.tsx'
import { JoinInvitation } from './join-invitation.tsx'
import { forgetToken, useJoinToken } from './join-token.ts'
import type { DeviceCopies } from './sign-out-dialog.tsx'

interface JoinPageProps {
  /** The plans of a person on this device, for one who signs out first. */
  readonly copiesOf: (userId: string) => DeviceCopies
}

export function JoinPage({ copiesOf }: JoinPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const token = useJoinToken()

  return (
    <Page title={t`Invitation`} {...choice}>
      {token === null ? (
        <EmptyState title={t`The link is not whole`} action={<ToStart />}>
          <Trans>
            Open the whole link that you were sent, with everything after the #. If that does not
            help, ask whoever sent it for a new one.
          </Trans>
        </EmptyState>
      ) : (
        <Invited key={token} token={token} copiesOf={copiesOf} />
      )}
    </Page>
  )
}

interface InvitedProps extends JoinPageProps {
  readonly token: string
}

function Invited({ token, copiesOf }: InvitedProps) {
  const invitation = useQuery(invitationQuery(token))
  const { data } = invitation

  if (invitation.isError) {
    return <NotInvited error={invitation.error} onAgain={() => void invitation.refetch()} />
  }
  if (!data) return null
  if (data.memberOfPlanId !== null) return <ToThePlan planId={data.memberOfPlanId} />

  const refresh = () => void invitation.refetch()
  return (
    <JoinInvitation invitation={data}>
      {data.joinsAs === null ? (
        <JoinByName token={token} role={data.role} onFailed={refresh} />
      ) : (
        <JoinAsMyself token={token} name={data.joinsAs} copiesOf={copiesOf} onFailed={refresh} />
      )}
    </JoinInvitation>
  )
}

/** Whoever belongs to the school already has nothing to do here. */
function ToThePlan({ planId }: { readonly planId: string }): ReactNode {
  const [, go] = useLocation()
  useEffect(() => {
    forgetToken()
    go(`/plans/${planId}`, { replace: true })
  }, [planId, go])
  return null
}

interface NotInvitedProps {
  readonly error: Error
  readonly onAgain: () => void
}

function NotInvited({ error, onAgain }: NotInvitedProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const endedWords = useEndedWords()
  const ended = useEndedSchool(toldBy(error).schoolId ?? null)
  const problem = problemOf(error)
  if (problem === 'link-not-valid') {
    return (
      <EmptyState title={t`This invitation is not open any more`} action={<ToStart />}>
        <Trans>
          It may have run out, been used up or been revoked. Ask whoever sent it for a new one.
        </Trans>
      </EmptyState>
    )
  }
  if (ended === undefined) return null
  if (ended) {
    const { title, advice } = endedWords(ended)
    return (
      <EmptyState title={title} action={<ToStart />}>
        {advice}
      </EmptyState>
    )
  }
  const { title, advice } = failureWords(problem)
  return (
    <EmptyState title={title} action={<Button onPress={onAgain}>{t`Try again`}</Button>}>
      {advice}
    </EmptyState>
  )
}

function ToStart() {
  return (
    <LinkButton href="/">
      <Trans>To the start page</Trans>
    </LinkButton>
  )
}
