/** A few people side by side, and how many more there are. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Person } from '../open-plan/people.ts'
import { Avatar } from '../ui/avatar.tsx'
import styles from './people-row.module.css'

interface PeopleRowProps {
  readonly people: readonly Person[]
  readonly size?: 'small' | 'normal' | 'large'
  readonly most?: number
  /** The same people are named elsewhere for those who listen. */
  readonly isDecoration?: boolean
}

export function PeopleRow(props: PeopleRowProps) {
  const { people, size = 'normal', most = 4, isDecoration = false } = props
  const { t } = useLingui()
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const more = people.length - shown.length
  if (people.length === 0) return null

  return (
    <span
      className={styles['people']}
      {...(isDecoration ? { 'aria-hidden': true } : { role: 'group', 'aria-label': t`Here now` })}
    >
      {shown.map(({ clientId, name, colour, isCalm }) => (
        <Avatar
          key={clientId}
          name={name}
          colour={colour}
          size={size}
          isCalm={isCalm}
          isDecoration={isDecoration}
        />
      ))}
      {more > 0 && (
        <span className={styles['more']}>
          <Trans>and {more} more</Trans>
        </span>
      )}
    </span>
  )
}
