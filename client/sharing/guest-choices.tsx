/** What a guest link says beyond whom it is for: its name, its last day, discussing or only reading. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type CalendarDate, calendarDateAt } from '../../shared/calendar-date.ts'
import { DateButton } from '../ui/date-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './share-dialog.module.css'

/** How long a guest link works, until another last day is chosen. */
const GUEST_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000

export interface GuestTraits {
  readonly label: string
  readonly lastDay: CalendarDate
  readonly discuss: boolean
}

/** Links live on the real day, in the example school too. */
export function firstGuestTraits(nowMs: number): GuestTraits {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const lastDay = calendarDateAt(nowMs + GUEST_DAYS * DAY_MS, timeZone)
  return { label: '', lastDay, discuss: false }
}

interface GuestChoicesProps {
  readonly traits: GuestTraits
  readonly onChange: (traits: GuestTraits) => void
}

export function GuestChoices({ traits, onChange }: GuestChoicesProps) {
  const { t } = useLingui()
  return (
    <>
      <TextInput
        label={t`Who are the guests?`}
        hint={t`For example: Grønnvika school, visit`}
        value={traits.label}
        onChange={(label) => onChange({ ...traits, label })}
        maxLength={80}
        autoComplete="off"
        isRequired
      />
      <div className={styles['choice']}>
        <span className={styles['label']}>
          <Trans>Last day</Trans>
        </span>
        <div>
          <DateButton
            label={t`Last day`}
            date={traits.lastDay}
            onChange={(lastDay) => lastDay !== null && onChange({ ...traits, lastDay })}
          />
        </div>
        <p className={styles['hint']}>
          <Trans>After that day the link is closed, and the guests are out.</Trans>
        </p>
      </div>
      <div className={styles['choice']}>
        <span className={styles['label']} id="guest-discuss">
          <Trans>The guests may</Trans>
        </span>
        <Segments
          labelledBy="guest-discuss"
          value={traits.discuss ? 'discuss' : 'read'}
          segments={[
            { value: 'read', label: t`Only read` },
            { value: 'discuss', label: t`Read and discuss` },
          ]}
          onChange={(chosen) => onChange({ ...traits, discuss: chosen === 'discuss' })}
        />
      </div>
    </>
  )
}
