/** The facts of an action that changed, or all of one that is new or gone. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { ActionChange, ActionPartChange } from '../../shared/plan/plan-difference.ts'
import type { Action, CheckIn, Owner } from '../../shared/plan/plan.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { useStatusWords } from '../ui/status-words.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './action-difference.module.css'
import { Gone, New, Replaced } from './changed.tsx'
import { useOwnerName } from './history-setting.ts'

interface ActionFactsProps {
  readonly change: ActionChange
  /** Facts that did not change are shown too. */
  readonly isWhole: boolean
}

/** 'same': shown as it is; 'gone' and 'new': all of it; 'changed': its own change. */
type FactKind = 'same' | 'gone' | 'new' | 'changed'

export function ActionFacts({ change, isWhole }: ActionFactsProps) {
  const { action, before, after, parts } = change
  const isNew = before.kind === 'absent' && after.kind === 'here'
  const isGone = after.kind !== 'here' && before.kind === 'here'
  const rest: FactKind = isNew ? 'new' : isGone ? 'gone' : 'same'
  const isRestShown = isNew || isGone || isWhole
  const factOf = (part: ActionPartChange['part']) => parts.find((one) => one.part === part)
  const checkIns = parts.flatMap((one) => (one.part === 'check-in' ? [one] : []))
  const [status, owners] = [factOf('status'), factOf('owners')]
  const dates = (['start', 'due'] as const).map((name) => ({ name, change: factOf(name) }))

  return (
    <dl className={styles['facts']}>
      {(status ?? isRestShown) && (
        <Fact label={<Trans>Status</Trans>}>
          <StatusFact action={action} change={status} rest={rest} />
        </Fact>
      )}
      {(owners ?? (isRestShown && action.owners.length > 0)) && (
        <Fact label={<Trans>Owner</Trans>}>
          <OwnersFact action={action} change={owners} rest={rest} />
        </Fact>
      )}
      {dates.map(({ name, change: part }) =>
        (part ?? (isRestShown && action[name] !== null)) ? (
          <Fact
            key={name}
            label={name === 'start' ? <Trans>Start</Trans> : <Trans>Deadline</Trans>}
          >
            <DateFact date={action[name]} change={part} rest={rest} />
          </Fact>
        ) : null,
      )}
      {checkIns.map(({ from, to }) => (
        <Fact key={(to ?? from)?.id} label={<Trans>Check-in</Trans>}>
          <Replaced
            from={from && <CheckInWords checkIn={from} />}
            to={to && <CheckInWords checkIn={to} />}
          />
        </Fact>
      ))}
    </dl>
  )
}

function Fact({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface OneFactProps {
  readonly change: ActionPartChange | undefined
  /** How it is shown when nothing changed it. */
  readonly rest: FactKind
}

function StatusFact({ action, change, rest }: OneFactProps & { readonly action: Action }) {
  const statusWords = useStatusWords()
  const words = (status: Action['status']) => (
    <span className={styles['status']}>
      <StatusMark status={status} />
      {statusWords[status]}
    </span>
  )
  if (change?.part !== 'status') return <Rest kind={rest}>{words(action.status)}</Rest>
  return <Replaced from={words(change.from)} to={words(change.to)} />
}

function OwnersFact({ action, change, rest }: OneFactProps & { readonly action: Action }) {
  const ownerName = useOwnerName()
  const names = (owners: readonly Owner[]) => owners.map(ownerName).join(', ')
  if (change?.part !== 'owners') return <Rest kind={rest}>{names(action.owners)}</Rest>
  const fresh = change.fresh.map((owner) => JSON.stringify(owner))
  const kept = action.owners.filter((owner) => !fresh.includes(JSON.stringify(owner)))
  return (
    <>
      {kept.length > 0 && `${names(kept)} `}
      <Replaced
        from={change.gone.length > 0 ? names(change.gone) : null}
        to={change.fresh.length > 0 ? names(change.fresh) : null}
      />
    </>
  )
}

function DateFact({ date, change, rest }: OneFactProps & { readonly date: CalendarDate | null }) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const words = (one: CalendarDate | null) => (one ? shortDate(one, language) : t`no date`)
  if (change?.part !== 'start' && change?.part !== 'due') {
    return <Rest kind={rest}>{words(date)}</Rest>
  }
  return (
    <Replaced
      from={change.from && words(change.from)}
      to={change.to === null && change.from !== null ? null : words(change.to)}
    />
  )
}

function CheckInWords({ checkIn: { date, status, text } }: { readonly checkIn: CheckIn }) {
  const { language } = useLanguage()
  const statusWords = useStatusWords()
  return <>{`${shortDate(date, language)} · ${statusWords[status]} · ${text}`}</>
}

function Rest({ kind, children }: { readonly kind: FactKind; readonly children: ReactNode }) {
  if (kind === 'gone') return <Gone>{children}</Gone>
  return kind === 'new' ? <New>{children}</New> : children
}
