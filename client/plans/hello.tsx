/**
 * The greeting of the start page, today, and one big button to the plan that was written in last.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import type { MySchool } from '../../shared/api/me.ts'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { may } from '../../shared/access/policy.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { dayOfYear, isoWeek } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './start-page.module.css'

interface HelloProps {
  readonly firstName: string
  /** Of one school at least. */
  readonly lists: readonly SchoolList[]
}

/** The plans of one of my schools; null as long as they are not known. */
export interface SchoolList {
  readonly school: MySchool
  readonly plans: readonly PlanSummary[] | null
}

export function Hello({ firstName, lists }: HelloProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const all = lists.flatMap(({ school, plans }) => (plans ?? []).map((plan) => ({ school, plan })))
  const latest = all.toSorted((a, b) => b.plan.changedAtMs - a.plan.changedAtMs)[0]
  const mayWrite =
    latest !== undefined &&
    may({ memberships: [latest.school] }, 'plan.write', {
      schoolId: latest.school.schoolId,
      planState: latest.plan.state,
    })
  const today = lists[0]?.school.today
  const day = today && dayOfYear(today, language)
  const week = today && isoWeek(today)

  return (
    <div className={styles['hello']}>
      <div>
        <h1>{t`Hello, ${firstName}`}</h1>
        {day && (
          <p>
            <span className={styles['day']}>{day}</span>, <Trans>week {week}</Trans>.
          </p>
        )}
      </div>
      {latest && (
        <LinkButton
          href={`/plans/${latest.plan.planId}`}
          tone="main"
          size="big"
          {...(mayWrite && { icon: 'pen' })}
        >
          {mayWrite ? <Trans>Continue writing</Trans> : <Trans>Read the plan</Trans>}
        </LinkButton>
      )}
    </div>
  )
}
