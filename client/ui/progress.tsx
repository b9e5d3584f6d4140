/** Something is being done and nobody knows how long it takes: a bar, and words beside it. */
import { type ReactNode, useId } from 'react'
import styles from './progress.module.css'

export function Progress({ children }: { readonly children: ReactNode }) {
  const wordsId = useId()
  return (
    <output className={styles['progress']}>
      <span id={wordsId}>{children}</span>
      <progress aria-labelledby={wordsId} />
    </output>
  )
}
