/** A whole page with one thing to say and one thing to do: not found, not allowed, opening. */
import type { ReactNode } from 'react'
import { useHeadingFocus } from './heading-focus.ts'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly action?: ReactNode
  /** It came in the place of a page on which something may have had the focus. */
  readonly takesFocus?: boolean
}

export function EmptyState(props: EmptyStateProps) {
  const { title, children, action, takesFocus = false } = props
  const heading = useHeadingFocus(takesFocus)
  return (
    <section className={styles['empty']}>
      <h1 className={styles['title']} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className={styles['words']}>{children}</div>
      {action}
    </section>
  )
}
