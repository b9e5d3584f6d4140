/** Something is being done and nobody knows how long it takes: a bar, and words beside it. */
import { type ReactNode, useId } from 'react'
import styles from './progress.module.css'

export function Progress({ children }: { readonly children: ReactNode }) {
  const wordsId = useId()
  return (
    <div className={styles['progress']} role="status">
      <p id={wordsId}>{children}</p>
      <progress aria-labelledby={wordsId} />
    </div>
  )
}
