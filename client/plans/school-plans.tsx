/**
 * The plans of one school: under its name for whoever has several. With a search when
 * they are many; archived ones are folded away.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import { may } from '../../shared/access/policy.ts'
import type { MySchool } from '../../shared/api/me.ts'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { findPlans, orderPlans } from './find-plans.ts'
import { FoundInPlans } from './found-in-plans.tsx'
import { PlanRow } from './plan-row.tsx'
import { SettleMenu } from './settle-menu.tsx'
import styles from './start-page.module.css'

/** One is read on its own page. */
const ONE = 1

interface SchoolPlansProps {
  readonly school: MySchool
  /** The school's name, with the way to its pages; null for whoever has one school. */
  readonly heading: ReactNode
  /** null as long as they are not known. */
  readonly plans: readonly PlanSummary[] | null
  readonly error: unknown
  readonly onRetry: () => void
  /** null for those who may not make plans. */
  readonly onCreate: (() => void) | null
}

export function SchoolPlans(props: SchoolPlansProps) {
  const { school, heading, plans, error, onRetry, onCreate } = props
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
        <h2 id={headId}>{heading ?? t`Our plans`}</h2>
        {plans && onCreate && (
          <Button
            tone="quiet"
            size="small"
            icon="plus"
            {...(heading !== null && { 'aria-label': t`New plan: ${school.name}` })}
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
      {plans && <Listed plans={plans} school={school} />}
    </section>
  )
}

interface ListedProps {
  readonly plans: readonly PlanSummary[]
  readonly school: MySchool
}

function Listed({ plans, school }: ListedProps) {
  const { t } = useLingui()
  const [search, setSearch] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const isSearching = search.trim() !== ''
  const found = findPlans(plans, search)
  const { current, archived } = orderPlans(found)
  // What is looked for is found wherever it lies.
  const shown = isSearching ? found : current

  return (
    <>
      {plans.length > ONE && (
        <div className={styles['search']}>
          <SearchBox label={t`Search the plans`} value={search} onChange={setSearch}>
            {isSearching && (
              <Plural
                value={found.length}
                _0="No plan has these words"
                one="# plan"
                other="# plans"
              />
            )}
          </SearchBox>
        </div>
      )}
      <PlanRows plans={shown} school={school} />
      {isSearching && <FoundInPlans schoolId={school.schoolId} words={search} />}
      {!isSearching && archived.length > 0 && (
        <div className={styles['archived']}>
          <Disclosure
            label={
              <Plural value={archived.length} one="# archived plan" other="# archived plans" />
            }
            isOpen={isOpen}
            onToggle={setIsOpen}
          >
            <PlanRows plans={archived} school={school} />
          </Disclosure>
        </div>
      )}
    </>
  )
}

function PlanRows({ plans, school }: ListedProps) {
  const { schoolId } = school
  return (
    <ul>
      {plans.map((plan) => {
        const what = { schoolId, planState: plan.state }
        const menu = may({ memberships: [school] }, 'plan.settle', what) ? (
          <SettleMenu plan={plan} schoolId={schoolId} />
        ) : null
        return <PlanRow key={plan.planId} plan={plan} menu={menu} />
      })}
    </ul>
  )
}
