/** A whole page with one thing to say and one thing to do: not found, not allowed, opening. */
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section className={styles['empty']}>
      <h1 className={styles['title']}>{title}</h1>
      <div className={styles['words']}>{children}</div>
      {action}
    </section>
  )
}
