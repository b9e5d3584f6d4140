/** What was begun and left: that it is a draft, its first words, and the two things to do with it. */
import { Trans } from '@lingui/react/macro'
import { useId, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './draft-slip.module.css'

interface DraftSlipProps {
  /** What it is a draft of. */
  readonly label: string
  /** null: only choices were made. */
  readonly words: string | null
  /** The form that it goes on in, for the focus (use-focus-in-foot.ts). */
  readonly opens?: string | undefined
  readonly onGoOn: () => void
  readonly onThrowAway: () => void
}

const SHOWN_LETTERS = 120

export function DraftSlip({ label, words, opens, onGoOn, onThrowAway }: DraftSlipProps) {
  const aboutId = useId()
  const slip = useRef<HTMLDivElement>(null)
  const throwAway = () => {
    // Its buttons go with it: the focus is on what it stood in.
    const around = slip.current?.closest<HTMLElement>('[data-thread-id], [role="dialog"]')
    ;(around ?? document.getElementById('main'))?.focus({ preventScroll: true })
    onThrowAway()
  }
  return (
    <div ref={slip} className={styles['slip']} data-draft="">
      <p id={aboutId}>
        <b className={styles['label']}>{label}</b>
        {words !== null && (
          <span className={styles['words']} dir="auto">
            {firstOf(words)}
          </span>
        )}
      </p>
      <div className={styles['buttons']}>
        <Button size="small" data-opens={opens} aria-describedby={aboutId} onPress={onGoOn}>
          <Trans>Go on writing</Trans>
        </Button>
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
