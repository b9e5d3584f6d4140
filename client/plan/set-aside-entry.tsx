/**
 * One copy that was set aside: when, what it says beyond the plan, and what can be done with it.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useRef } from 'react'
import { countWords } from '../../shared/text/count-words.ts'
import type { Difference } from '../open-plan/set-aside-difference.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { useCopying } from '../ui/use-copying.ts'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import { useDifferenceWords } from './use-difference-words.ts'
import styles from './set-aside-notice.module.css'

interface SetAsideEntryProps {
  /** Milliseconds since the epoch, this device's clock. */
  readonly atMs: number
  /** null: this program cannot read the copy. */
  readonly differences: readonly Difference[] | null
  readonly isPutBack: boolean
  readonly onDiscard: () => void
  /** The first thing to do with it. */
  readonly children?: ReactNode
}

export function SetAsideEntry(props: SetAsideEntryProps) {
  const { atMs, differences, isPutBack, onDiscard, children } = props
  const { t } = useLingui()
  const { language } = useLanguage()
  const announce = useAnnounce()
  const text = useDifferenceWords()(differences ?? [])
  const words = useRef<HTMLPreElement>(null)
  const when = momentWords(atMs, useNow(), language)
  const { outcome, copy } = useCopying(text, words, () => announce(t`Copied`))
  const isCopied = outcome === 'copied'

  return (
    <li className={styles['entry']}>
      <p className={styles['facts']}>
        <Trans>From {when}</Trans>
        {' · '}
        <Plural value={countWords(text, language)} one="# word" other="# words" />
      </p>
      {isPutBack && (
        <p>
          <Trans>
            The words are back, at the end of their texts. Dates, owners and titles are as they were
            in the plan.
          </Trans>
        </p>
      )}
      {text === '' ? (
        <p>
          {differences ? (
            <Trans>Everything in it is also in the plan.</Trans>
          ) : (
            <Trans>
              This version of Samplan cannot read it. Keep it, and reload the page when you are
              online.
            </Trans>
          )}
        </p>
      ) : (
        <pre
          ref={words}
          className={styles['text']}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
          tabIndex={0}
          aria-label={t`The text that was set aside`}
        >
          {text}
        </pre>
      )}
      <div className={styles['actions']}>
        {children}
        {text !== '' && (
          <Button size="small" icon={isCopied ? 'check' : 'copy'} onPress={copy}>
            {isCopied ? t`Copied` : t`Copy the text`}
          </Button>
        )}
        <Button size="small" icon="trash" tone="quiet" onPress={onDiscard}>
          <Trans>Throw it away</Trans>
        </Button>
      </div>
      <output>
        {outcome === 'refused' && t`The browser would not copy. The text is selected: copy it.`}
      </output>
    </li>
  )
}
