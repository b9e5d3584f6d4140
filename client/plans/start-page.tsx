/** The start: the plans of my school, or of each of my schools, and one big button. */
import { useLingui } from '@lingui/react/macro'
import { useQueries } from '@tanstack/react-query'
import { type ReactNode, Suspense, useState } from 'react'
import type { EndedSchool, Me, MySchool } from '../../shared/api/me.ts'
import { isOnlyPupil, may } from '../../shared/access/policy.ts'
import { plansQuery } from '../api/queries.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { NoticeProvider } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { JustEnded, NoSchool } from './ended-schools.tsx'
import { FirstPlan } from './first-plan.tsx'
import { Hello } from './hello.tsx'
import { type DevicePlan, OfflinePlans } from './offline-plans.tsx'
import { SchoolPlans } from './school-plans.tsx'
import styles from './start-page.module.css'

const NewPlanDialog = lazyPart(() =>
  import('./new-plan-dialog.tsx').then(({ NewPlanDialog: dialog }) => dialog),
)

interface StartPageProps {
  readonly user: NonNullable<Me['user']>
  readonly schools: Me['schools']
  /** Schools that I belonged to, the latest first. */
  readonly ended: readonly EndedSchool[]
  readonly account: ReactNode
  /** A school's name, with the way to its pages. */
  readonly renderSchool: (school: MySchool) => ReactNode
  /** The plans of this person that the device can show without connection. */
  readonly plansOnDevice: () => Promise<readonly DevicePlan[]>
  /** What was set aside on this device: also for those who belong to no school any more. */
  readonly drawer: ReactNode
  /** What others have said to me; null: nothing. */
  readonly waiting: ReactNode
}

export function StartPage(props: StartPageProps) {
  const { user, schools, ended, account, renderSchool, plansOnDevice, drawer, waiting } = props
  const { t } = useLingui()
  const choice = useLanguage()
  const [first, ...others] = schools
  const where = first && others.length === 0 ? renderSchool(first) : undefined
  // A pupil's made-up name is whole: 'Otter 7'.
  const firstName = isOnlyPupil({ memberships: schools }) ? user.name : firstWordOf(user.name)
  return (
    <Page title={t`Our plans`} where={where} account={account} {...choice}>
      {!first && <NoSchool ended={ended} />}
      <NoticeProvider>
        <div className={styles['page']}>
          {first && (
            <MyPlans
              schools={schools}
              firstName={firstName}
              renderSchool={renderSchool}
              plansOnDevice={plansOnDevice}
              waiting={waiting}
            />
          )}
          {first && <JustEnded ended={ended} />}
          {drawer}
        </div>
      </NoticeProvider>
    </Page>
  )
}

type Handed = 'schools' | 'renderSchool' | 'plansOnDevice' | 'waiting'

interface MyPlansProps extends Pick<StartPageProps, Handed> {
  readonly firstName: string
}

function MyPlans(props: MyPlansProps) {
  const { schools, firstName, renderSchool, plansOnDevice, waiting } = props
  const queries = useQueries({ queries: schools.map(({ schoolId }) => plansQuery(schoolId)) })
  const [makingAt, setMakingAt] = useState<MySchool | null>(null)
  const lists = schools.map((school, index) => {
    const query = queries[index]
    return {
      school,
      plans: query?.data?.plans ?? null,
      isFresh: query?.data?.isFresh !== false,
      error: query?.error ?? null,
      retry: () => void query?.refetch(),
    }
  })
  const alone = lists.length === 1 ? lists[0] : undefined
  const createAt = (school: MySchool) =>
    may({ memberships: [school] }, 'plan.create', { schoolId: school.schoolId })
      ? () => setMakingAt(school)
      : null

  if (lists.some(({ isFresh }) => !isFresh)) {
    return (
      <OfflinePlans
        lists={lists}
        firstName={firstName}
        plansOnDevice={plansOnDevice}
        onRetry={() => lists.forEach(({ retry }) => retry())}
      />
    )
  }
  return (
    <>
      {alone?.plans?.length === 0 ? (
        <FirstPlan
          firstName={firstName}
          schoolName={alone.school.name}
          onCreate={createAt(alone.school)}
        />
      ) : (
        <>
          <Hello firstName={firstName} lists={lists} />
          {waiting}
          {lists.map(({ school, plans, error, retry }) => (
            <SchoolPlans
              key={school.schoolId}
              school={school}
              heading={alone ? null : renderSchool(school)}
              plans={plans}
              error={error}
              onRetry={retry}
              onCreate={createAt(school)}
            />
          ))}
        </>
      )}
      {makingAt && (
        <Suspense fallback={null}>
          <NewPlanDialog school={makingAt} onClose={() => setMakingAt(null)} />
        </Suspense>
      )}
    </>
  )
}

function firstWordOf(name: string): string {
  return name.split(' ')[0] ?? name
}
