/** The plans of one school: under its name for whoever has several. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { PlanRow } from './plan-row.tsx'
import styles from './start-page.module.css'

interface SchoolPlansProps {
  /** null for whoever has one school. */
  readonly schoolName: string | null
  /** null as long as they are not known. */
  readonly plans: readonly PlanSummary[] | null
  readonly error: unknown
  readonly onRetry: () => void
  /** null for those who may not make plans. */
  readonly onCreate: (() => void) | null
}

export function SchoolPlans({ schoolName, plans, error, onRetry, onCreate }: SchoolPlansProps) {
  const { t } = useLingui()
  const headId = useId()
  const failureWords = useFailureWords()
  const failure = error === null ? null : failureWords(problemOf(error))
  if (!plans && !failure) return null

  return (
    <section className={styles['school']} aria-labelledby={headId}>
      {failure && (
        <ErrorNotice
          title={failure.title}
          action={
            <Button onPress={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {failure.advice}
        </ErrorNotice>
      )}
      <div className={styles['listHead']}>
        <h2 id={headId}>{schoolName ?? t`Our plans`}</h2>
        {plans && onCreate && (
          <Button
            tone="quiet"
            size="small"
            icon="plus"
            {...(schoolName !== null && { 'aria-label': t`New plan: ${schoolName}` })}
            onPress={onCreate}
          >
            <Trans>New plan</Trans>
          </Button>
        )}
      </div>
      {plans?.length === 0 && (
        <p className={styles['none']}>
          <Trans>No plans here yet.</Trans>
        </p>
      )}
      <ul>
        {plans?.map((plan) => (
          <PlanRow key={plan.planId} plan={plan} />
        ))}
      </ul>
    </section>
  )
}
