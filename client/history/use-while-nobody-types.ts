/**
 * Something that may push the page down waits until no text has the focus; once it stands there, it
 * stays for as long as it is wanted.
 */
import { useEffect, useState } from 'react'

export function useWhileNobodyTypes(isWanted: boolean): boolean {
  const [isFree, setFree] = useState(false)
  useEffect(() => {
    if (!isWanted || isFree) return undefined
    const look = () => {
      if (!isTyping()) setFree(true)
    }
    look()
    // The focus is nowhere for a moment while it goes from one text to another.
    const lookSoon = () => setTimeout(look)
    document.addEventListener('focusout', lookSoon)
    return () => document.removeEventListener('focusout', lookSoon)
  }, [isWanted, isFree])
  return isWanted && isFree
}

function isTyping(): boolean {
  return document.activeElement?.matches('[role="textbox"], input, textarea') ?? false
}
