/** Words that are shown, with a button that copies them. Where the browser will not, they are selected. */
import { type RefObject, useState } from 'react'
import { selectWords, toClipboard } from './to-clipboard.ts'

interface Copying {
  /** null: not tried yet; refused: they are selected, so that the person can. */
  readonly outcome: 'copied' | 'refused' | null
  readonly copy: () => void
}

/**
 * @param shown where they stand.
 * @param onCopied told each time.
 */
export function useCopying(
  text: string,
  shown: RefObject<HTMLElement | null>,
  onCopied?: () => void,
): Copying {
  const [outcome, setOutcome] = useState<Copying['outcome']>(null)
  const copy = async () => {
    try {
      await toClipboard({ text })
      setOutcome('copied')
      onCopied?.()
    } catch {
      selectWords(shown.current)
      setOutcome('refused')
    }
  }
  return { outcome, copy: () => void copy() }
}
