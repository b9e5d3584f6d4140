/**
 * Is somebody pressing on a text just now, or did a moment ago? A browser makes no click of a press
 * on words that were taken off the page before it ended: a colleague's caret, which makes an editor
 * of them, waits for it.
 */
import { useEffect, useState } from 'react'

/** After the press has ended; a finger's comes late. */
const CLICK_COMES_WITHIN_MS = 500

export interface Press {
  readonly isPressed: boolean
  readonly onPress: () => void
}

export function usePress(): Press {
  const [isPressed, setPressed] = useState(false)
  useEffect(() => {
    if (!isPressed) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const endSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setPressed(false), CLICK_COMES_WITHIN_MS)
    }
    addEventListener('pointerup', endSoon)
    addEventListener('pointercancel', endSoon)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointerup', endSoon)
      removeEventListener('pointercancel', endSoon)
    }
  }, [isPressed])
  return { isPressed, onPress: () => setPressed(true) }
}
