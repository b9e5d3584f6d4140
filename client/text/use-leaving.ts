/**
 * Says when the focus has left an element for good: not to the text's own tools
 * (`data-text-tools`, wherever they stand), and not because the window lost it.
 */
import { type RefObject, useEffect } from 'react'

export function useLeaving(
  root: RefObject<HTMLElement | null>,
  isInside: boolean,
  onLeave: () => void,
): void {
  useEffect(() => {
    if (!isInside) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      // In the next turn the next element has the focus.
      clearTimeout(timer)
      timer = setTimeout(() => {
        const active = document.activeElement
        const isHere = root.current?.contains(active) === true
        const isInTools = active?.closest('[data-text-tools]') !== null
        if (document.hasFocus() && !isHere && !(active && isInTools)) onLeave()
      })
    }
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [root, isInside, onLeave])
}
