/**
 * Says when the focus has left an element for good: not to the text's own tools
 * (`data-text-tools`, wherever they stand), not because the window lost it, and not while a tool
 * that has closed gives it back, which it does in the next frame.
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
    let frame = 0
    let wasInTools = false
    const leaveIfGone = () => {
      const active = document.activeElement
      const isHere = root.current?.contains(active) === true
      if (document.hasFocus() && !isHere && !isInTools(active)) onLeave()
    }
    const look = () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      // In the next turn the next element has the focus.
      timer = setTimeout(() => {
        const isNowhere = document.activeElement === document.body
        if (isNowhere && wasInTools) frame = requestAnimationFrame(lookOnceMore)
        else leaveIfGone()
      })
    }
    const lookOnceMore = () => {
      frame = requestAnimationFrame(leaveIfGone)
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      wasInTools = isInTools(target)
      look()
    }
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('focusout', look)
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('focusout', look)
    }
  }, [root, isInside, onLeave])
}

function isInTools(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-text-tools]') !== null
}
