/** What was begun and left: that it is a draft, its first words, and the two things to do with it. */
import { Trans } from '@lingui/react/macro'
import { useId, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { CopyButton } from './copy-button.tsx'
import styles from './draft-slip.module.css'
import { focusBeside } from './focus-beside.ts'

interface DraftSlipProps {
  /** What it is a draft of. */
  readonly label: string
  /** null: only choices were made. */
  readonly words: string | null
  /** The form that it goes on in, for the focus (use-focus-in-part.ts). */
  readonly opens?: string | undefined
  /** null: what it was for is gone. Then all its words are shown, to be copied. */
  readonly onGoOn: (() => void) | null
  readonly onThrowAway: () => void
}

const SHOWN_LETTERS = 120

export function DraftSlip({ label, words, opens, onGoOn, onThrowAway }: DraftSlipProps) {
  const aboutId = useId()
  const slip = useRef<HTMLDivElement>(null)
  const shown = useRef<HTMLSpanElement>(null)
  const throwAway = () => {
    // Its buttons go with it.
    focusBeside(slip.current)
    onThrowAway()
  }
  return (
    <div ref={slip} className={styles['slip']} data-draft="">
      <p id={onGoOn ? aboutId : undefined}>
        {/* All its words would be heard at each button. */}
        <b className={styles['label']} id={onGoOn ? undefined : aboutId}>
          {label}
        </b>
        {words !== null && (
          <span ref={shown} className={styles['words']} dir="auto" data-whole={onGoOn === null}>
            {onGoOn ? firstOf(words) : words}
          </span>
        )}
      </p>
      <div className={styles['buttons']}>
        {onGoOn && (
          <Button size="small" data-opens={opens} aria-describedby={aboutId} onPress={onGoOn}>
            <Trans>Go on writing</Trans>
          </Button>
        )}
        {!onGoOn && words !== null && (
          <CopyButton text={words} shown={shown} aria-describedby={aboutId} />
        )}
        <Button size="small" tone="quiet" aria-describedby={aboutId} onPress={throwAway}>
          <Trans>Throw away</Trans>
        </Button>
      </div>
    </div>
  )
}

function firstOf(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ')
  return line.length > SHOWN_LETTERS ? `${line.slice(0, SHOWN_LETTERS)} …` : line
}
