/** What one is invited to, and by whom. What one does about it comes below. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { InvitationLook } from '../../shared/api/invitations.ts'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import styles from './join-page.module.css'

interface JoinInvitationProps {
  readonly invitation: InvitationLook
  readonly children: ReactNode
}

export function JoinInvitation({ invitation, children }: JoinInvitationProps) {
  const { planTitle, schoolName } = invitation
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <p className={styles['school']}>{schoolName}</p>
        <h1 className={styles['title']} dir="auto">
          {planTitle || <Trans>Plan without a title</Trans>}
        </h1>
        <p className={styles['lede']}>
          <InvitedWords invitation={invitation} />
        </p>
        <GuestWords invitation={invitation} />
      </div>
      {children}
    </div>
  )
}

/** For whom the link is, and until when it lets them in. */
function GuestWords({ invitation }: Pick<JoinInvitationProps, 'invitation'>) {
  const { language } = useLanguage()
  const nowMs = useNow()
  const { label, endsAtMs } = invitation
  if (endsAtMs === null) return null
  // Its last moment, not the first one after.
  const end = momentWords(endsAtMs - 1, nowMs, language)
  return (
    <p className={styles['note']}>
      {label !== null && <>{label}. </>}
      <Trans>You can come back until {end}.</Trans>
    </p>
  )
}

function InvitedWords({ invitation }: Pick<JoinInvitationProps, 'invitation'>) {
  const { inviterName, role } = invitation
  if (inviterName === null) {
    return role === 'teacher' ? (
      <Trans>You are invited to write this plan together with the others.</Trans>
    ) : (
      <Trans>You are invited to read this plan.</Trans>
    )
  }
  return role === 'teacher' ? (
    <Trans>{inviterName} invites you to write this plan together with the others.</Trans>
  ) : (
    <Trans>{inviterName} invites you to read this plan.</Trans>
  )
}
