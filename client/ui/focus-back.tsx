/** Where the focus goes when a dialog closes and what it came from cannot take it. */
import { useEffect, useRef, useState } from 'react'

/** What had the focus before each dialog: of dialogs that lead from one to the next. */
const befores = new WeakMap<Element, Element | null>()

/**
 * Stands in a dialog, which gives the focus back by itself in the next frame. When it was closed
 * by an answer and not by a key or a press, the page behind it may still be inert by then, and
 * nothing in it takes the focus; what was pressed may have gone with the dialog before; and who
 * came by an address had the focus nowhere.
 */
export function FocusBack() {
  const mark = useRef<HTMLSpanElement>(null)
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    const dialog = dialogAround(mark.current)
    if (dialog) befores.set(dialog, before)
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        placeBefore(before)?.focus({ preventScroll: true })
      })
    }
  }, [before])
  return <span ref={mark} hidden />
}

/** null: it is gone, and whoever took it away says where the focus goes. */
function placeBefore(before: Element | null): HTMLElement | null {
  if (before === null || before === document.body) return document.getElementById('main')
  if (before.isConnected) return before instanceof HTMLElement ? before : null
  const dialog = dialogAround(before)
  return dialog ? placeBefore(befores.get(dialog) ?? null) : null
}

function dialogAround(element: Element | null): Element | null {
  return element?.closest('[role="dialog"]') ?? null
}
