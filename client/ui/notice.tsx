/**
 * A short notice at the foot of the window, with one thing to do about it:
 * "Action deleted · Undo". The newest one; it stays until it is used, closed or
 * replaced, because nobody should have to hurry.
 */
import { useLingui } from '@lingui/react/macro'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './notice.module.css'

interface NoticeContent {
  readonly words: string
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

const NoticeContext = createContext<(notice: NoticeContent) => void>(() => undefined)

/** Shows a notice in place of the one before. */
export function useNotice(): (notice: NoticeContent) => void {
  return useContext(NoticeContext)
}

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui()
  const [notice, setNotice] = useState<NoticeContent | null>(null)
  const show = useMemo(() => (next: NoticeContent) => setNotice(next), [])
  const close = () => setNotice(null)

  return (
    <NoticeContext value={show}>
      {children}
      <output className={styles['place']}>
        {notice && (
          <div className={styles['notice']}>
            <span>{notice.words}</span>
            {notice.action && (
              <Button
                size="small"
                onPress={() => {
                  notice.action?.onPress()
                  close()
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <IconButton icon="close" size="small" label={t`Close the notice`} onPress={close} />
          </div>
        )}
      </output>
    </NoticeContext>
  )
}
