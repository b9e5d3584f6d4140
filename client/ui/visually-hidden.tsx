/** Words for those who listen to the page; nothing to see. */
import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

interface VisuallyHiddenProps {
  readonly id?: string
  readonly children: ReactNode
}

export function VisuallyHidden({ id, children }: VisuallyHiddenProps) {
  return (
    <span className={styles['hidden']} id={id} data-not-copied="">
      {children}
    </span>
  )
}
