/**
 * A date one can change: the date in words, and behind it a box with a field to
 * type in and a calendar. The box is loaded when it is first wanted.
 */
import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useLocale } from 'react-aria-components/I18nProvider'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { Button, type ButtonTone } from './button.tsx'
import { PopoverDialog } from './popover.tsx'

const DatePanel = lazy(() =>
  import('./date-panel.tsx').then(({ DatePanel: panel }) => ({ default: panel })),
)

interface DateButtonProps {
  /** What the date is: 'Deadline'. */
  readonly label: string
  readonly date: CalendarDate | null
  readonly tone?: ButtonTone
  readonly onChange: (date: CalendarDate | null) => void
}

export function DateButton({ label, date, tone = 'plain', onChange }: DateButtonProps) {
  const { t } = useLingui()
  const { locale } = useLocale()
  const words = date === null ? t`Choose a date` : dateWords(date, locale)

  return (
    <DialogTrigger>
      <Button icon="calendar" tone={tone} aria-label={`${label}: ${words}`}>
        {words}
      </Button>
      <PopoverDialog label={label}>
        {(close) => (
          <Suspense fallback={<p>{t`One moment …`}</p>}>
            <DatePanel label={label} date={date} onChange={onChange} onClose={close} />
          </Suspense>
        )}
      </PopoverDialog>
    </DialogTrigger>
  )
}

function dateWords(date: CalendarDate, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${date}T00:00:00Z`))
}
