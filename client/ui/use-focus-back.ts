/** The focus back on the button that opened something, once what it opened is gone. */
import { type RefObject, useEffect, useRef } from 'react'

/** @returns for the button, which may be away meanwhile. */
export function useFocusBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return button
}
