/** Who is responsible: discs and names. */
import type { Owner } from '../../shared/plan/plan.ts'
import { Avatar } from '../ui/avatar.tsx'
import styles from './owner-names.module.css'
import { useOwnerPerson } from './use-owner-person.ts'

interface OwnerNamesProps {
  readonly owners: readonly Owner[]
}

export function OwnerNames({ owners }: OwnerNamesProps) {
  const personOf = useOwnerPerson()
  return (
    <ul className={styles['owners']}>
      {owners.map(personOf).map(({ key, name, colour }) => (
        <li key={key}>
          <Avatar name={name} colour={colour} size="small" isDecoration />
          {name}
        </li>
      ))}
    </ul>
  )
}
