/** One plan in the list: its map, its name, its state, how much is written, how its actions go. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { languageTraits } from '../../shared/languages.ts'
import { LateMark, StatusMark } from '../ui/status-mark.tsx'
import { Wheel, writtenFields } from '../ui/wheel.tsx'
import { momentWords, periodYears } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import { useStatusCount } from '../ui/status-words.ts'
import { PlanStatePill } from './plan-state-pill.tsx'
import styles from './plan-row.module.css'
import { STATUSES } from '../../shared/plan/status.ts'

const FIELDS = 10

interface PlanRowProps {
  readonly plan: PlanSummary
  /** More about it, in its last line. */
  readonly note?: ReactNode
  /** What can be done with it, at the end of the row. */
  readonly menu?: ReactNode
}

export function PlanRow({ plan, note, menu }: PlanRowProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const written = plan.wheel.reduce((sum, part) => sum + writtenFields(part), 0)
  const years = periodYears(plan.periodStart, plan.periodEnd)
  const changed = momentWords(plan.changedAtMs, useNow(), language)

  return (
    <li className={styles['row']}>
      <div className={styles['wheel']}>
        <Wheel
          parts={plan.wheel}
          isSmall
          label={t`Map of the plan: ${written} of ${FIELDS} fields written`}
        />
      </div>
      <div>
        <h3 className={styles['title']}>
          <Link href={`/plans/${plan.planId}`}>{plan.title || t`Plan without a title`}</Link>
        </h3>
        <p className={styles['meta']}>
          {years && <>{years} · </>}
          <Trans>
            {written} of {FIELDS} fields written
          </Trans>
        </p>
        <div className={styles['line']}>
          <PlanStatePill state={plan.state} />
          <span className={styles['small']}>
            <Trans>Changed {changed}</Trans>
          </span>
          {note}
        </div>
        <Leaders leaders={plan.leaders} />
      </div>
      <ActionCounts plan={plan} />
      {menu && <div className={styles['menu']}>{menu}</div>}
    </li>
  )
}

function Leaders({ leaders }: Pick<PlanSummary, 'leaders'>) {
  const { language } = useLanguage()
  const { head, responsible } = leaders
  const list = new Intl.ListFormat(languageTraits(language).locale)
  const teachers = list.format(responsible)
  if (head === null && responsible.length === 0) return null
  return (
    <p className={styles['leaders']} dir="auto">
      {head !== null && <Trans>Head: {head}.</Trans>}{' '}
      {responsible.length > 0 && <Trans>Responsible: {teachers}.</Trans>}
    </p>
  )
}

function ActionCounts({ plan }: Pick<PlanRowProps, 'plan'>) {
  const { t } = useLingui()
  const statusCount = useStatusCount()
  const statuses = plan.wheel.flatMap((part) => part.statuses)
  const late = plan.wheel.reduce((sum, part) => sum + part.lateCount, 0)
  const counts = STATUSES.map((status) => ({
    status,
    count: statuses.filter((one) => one === status).length,
  })).filter(({ count }) => count > 0)
  if (counts.length === 0) return <p className={styles['none']}>{t`No actions yet`}</p>

  return (
    <ul className={styles['counts']} aria-label={t`Actions`}>
      {counts.map(({ status, count }) => (
        <li key={status}>
          <StatusMark status={status} />
          {statusCount(status, count)}
        </li>
      ))}
      {late > 0 && (
        <li className={styles['late']}>
          <LateMark />
          <Plural value={late} one="# past its deadline" other="# past their deadline" />
        </li>
      )}
    </ul>
  )
}
