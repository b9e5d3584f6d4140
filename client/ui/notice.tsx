/**
 * A short notice at the foot of the window, with one thing to do about it:
 * "Action deleted · Undo". The newest one. What one can do something about stays until
 * that is done, it is closed or replaced, because nobody should have to hurry; what only
 * tells goes by itself, before it is not true any more, and so does what is offered elsewhere
 * as well. What nobody must miss stands below it until it has been seen: two at most.
 */
import { useLingui } from '@lingui/react/macro'
import {
  createContext,
  type FocusEvent,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { keepFocus } from './keep-focus.ts'
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
  /**
   * Of what nobody must miss: it stays until its action is taken or it is closed, and is called
   * back then. Only another one like it takes its place: who shows that says both.
   */
  readonly onSeen?: () => void
}

const NoticeContext = createContext<(notice: NoticeContent) => void>(() => undefined)

/** Shows a notice in place of the one before. */
export function useNotice(): (notice: NoticeContent) => void {
  return useContext(NoticeContext)
}

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<NoticeContent | null>(null)
  const [unseen, setUnseen] = useState<NoticeContent | null>(null)
  const show = useMemo(
    () => (next: NoticeContent) => (next.onSeen ? setUnseen(next) : setNotice(next)),
    [],
  )
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
      <div className={styles['place']}>
        {/* Two live regions: what comes is heard, and not once more what stays. */}
        <output>{notice && <NoticeBox notice={notice} onClose={() => setNotice(null)} />}</output>
        <output>{unseen && <NoticeBox notice={unseen} onClose={() => setUnseen(null)} />}</output>
      </div>
    </NoticeContext>
  )
}

interface NoticeBoxProps {
  readonly notice: NoticeContent
  readonly onClose: () => void
}

function NoticeBox({ notice: { words, action, onSeen }, onClose }: NoticeBoxProps) {
  const { t } = useLingui()
  const focusBefore = useFocusBefore()
  const close = () => {
    onSeen?.()
    onClose()
  }
  return (
    <div className={styles['notice']} {...focusBefore}>
      <span className={styles['words']}>{words}</span>
      {action && (
        <Button
          size="small"
          onPress={() => {
            action.onPress()
            close()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" size="small" label={t`Close the notice`} onPress={close} />
    </div>
  )
}

/**
 * Gives the focus back to what had it before the notice, when that goes with the focus in it.
 *
 * @returns of the notice's box, and what takes note of the focus that comes into it.
 */
function useFocusBefore() {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  // Before the box is taken away: after that nothing tells that the focus was in it.
  useLayoutEffect(() => {
    const element = box.current
    return () => {
      if (!element?.contains(document.activeElement)) return
      keepFocus(before.current?.isConnected ? before.current : '#main')
    }
  }, [])
  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isFromHere = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
    if (!isFromHere && relatedTarget instanceof Element) before.current = relatedTarget
  }
  return { ref: box, onFocus }
}
