/** Names of those who are in a text that is shown here without an editor. */
import styles from './caret.module.css'
import type { Visitor } from './use-visitors.ts'

interface VisitorChipsProps {
  readonly visitors: readonly Visitor[]
}

export function VisitorChips({ visitors }: VisitorChipsProps) {
  if (visitors.length === 0) return null
  return (
    <ul className={styles['chips']}>
      {visitors.map(({ clientId, name, colour }) => (
        <li key={clientId} className={styles['chip']} data-colour={colour}>
          {name}
        </li>
      ))}
    </ul>
  )
}
