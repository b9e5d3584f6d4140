/** One open invitation to an address: for whom, until when, and revoking it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonalInvitation } from '../../shared/api/personal-invitations.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { revokePersonalInvitation } from '../api/members.ts'
import { problemOf } from '../api/request.ts'
import { personalInvitationsQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { useNotice } from '../ui/notice.tsx'
import { dayAndTime } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './people.module.css'
import { useRoleWords } from './role-words.ts'

interface PersonalInvitationRowProps {
  readonly invitation: PersonalInvitation
  readonly schoolId: string
}

export function PersonalInvitationRow({ invitation, schoolId }: PersonalInvitationRowProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const words = useRoleWords()
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const { name, email, role } = invitation
  const end = dayAndTime(invitation.expiresAtMs, language)
  const revoking = useMutationOnce({
    mutationFn: () => revokePersonalInvitation(invitation.invitationId),
    onSuccess: async () => {
      show({ words: t`The invitation of ${name} is revoked.` })
      await queries.invalidateQueries(personalInvitationsQuery(schoolId))
      keepFocus()
    },
  })

  return (
    <li className={styles['invited']}>
      <div>
        <p className={styles['name']} dir="auto">
          {name}
        </p>
        <p className={styles['facts']}>
          {words[role].name} · {email}
        </p>
      </div>
      <p className={styles['state']}>
        <Trans>Works until {end}</Trans>
      </p>
      <Button
        size="small"
        aria-label={t`Revoke the invitation of ${name}`}
        onPress={() => setIsAsked(true)}
      >
        <Trans>Revoke</Trans>
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={t`Revoke the invitation of ${name}?`}
          button={t`Revoke`}
          isPending={revoking.isPending}
          failure={revoking.isError ? failureWords(problemOf(revoking.error)) : null}
          onConfirm={() => revoking.mutate()}
          onClose={() => setIsAsked(false)}
        >
          <p>
            <Trans>The link in the letter to {email} opens nothing after that.</Trans>
          </p>
        </ConfirmDialog>
      )}
    </li>
  )
}
