/** Something went wrong: what happened, whether the text is safe, what to do. */
import type { ReactNode } from 'react'
import styles from './error-notice.module.css'
import { Icon } from './icon.tsx'

interface ErrorNoticeProps {
  readonly title: string
  readonly children: ReactNode
  /** The one thing to do: a button or a link. */
  readonly action?: ReactNode
}

export function ErrorNotice({ title, children, action }: ErrorNoticeProps) {
  return (
    <div className={styles['notice']} role="alert">
      <span className={styles['icon']}>
        <Icon name="warning" />
      </span>
      <div>
        <p className={styles['title']}>{title}</p>
        <div className={styles['words']}>{children}</div>
        {action && <div className={styles['action']}>{action}</div>}
      </div>
    </div>
  )
}
