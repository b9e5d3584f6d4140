/** The inside of a date's box: type the date, or pick it in the calendar, or take it away. */
import { type CalendarDate as AriaDate, parseDate } from '@internationalized/date'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Heading } from 'react-aria-components/Heading'
import { type CalendarDate, parseCalendarDate } from '../../shared/calendar-date.ts'
import { mendAriaDays } from '../words/aria-days.ts'
import { Button } from './button.tsx'
import styles from './date-panel.module.css'
import { Icon } from './icon.tsx'

mendAriaDays()

interface DatePanelProps {
  readonly label: string
  readonly date: CalendarDate | null
  readonly onChange: (date: CalendarDate | null) => void
  readonly onClose: () => void
}

export function DatePanel({ label, date, onChange, onClose }: DatePanelProps) {
  const value = date === null ? null : parseDate(date)
  // While the year is typed it is 2, 20, 202: not a date yet, but what stands in the field.
  const [halfTyped, setHalfTyped] = useState<AriaDate | null>(null)
  const change = (typed: AriaDate | null) => {
    const parsed = typed && parseCalendarDate(typed.toString())
    setHalfTyped(parsed ? null : typed)
    if (parsed) onChange(parsed)
  }

  return (
    <div className={styles['panel']}>
      <DateField
        aria-label={label}
        value={halfTyped ?? value}
        onChange={change}
        shouldForceLeadingZeros
      >
        <DateInput className={styles['input']}>
          {(segment) => <DateSegment segment={segment} className={styles['segment']} />}
        </DateInput>
      </DateField>
      <Calendar
        aria-label={label}
        value={value}
        onChange={(picked) => {
          change(picked)
          onClose()
        }}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the box has just been opened by its button
        autoFocus
      >
        <CalendarHead />
        <CalendarGrid className={styles['grid']} weekdayStyle="short">
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className={styles['weekday']}>{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(day) => <CalendarCell date={day} className={styles['day']} />}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      {date !== null && (
        <Button
          tone="quiet"
          size="small"
          icon="close"
          onPress={() => {
            onChange(null)
            onClose()
          }}
        >
          <Trans>Remove the date</Trans>
        </Button>
      )}
    </div>
  )
}

function CalendarHead() {
  const { t } = useLingui()
  return (
    <header className={styles['head']}>
      <AriaButton slot="previous" className={styles['turn']} aria-label={t`Previous month`}>
        <Icon name="chevron-left" />
      </AriaButton>
      <Heading className={styles['month']} />
      <AriaButton slot="next" className={styles['turn']} aria-label={t`Next month`}>
        <Icon name="chevron-right" />
      </AriaButton>
    </header>
  )
}
