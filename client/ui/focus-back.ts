/** Where the focus goes when a dialog closes and what it came from cannot take it. */
import { useEffect, useState } from 'react'

/** Of the first of dialogs that lead from one to the next: what had the focus before it. */
let beforeAll: Element | null = null

/**
 * Stands in a dialog, which gives the focus back by itself in the next frame. When it was closed
 * by an answer and not by a key or a press, the page behind it may still be inert by then, and
 * nothing in it takes the focus; what was pressed may have gone with the dialog before; and who
 * came by an address had the focus nowhere.
 */
export function FocusBack() {
  const [before] = useState(() => {
    const now = document.activeElement
    if (now !== document.body && !isInDialog(now)) beforeAll = now
    return now
  })
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        for (const place of [before, beforeAll, document.getElementById('main')]) {
          if (document.activeElement !== document.body) break
          if (place instanceof HTMLElement) place.focus({ preventScroll: true })
        }
        if (!isInDialog(document.activeElement)) beforeAll = null
      })
    },
    [before],
  )
  return null
}

function isInDialog(element: Element | null): boolean {
  return element?.closest('[role="dialog"]') != null
}
