/** Making an invitation: for whom, and for how long. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { InvitedRole } from '../../shared/access/policy.ts'
import { INVITATION_DAYS, type InvitationDays } from '../../shared/api/invitations.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { makeInvitation } from '../api/invitations.ts'
import { invitationsQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { firstGuestTraits, GuestChoices } from './guest-choices.tsx'
import { useInvitedWords } from './invited-words.ts'
import styles from './share-dialog.module.css'

/** A link that was just made: what it is, and the secret that is told once. */
export interface MadeInvitation {
  readonly invitationId: string
  readonly url: string
  readonly role: InvitedRole
}

/** Enough for a big staff room; a link that went astray lets no crowd in. */
const MAX_USES = { teacher: 60, leadership: 10, guest: 30 } as const satisfies Record<
  InvitedRole,
  number
>

interface NewLinkProps {
  readonly planId: string
  readonly schoolName: string
  readonly onMade: (made: MadeInvitation) => void
}

export function NewLink({ planId, schoolName, onMade }: NewLinkProps) {
  const words = useInvitedWords()
  const [role, setRole] = useState<InvitedRole>('teacher')
  const [days, setDays] = useState<InvitationDays>(7)
  const [guest, setGuest] = useState(() => firstGuestTraits(Date.now()))
  const queries = useQueryClient()
  const making = useMutationOnce({
    mutationFn: () =>
      makeInvitation(planId, {
        role,
        days,
        maxUses: MAX_USES[role],
        ...(role === 'guest' ? guest : {}),
      }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: invitationsQuery(planId).queryKey })
      onMade({ ...made, role })
    },
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (!making.isPending && !making.isSuccess) making.mutate()
  }

  return (
    <form className={styles['part']} onSubmit={submit}>
      <div className={styles['choice']}>
        <span className={styles['label']} id="invite-role">
          <Trans>Invite to {schoolName}</Trans>
        </span>
        <Segments
          labelledBy="invite-role"
          value={role}
          segments={words.roles.map(({ role: value, name }) => ({ value, label: name }))}
          onChange={setRole}
        />
        <p className={styles['hint']} aria-live="polite">
          {words.may(role)}
        </p>
      </div>
      {role === 'guest' ? (
        <GuestChoices traits={guest} onChange={setGuest} />
      ) : (
        <DaysChoice days={days} onChange={setDays} />
      )}
      {making.isError && <MakingFailed error={making.error} />}
      <div className={styles['buttons']}>
        <Button type="submit" tone="main" icon="link" isPending={making.isPending}>
          <Trans>Make a link</Trans>
        </Button>
      </div>
    </form>
  )
}

interface DaysChoiceProps {
  readonly days: InvitationDays
  readonly onChange: (days: InvitationDays) => void
}

function DaysChoice({ days, onChange }: DaysChoiceProps) {
  const { t } = useLingui()
  const labels = { 1: t`One day`, 7: t`One week`, 30: t`One month` }
  const choose = (chosen: string) => {
    const known = INVITATION_DAYS.find((one) => String(one) === chosen)
    if (known) onChange(known)
  }
  return (
    <div className={styles['choice']}>
      <span className={styles['label']} id="invite-days">
        <Trans>The link works for</Trans>
      </span>
      <Segments
        labelledBy="invite-days"
        value={String(days)}
        segments={INVITATION_DAYS.map((one) => ({ value: String(one), label: labels[one] }))}
        onChange={choose}
      />
    </div>
  )
}

function MakingFailed({ error }: { readonly error: Error }) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const problem = problemOf(error)
  const { title, advice } =
    problem === 'too-many-requests'
      ? { title: t`There are very many links already`, advice: t`Revoke some of them first.` }
      : failureWords(problem)
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}
