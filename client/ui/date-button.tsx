/**
 * A date one can change: the date in words, and behind it a box with a field to
 * type in and a calendar. The box is loaded when it is first wanted.
 */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useRef, useState } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { Button, type ButtonTone } from './button.tsx'
import { lazyPart } from './lazy-part.ts'

const DateBox = lazyPart(() => import('./date-box.tsx').then(({ DateBox: box }) => box))

interface DateButtonProps {
  /** What the date is: 'Deadline'. */
  readonly label: string
  readonly date: CalendarDate | null
  readonly tone?: ButtonTone
  /** By this commands find the button. */
  readonly command?: string
  readonly onChange: (date: CalendarDate | null) => void
}

export function DateButton({ label, date, tone = 'plain', command, onChange }: DateButtonProps) {
  const { t } = useLingui()
  const { locale } = useLocale()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const words = date === null ? t`Choose a date` : dateWords(date, locale)

  return (
    <>
      <Button
        ref={button}
        icon="calendar"
        tone={tone}
        data-command={command}
        aria-label={`${label}: ${words}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(true)}
      >
        {words}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <DateBox
            trigger={button}
            label={label}
            date={date}
            onChange={onChange}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
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
