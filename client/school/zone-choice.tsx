/** The time zone of a school: one of those that exist, found by the name of a city. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { SearchChoice } from '../ui/search-choice.tsx'

interface ZoneChoiceProps {
  /** IANA name. */
  readonly value: string
  readonly onChange: (zone: string) => void
}

export function ZoneChoice({ value, onChange }: ZoneChoiceProps) {
  const { t } = useLingui()
  const choices = useMemo(() => zoneChoices(value), [value])
  return (
    <SearchChoice
      label={t`Time zone`}
      hint={t`Decides when a day begins, and so when an action is late. Type the name of a city.`}
      value={value}
      choices={choices}
      none={t`No time zone has this name`}
      onChange={onChange}
    />
  )
}

/** Every zone the browser knows, and the school's own, should it not be among them. */
export function zoneChoices(
  own: string,
): readonly { readonly value: string; readonly words: string }[] {
  const known = Intl.supportedValuesOf('timeZone')
  const zones = known.includes(own) ? known : [own, ...known]
  return zones.map((zone) => ({ value: zone, words: zoneWords(zone) }))
}

/** 'Europe/Oslo' -> 'Oslo (Europe)': the city first, since that is what one looks for. */
function zoneWords(zone: string): string {
  const [area = zone, ...rest] = zone.replaceAll('_', ' ').split('/')
  return rest.length === 0 ? area : `${rest.join(', ')} (${area})`
}
