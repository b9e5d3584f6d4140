/** From when to when. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { DateButton } from '../ui/date-button.tsx'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import card from './action-card.module.css'
import styles from './action-dates.module.css'
import { useActionSetting } from './action-setting.ts'
import { useActionCommands } from './use-action-commands.ts'

interface ActionDatesProps {
  readonly action: Action
}

export function ActionDates({ action }: ActionDatesProps) {
  const { t } = useLingui()
  const { start, due } = action
  const isTurnedRound = start !== null && due !== null && due < start
  return (
    <>
      <span className={card['label']}>
        <Trans>Time</Trans>
      </span>
      <div className={styles['dates']}>
        <OneDate action={action} which="start" label={t`Start`} date={action.start} />
        <span className={styles['to']}>
          <Trans>to</Trans>
        </span>
        <OneDate action={action} which="due" label={t`Deadline`} date={action.due} />
        {isTurnedRound && (
          <output className={styles['note']}>
            <Trans>The deadline is before the start</Trans>
          </output>
        )}
      </div>
    </>
  )
}

interface OneDateProps extends ActionDatesProps {
  readonly which: 'start' | 'due'
  readonly label: string
  readonly date: CalendarDate | null
}

function OneDate({ action, which, label, date }: OneDateProps) {
  const { language } = useLanguage()
  const { mayWrite } = useActionSetting()
  const commands = useActionCommands()
  return (
    <span className={styles['date']}>
      {mayWrite ? (
        <DateButton
          label={label}
          date={date}
          command={which}
          onChange={(chosen) => commands.setDate(action.id, which, chosen)}
        />
      ) : (
        <span>{date ? shortDate(date, language) : '–'}</span>
      )}
      <span data-comments-at={`action:${action.id}:${which}`} data-not-copied="" />
    </span>
  )
}
