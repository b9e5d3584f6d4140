/**
 * A short notice at the foot of the window, with one thing to do about it:
 * "Action deleted · Undo". The newest one. What one can do something about stays until
 * that is done, it is closed or replaced, because nobody should have to hurry; what only
 * tells goes by itself, before it is not true any more, and so does what is offered elsewhere
 * as well.
 */
import { useLingui } from '@lingui/react/macro'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './notice.module.css'

/** Time enough to read two short sentences twice. */
const TELLING_MS = 12_000
/** And to do what it offers. */
const PASSING_MS = 20_000

interface NoticeContent {
  readonly words: string
  readonly action?: { readonly label: string; readonly onPress: () => void }
  /**
   * Of one whose action is to be found elsewhere too: it goes by itself. Calls back when it is
   * not true any more, and then it goes at once.
   *
   * @returns stop.
   */
  readonly passing?: (onOver: () => void) => () => void
  /** Of one that stays until its action is done: calls back when that was done another way. */
  readonly until?: (onOver: () => void) => () => void
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
  useEffect(() => {
    if (!notice) return undefined
    const { action, passing, until } = notice
    const end = () => setNotice(null)
    const isStaying = action && !passing
    const timer = isStaying ? undefined : setTimeout(end, action ? PASSING_MS : TELLING_MS)
    const stop = (passing ?? until)?.(end)
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [notice])

  return (
    <NoticeContext value={show}>
      {children}
      <output className={styles['place']}>
        {notice && (
          <div className={styles['notice']}>
            <span className={styles['words']}>{notice.words}</span>
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
