/** Tells listeners politely what changed without them: one live region, the newest sentence. */
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { VisuallyHidden } from './visually-hidden.tsx'

const AnnouncerContext = createContext<(sentence: string) => void>(() => undefined)

interface AnnouncerProps {
  readonly children: ReactNode
}

export function Announcer({ children }: AnnouncerProps) {
  const [sentence, setSentence] = useState('')
  return (
    <AnnouncerContext value={setSentence}>
      {children}
      {/* Said from a dialog too: React Aria hides from listeners whatever is outside one, but this. */}
      <div aria-live="polite" aria-atomic="true" data-live-announcer="">
        <VisuallyHidden>{sentence}</VisuallyHidden>
      </div>
    </AnnouncerContext>
  )
}

/** Says a sentence to those who listen. Saying the same one again is heard again. */
export function useAnnounce(): (sentence: string) => void {
  const say = useContext(AnnouncerContext)
  return useCallback(
    (sentence) => {
      say('')
      setTimeout(() => say(sentence), SETTLE_MS)
    },
    [say],
  )
}

/** A screen reader hears only what changes after it has seen the region empty. */
const SETTLE_MS = 50
