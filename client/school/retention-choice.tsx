/** For how long a school keeps what may be thrown away. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ChoiceBox } from '../ui/choice-box.tsx'

interface RetentionChoiceProps {
  /** null: not decided. */
  readonly days: number | null
  readonly onChange: (days: number | null) => void
}

/** From a year to what the contract allows. */
const YEARS = { 365: 1, 730: 2, 1096: 3, 1826: 5, 3653: 10 } as const satisfies Record<
  number,
  number
>
const UNDECIDED = 'undecided'

export function RetentionChoice({ days, onChange }: RetentionChoiceProps) {
  const { t } = useLingui()
  const words = useRetentionWords()
  const known = Object.keys(YEARS).map(Number)
  const offered = days === null || known.includes(days) ? known : [...known, days]
  return (
    <ChoiceBox
      label={t`What may be thrown away is kept for`}
      hint={t`Plans are always kept. This is about old invitations, and the names of people who are not here any more.`}
      value={days === null ? UNDECIDED : String(days)}
      choices={[
        { value: UNDECIDED, label: t`Not decided yet: nothing is thrown away` },
        ...offered
          .toSorted((a, b) => a - b)
          .map((one) => ({ value: String(one), label: words(one) })),
      ]}
      onChange={(value) => onChange(value === UNDECIDED ? null : Number(value))}
    />
  )
}

/** @returns a number of days as people say it. */
export function useRetentionWords(): (days: number) => string {
  const { t } = useLingui()
  return (days) => {
    const years = yearsOf(days)
    return years === null
      ? t`${plural(days, { one: '# day', other: '# days' })}`
      : t`${plural(years, { one: '# year', other: '# years' })}`
  }
}

function yearsOf(days: number): number | null {
  const found = Object.entries(YEARS).find(([key]) => Number(key) === days)
  return found ? found[1] : null
}
