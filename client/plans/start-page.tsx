/** The start: the plans of my school with their maps, and one big button. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useState } from 'react'
import type { Me, MySchool } from '../../shared/api/me.ts'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { may } from '../../shared/access/policy.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { plansQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { FirstPlan } from './first-plan.tsx'
import { Hello } from './hello.tsx'
import { type DevicePlan, OfflinePlans } from './offline-plans.tsx'
import { PlanRow } from './plan-row.tsx'
import styles from './start-page.module.css'
import { lazyPart } from '../ui/lazy-part.ts'

const NewPlanDialog = lazyPart(() =>
  import('./new-plan-dialog.tsx').then(({ NewPlanDialog: dialog }) => dialog),
)

interface StartPageProps {
  readonly user: NonNullable<Me['user']>
  readonly schools: Me['schools']
  readonly account: ReactNode
  /** The plans of this person that the device can show without connection. */
  readonly plansOnDevice: () => Promise<readonly DevicePlan[]>
  /** What was set aside on this device. */
  readonly drawer: ReactNode
}

export function StartPage({ user, schools, account, plansOnDevice, drawer }: StartPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const [school] = schools
  return (
    <Page title={t`Our plans`} where={school?.name} account={account} {...choice}>
      {school ? (
        <SchoolPlans school={school} user={user} plansOnDevice={plansOnDevice} drawer={drawer} />
      ) : (
        <EmptyState title={t`You do not belong to a school yet`}>
          <Trans>Ask the coordinator at your school for an invitation.</Trans>
        </EmptyState>
      )}
    </Page>
  )
}

interface SchoolPlansProps extends Pick<StartPageProps, 'user' | 'plansOnDevice' | 'drawer'> {
  readonly school: MySchool
}

function SchoolPlans({ school, user, plansOnDevice, drawer }: SchoolPlansProps) {
  const plans = useQuery(plansQuery(school.schoolId))
  const failureWords = useFailureWords()
  const [isMaking, setIsMaking] = useState(false)
  const { schoolId } = school
  const mayCreate = may({ memberships: [school] }, 'plan.create', { schoolId })
  const failure = plans.isError ? failureWords(problemOf(plans.error)) : null
  const firstName = user.name.split(' ')[0] ?? user.name

  if (plans.data?.isFresh === false) {
    return (
      <div className={styles['page']}>
        <OfflinePlans
          school={school}
          firstName={firstName}
          remembered={plans.data.plans}
          plansOnDevice={plansOnDevice}
          onRetry={() => void plans.refetch()}
        />
        {drawer}
      </div>
    )
  }
  return (
    <div className={styles['page']}>
      {plans.data?.plans.length === 0 ? (
        <FirstPlan
          firstName={firstName}
          schoolName={school.name}
          onCreate={mayCreate ? () => setIsMaking(true) : null}
        />
      ) : (
        <>
          <Hello firstName={firstName} school={school} plans={plans.data?.plans ?? []} />
          {failure && (
            <ErrorNotice
              title={failure.title}
              action={
                <Button onPress={() => void plans.refetch()}>
                  <Trans>Try again</Trans>
                </Button>
              }
            >
              {failure.advice}
            </ErrorNotice>
          )}
          {plans.data && (
            <PlanList
              plans={plans.data.plans}
              onCreate={mayCreate ? () => setIsMaking(true) : null}
            />
          )}
        </>
      )}
      {drawer}
      {isMaking && (
        <Suspense fallback={null}>
          <NewPlanDialog school={school} onClose={() => setIsMaking(false)} />
        </Suspense>
      )}
    </div>
  )
}

interface PlanListProps {
  readonly plans: readonly PlanSummary[]
  readonly onCreate: (() => void) | null
}

function PlanList({ plans, onCreate }: PlanListProps) {
  return (
    <section aria-labelledby="our-plans">
      <div className={styles['listHead']}>
        <h2 id="our-plans">
          <Trans>Our plans</Trans>
        </h2>
        {onCreate && (
          <Button tone="quiet" size="small" icon="plus" onPress={onCreate}>
            <Trans>New plan</Trans>
          </Button>
        )}
      </div>
      <ul>
        {plans.map((plan) => (
          <PlanRow key={plan.planId} plan={plan} />
        ))}
      </ul>
    </section>
  )
}
