/** The greeting of the start page, today, and one big button to the plan that was written in last. */
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
  readonly school: MySchool
  readonly plans: readonly PlanSummary[]
}

export function Hello({ firstName, school, plans }: HelloProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { schoolId, today } = school
  const latest = plans.toSorted((a, b) => b.changedAtMs - a.changedAtMs)[0]
  const mayWrite =
    latest !== undefined &&
    may({ memberships: [school] }, 'plan.write', { schoolId, planState: latest.state })
  const day = dayOfYear(today, language)
  const week = isoWeek(today)

  return (
    <div className={styles['hello']}>
      <div>
        <h1>{t`Hello, ${firstName}`}</h1>
        <p>
          <span className={styles['day']}>{day}</span>, <Trans>week {week}</Trans>.
        </p>
      </div>
      {latest && (
        <LinkButton
          href={`/plans/${latest.planId}`}
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
