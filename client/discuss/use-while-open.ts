/** What one chose to see of a note, for as long as the note is open. */
import { useState } from 'react'

/**
 * @param usual what it is when nothing was chosen, and again when the note is closed.
 * @param atOpening what it becomes when the note is opened; absent: it stays.
 */
export function useWhileOpen<Choice>(
  isOpen: boolean,
  usual: Choice,
  atOpening: (before: Choice) => Choice = (before) => before,
): readonly [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState(usual)
  const [wasOpen, setWasOpen] = useState(false)
  if (wasOpen !== isOpen) {
    setWasOpen(isOpen)
    setChoice(isOpen ? atOpening(choice) : usual)
  }
  return [choice, setChoice]
}
