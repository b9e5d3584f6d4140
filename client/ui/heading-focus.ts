/**
 * The heading of a page that came in the place of another takes the focus, which went with what
 * had it. A page that the browser has just loaded leaves it at the top, before the skip link.
 */
import { type RefObject, useEffect, useRef } from 'react'

let wasFocused = false

/** Called once, before anything is drawn. */
export function watchFocus(): void {
  document.addEventListener('focusin', () => (wasFocused = true), { once: true })
}

/** Has anything had the focus since the browser loaded the program? */
export function hasHadFocus(): boolean {
  return wasFocused
}

/**
 * @param isWanted looked at when the heading comes; it takes nothing away from what has the focus.
 * @returns for the heading, which needs `tabIndex={-1}`.
 */
export function useHeadingFocus(isWanted: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const isWantedFirst = useRef(isWanted)
  useEffect(() => {
    if (!isWantedFirst.current || document.activeElement !== document.body) return
    heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
