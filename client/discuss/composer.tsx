/**
 * Where a thread begins: something said about a place, or a change suggested there. What is
 * written stands beside the place it is about; the focus goes back where it came from, and what
 * is left is kept as a draft.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type Draft, useDiscussSetting } from './discuss-setting.ts'
import { useMentionable } from './discussers.ts'
import { focusComposer } from './focus-note.ts'
import { bodyToSend } from './mentions.ts'
import note from './note.module.css'
import styles from './composer.module.css'
import { usePlaceTitle } from './place-titles.ts'
import { SuggestForm, type Suggested, useSuggestible } from './suggest-form.tsx'
import { useUnfinishedWords } from './unfinished.ts'
import { WordsBox } from './words-box.tsx'

export interface ComposerProps {
  readonly draft: Draft
  readonly onSent: (threadId: string) => void
  /** What is written waits for when one goes on. */
  readonly onLeave: () => void
  readonly onGiveUp: () => void
}

export function Composer({ draft, onSent, onLeave, onGiveUp }: ComposerProps) {
  const { t } = useLingui()
  const { places, threads } = useDiscussSetting()
  const people = useMentionable()
  const modeId = useId()
  const suggestible = useSuggestible(draft)
  const { unfinished } = threads
  const { key } = draft
  const [wanted, setMode] = useUnfinishedWords(unfinished, `${key}/mode`, draft.mode)
  const mode = suggestible !== null && wanted === 'suggest' ? 'suggest' : 'comment'
  const [words, setWords] = useUnfinishedWords(unfinished, `${key}/words`, '')
  const [suggested, setSuggested] = useState<Suggested | null>(null)
  const composer = useRef<HTMLElement>(null)
  useEffect(() => (composer.current ? focusComposer(composer.current) : undefined), [])
  const title = usePlaceTitle(places)(draft.place)

  const body = words.trim() === '' ? null : bodyToSend(words.trim(), people)
  const suggestion: SuggestedChange | null = mode === 'suggest' ? (suggested?.change ?? null) : null
  const isReady = mode === 'suggest' ? suggestion !== null : body !== null
  const send = () => {
    if (!isReady) return
    const place = (mode === 'suggest' && suggested?.place) || draft.place
    unfinished.drop(key)
    onSent(threads.start({ place, body, suggestion }))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape in any of its parts
    <article
      ref={composer}
      className={note['note']}
      aria-label={mode === 'suggest' ? t`A new suggestion: ${title}` : t`A new comment: ${title}`}
      data-kind={mode === 'suggest' ? 'suggestion' : 'comment'}
      data-chosen="true"
      data-composer=""
      data-text-tools=""
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onLeave()
      }}
    >
      <p className={styles['where']}>{title}</p>
      {draft.quote !== null && mode === 'comment' && (
        <p className={styles['quote']} dir="auto">
          {draft.quote}
        </p>
      )}
      {suggestible !== null && (
        <div className={styles['mode']}>
          <VisuallyHidden id={modeId}>
            <Trans>What do you want to do?</Trans>
          </VisuallyHidden>
          <Segments
            labelledBy={modeId}
            value={mode}
            onChange={setMode}
            segments={[
              { value: 'comment', label: t`Comment` },
              { value: 'suggest', label: t`Suggest` },
            ]}
          />
        </div>
      )}
      {suggestible !== null && (
        // It stays as it is while one looks at the comment: what is sent is what stands there.
        <div hidden={mode !== 'suggest'}>
          <SuggestForm draft={draft} suggestible={suggestible} onChange={setSuggested} />
        </div>
      )}
      <WordsBox
        key={mode}
        label={mode === 'suggest' ? t`Why, if you want to say it` : t`Your comment`}
        placeholder={
          mode === 'suggest'
            ? t`Why, if you want to say it`
            : t`What do you think? @ brings in a colleague.`
        }
        value={words}
        onChange={setWords}
        onSend={send}
        onLeave={onLeave}
        rows={mode === 'suggest' ? 1 : 3}
      />
      <div className={styles['buttons']}>
        <Button size="small" tone="main" isDisabled={!isReady} onPress={send}>
          {mode === 'suggest' ? <Trans>Suggest</Trans> : <Trans>Send</Trans>}
        </Button>
        <Button size="small" onPress={onGiveUp}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </article>
  )
}
