/** Others who are in this action right now, as small discs. */
import { Avatar } from '../ui/avatar.tsx'
import { usePeople } from '../open-plan/use-people.ts'
import styles from './people-at.module.css'

interface PeopleAtProps {
  readonly actionId: string
}

export function PeopleAt({ actionId }: PeopleAtProps) {
  const here = usePeople().filter(({ at }) => at.actionId === actionId)
  return (
    <span className={styles['people']}>
      {here.map(({ clientId, name, colour, isCalm }) => (
        <Avatar key={clientId} name={name} colour={colour} size="small" isCalm={isCalm} />
      ))}
    </span>
  )
}
