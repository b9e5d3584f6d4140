/** By what new people can come in at this moment: open links, and invitations to one address. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { MySchool } from '../../shared/api/me.ts'
import { plansQuery } from '../api/queries.ts'
import { personalInvitationsQuery } from '../api/school-queries.ts'
import { OpenInvitations } from '../sharing/open-invitations.tsx'
import { ListProblem } from './list-problem.tsx'
import { PersonalInvitationRow } from './personal-invitation-row.tsx'
import styles from './people.module.css'
import { mayIn } from './school-frame.tsx'

export function OpenDoors({ school }: { readonly school: MySchool }) {
  const { t } = useLingui()
  const mayInvite = mayIn(school, 'school.invite')
  const plans = useQuery(plansQuery(school.schoolId))
  const personal = useQuery({
    ...personalInvitationsQuery(school.schoolId),
    enabled: mayInvite,
  })
  // Any of them: each tells the open links of the whole school.
  const planId = plans.data?.plans[0]?.planId
  const invitations = personal.data?.invitations ?? []
  if (planId === undefined && invitations.length === 0 && !personal.isError) return null

  return (
    <section className={styles['doors']} aria-label={t`Ways in for new people`}>
      <h2>
        <Trans>Ways in for new people</Trans>
      </h2>
      {planId !== undefined && (
        <OpenInvitations planId={planId} mayRevoke={mayInvite} onRevoked={() => undefined} />
      )}
      {personal.isError && (
        <ListProblem error={personal.error} onRetry={() => void personal.refetch()} />
      )}
      {invitations.length > 0 && (
        <div>
          <h3 className={styles['role']}>
            <Trans>Invited by e-mail, not here yet</Trans>
          </h3>
          <ul>
            {invitations.map((invitation) => (
              <PersonalInvitationRow
                key={invitation.invitationId}
                invitation={invitation}
                schoolId={school.schoolId}
              />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
