/** Every open invitation, a link to people: what lets them in to the school at this moment. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { invitationsQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { OpenInvitationRow } from './open-invitation-row.tsx'
import styles from './open-invitations.module.css'
import parts from './share-dialog.module.css'

/** So that one sees the staff room come in. */
const LOOK_AGAIN_MS = 5000

interface OpenInvitationsProps {
  readonly planId: string
  readonly mayRevoke: boolean
  readonly onRevoked: (invitationId: string) => void
}

export function OpenInvitations({ planId, mayRevoke, onRevoked }: OpenInvitationsProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const [isOneRevoked, setIsOneRevoked] = useState(false)
  const links = useQuery({ ...invitationsQuery(planId), refetchInterval: LOOK_AGAIN_MS })
  const failure = links.isError ? failureWords(problemOf(links.error)) : null
  const open = links.data?.invitations ?? []

  const revoked = (invitationId: string) => {
    setIsOneRevoked(true)
    // Its row goes: the focus must stay somewhere.
    heading.current?.focus()
    onRevoked(invitationId)
  }

  return (
    <section className={parts['part']}>
      <div>
        <h3 className={parts['heading']} ref={heading} tabIndex={-1}>
          <Trans>Links that are open now</Trans>
        </h3>
        <output>{isOneRevoked && t`The link is revoked. Nobody new can come in with it.`}</output>
      </div>
      {failure && (
        <ErrorNotice
          title={failure.title}
          action={<Button onPress={() => void links.refetch()}>{t`Try again`}</Button>}
        >
          {failure.advice}
        </ErrorNotice>
      )}
      {links.isSuccess && open.length === 0 && (
        <p className={parts['hint']}>
          <Trans>None. Nobody new can come in.</Trans>
        </p>
      )}
      {open.length > 0 && (
        <ul className={styles['links']}>
          {open.map((invitation) => (
            <OpenInvitationRow
              key={invitation.invitationId}
              invitation={invitation}
              planId={planId}
              mayRevoke={mayRevoke}
              onRevoked={() => revoked(invitation.invitationId)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
