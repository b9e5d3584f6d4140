/**
 * One open invitation, a link to people: for whom, how many came in, until when, and revoking it,
 * asked in place.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { OpenInvitation } from '../../shared/api/invitations.ts'
import { endInvitation, revokeInvitation } from '../api/invitations.ts'
import { invitationsQuery } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { dayAndTime } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { EndQuestion } from './end-question.tsx'
import { useInvitedWords } from './invited-words.ts'
import styles from './open-invitations.module.css'

interface OpenInvitationRowProps {
  readonly invitation: OpenInvitation
  /** The plan that is open. */
  readonly planId: string
  readonly mayRevoke: boolean
  readonly onRevoked: () => void
}

export function OpenInvitationRow(props: OpenInvitationRowProps) {
  const { invitation, planId, mayRevoke, onRevoked } = props
  const { t } = useLingui()
  const words = useInvitedWords()
  const [step, setStep] = useState<'untouched' | 'asked' | 'kept'>('untouched')
  const forWhom = invitation.label ?? words.name(invitation.role)

  return (
    <li className={styles['link']}>
      <div>
        <p className={styles['name']}>{forWhom}</p>
        <InvitationFacts invitation={invitation} planId={planId} />
      </div>
      {mayRevoke && step !== 'asked' && (
        <Button
          size="small"
          aria-label={t`Revoke the link: ${forWhom}`}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- back from the question, where one was
          autoFocus={step === 'kept'}
          onPress={() => setStep('asked')}
        >
          <Trans>Revoke</Trans>
        </Button>
      )}
      {step === 'asked' && (
        <RevokeQuestion
          invitationId={invitation.invitationId}
          planId={planId}
          isForGuests={invitation.role === 'guest'}
          onKeep={() => setStep('kept')}
          onRevoked={onRevoked}
        />
      )}
    </li>
  )
}

function InvitationFacts({
  invitation,
  planId,
}: Pick<OpenInvitationRowProps, 'invitation' | 'planId'>) {
  const { language } = useLanguage()
  const { madeBy, planTitle, uses, maxUses: room } = invitation
  // Its last moment, not the first one after: midnight would be the next day's.
  const end = dayAndTime(invitation.expiresAtMs - 1, language)
  return (
    <p className={styles['facts']}>
      <Plural
        value={uses}
        _0={`Nobody has come in yet, ${room} can.`}
        one={`One has come in, of ${room} who can.`}
        other={`# have come in, of ${room} who can.`}
      />{' '}
      <Trans>Works until {end}.</Trans>{' '}
      {invitation.role === 'guest' &&
        (invitation.discuss ? (
          <Trans>Guests read and discuss.</Trans>
        ) : (
          <Trans>Guests read.</Trans>
        ))}{' '}
      {madeBy !== null && <Trans>Made by {madeBy}.</Trans>}{' '}
      {invitation.planId !== planId && <Trans>Leads to the plan “{planTitle}”.</Trans>}
    </p>
  )
}

interface RevokeQuestionProps {
  readonly invitationId: string
  readonly planId: string
  readonly isForGuests: boolean
  readonly onKeep: () => void
  readonly onRevoked: () => void
}

function RevokeQuestion(props: RevokeQuestionProps) {
  const { invitationId, planId, isForGuests, onKeep, onRevoked } = props
  const revoke = {
    id: 'revoke',
    words: <Trans>Revoke the link</Trans>,
    end: () => revokeInvitation(invitationId),
  }
  const alsoOut = {
    id: 'end',
    words: <Trans>Revoke it, and the guests are out</Trans>,
    end: () => endInvitation(invitationId),
  }
  return (
    <EndQuestion
      ways={isForGuests ? [revoke, alsoOut] : [revoke]}
      listKey={invitationsQuery(planId).queryKey}
      onKeep={onKeep}
      onEnded={onRevoked}
    >
      {isForGuests ? (
        <Trans>
          After that nobody new comes in with the link. Shall those who came in stay until their
          last day, or be out at once?
        </Trans>
      ) : (
        <Trans>After that nobody new comes in with the link. Those who came in stay.</Trans>
      )}
    </EndQuestion>
  )
}
