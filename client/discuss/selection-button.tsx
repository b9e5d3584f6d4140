/**
 * Small buttons at words that are chosen in a text one does not write in: the way to comment on
 * them, or suggest others, for those who may only read, and for all who drag over a text without going in. In a text
 * that is being written its tools have it. By keyboard the same is a key and a command.
 */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../ui/button.tsx'
import styles from './marks.module.css'

interface SelectionButtonProps {
  readonly main: HTMLElement
  readonly onComment: () => void
  /** null: they may not. */
  readonly onSuggest: (() => void) | null
}

interface Place {
  readonly left: number
  readonly insetBlockStart: number
}

export function SelectionButton({ main, onComment, onSuggest }: SelectionButtonProps) {
  const { t } = useLingui()
  const place = useSelectionEnd(main)
  if (!place) return null
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only keeps the selection
    <div
      className={styles['selected']}
      style={place}
      data-not-copied=""
      data-discuss-own=""
      // The words stay chosen.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button size="small" icon="comment" onPress={onComment}>
        {t`Comment`}
      </Button>
      {onSuggest && (
        <Button size="small" icon="pen" onPress={onSuggest}>
          {t`Suggest other words`}
        </Button>
      )}
    </div>,
    document.body,
  )
}

const BELOW_PX = 6
/** The buttons' own width, at most: they stay in the window. */
const WIDTH_PX = 330
/** Static words, or an editor that shows a colleague's caret to somebody who only reads. */
const READ_ONLY = '[data-static-text], .ProseMirror[contenteditable="false"]'
/** A selection that is being made moves with every event. */
const SETTLED_MS = 150

/** In pixels of the page; null: nothing is chosen in words that are read. */
function useSelectionEnd(main: HTMLElement): Place | null {
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => setPlace(selectionEnd(main))
    const lookSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(look, SETTLED_MS)
    }
    document.addEventListener('selectionchange', lookSoon)
    // Words that were chosen before this part had come.
    lookSoon()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', lookSoon)
    }
  }, [main])
  return place
}

function selectionEnd(main: HTMLElement): Place | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { commonAncestorContainer: around } = range
  const element = around instanceof Element ? around : around.parentElement
  if (!element?.closest(READ_ONLY) || !main.contains(element)) return null
  if (range.toString().trim() === '') return null
  const box = [...range.getClientRects()].at(-1)
  if (!box) return null
  const left = Math.max(8, Math.min(box.right, innerWidth - WIDTH_PX))
  return { left: left + scrollX, insetBlockStart: box.bottom + BELOW_PX + scrollY }
}
