/** The top of the paper: what kind of plan, its title, its facts. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { DateButton } from '../ui/date-button.tsx'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './title-block.module.css'
import { TitleField } from './title-field.tsx'
import { useSetPeriod } from './use-plan-facts.ts'

interface TitleBlockProps {
  /** 'Action plan for eTwinning' */
  readonly kind: string
  readonly school: string
  readonly periodStart: CalendarDate | null
  readonly periodEnd: CalendarDate | null
  readonly isReadOnly: boolean
  /** On the phone the wheel stands here. */
  readonly children: ReactNode
}

export function TitleBlock(props: TitleBlockProps) {
  const { kind, school, periodStart, periodEnd, isReadOnly, children } = props
  const { t } = useLingui()
  return (
    <div className={styles['block']}>
      <p className={styles['kind']}>
        {kind}
        <span data-comments-at="plan" data-not-copied="" />
      </p>
      <TitleField isReadOnly={isReadOnly} />
      {children}
      <dl className={styles['facts']}>
        <div>
          <dt>
            <Trans>School</Trans>
          </dt>
          <dd>{school}</dd>
        </div>
        <div>
          <dt>
            <Trans>Period</Trans>
          </dt>
          <dd className={styles['period']}>
            <PeriodDate
              which="periodStart"
              label={t`First day`}
              date={periodStart}
              isReadOnly={isReadOnly}
            />
            <span className={styles['to']}>
              <Trans>to</Trans>
            </span>
            <PeriodDate
              which="periodEnd"
              label={t`Last day`}
              date={periodEnd}
              isReadOnly={isReadOnly}
            />
          </dd>
        </div>
      </dl>
    </div>
  )
}

interface PeriodDateProps {
  readonly which: 'periodStart' | 'periodEnd'
  readonly label: string
  readonly date: CalendarDate | null
  readonly isReadOnly: boolean
}

function PeriodDate({ which, label, date, isReadOnly }: PeriodDateProps) {
  const { language } = useLanguage()
  const setPeriod = useSetPeriod()
  if (isReadOnly) return <span>{date ? shortDate(date, language) : '–'}</span>
  return (
    <DateButton
      label={label}
      date={date}
      command={which}
      tone="quiet"
      onChange={(chosen) => setPeriod(which, chosen)}
    />
  )
}
