/** What is suggested, by the kind of place: other words, another fact of an action, a new action. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { MAX_WORDS_LENGTH } from '../../shared/api/threads.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import {
  ACTION_FACTS,
  type ActionFact,
  anchorOf,
  isActionText,
  type ThreadPlace,
} from '../../shared/discuss/thread-place.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import { wordDiff } from '../../shared/text/word-diff.ts'
import { ChoiceBox } from '../ui/choice-box.tsx'
import styles from './composer.module.css'
import { type Draft, useDiscussSetting } from './discuss-setting.ts'
import { roundChanges } from './fold-words.ts'
import { usePartNames } from './place-titles.ts'
import { SuggestAction } from './suggest-action.tsx'
import { SuggestFact } from './suggest-fact.tsx'
import { useUnfinishedWords } from './unfinished.ts'
import { WordChange } from './word-change.tsx'
import box from './words-box.module.css'

/** What can be suggested at a place. */
export type Suggestible =
  | { readonly kind: 'words'; readonly before: string }
  | { readonly kind: 'facts'; readonly actionId: string; readonly fact: ActionFact | null }
  | { readonly kind: 'action'; readonly commitment: Commitment }

export interface Suggested {
  readonly change: SuggestedChange
  /** Where, when it is more exactly known than where one began. */
  readonly place: ThreadPlace | null
}

/** null: nothing can be suggested there, or one may not. */
export function useSuggestible({ place, quote }: Draft): Suggestible | null {
  const { entry, places, actionOf, wordsAt } = useDiscussSetting()
  if (!entry.me.maySuggest) return null
  switch (place.kind) {
    case 'plan':
      return null
    case 'section': {
      const commitment = places.find(({ id }) => id === place.sectionId)?.commitment
      return commitment ? { kind: 'action', commitment } : null
    }
    case 'field':
      return wordsOf(place, quote, wordsAt)
    case 'action': {
      if (isActionText(place.part)) return wordsOf(place, quote, wordsAt)
      const { actionId, part } = place
      return actionOf(actionId) ? { kind: 'facts', actionId, fact: part } : null
    }
  }
}

/** Chosen words, or the words of a text that has none yet. */
function wordsOf(
  place: ThreadPlace,
  quote: string | null,
  wordsAt: (place: ThreadPlace) => string | null,
): Suggestible | null {
  if (quote !== null) return { kind: 'words', before: quote }
  return anchorOf(place) === null && wordsAt(place) === '' ? { kind: 'words', before: '' } : null
}

export interface SuggestFormProps {
  readonly draft: Draft
  readonly suggestible: Suggestible
  /** null: it is no change yet. */
  readonly onChange: (suggested: Suggested | null) => void
}

export function SuggestForm({ draft, suggestible, onChange }: SuggestFormProps) {
  switch (suggestible.kind) {
    case 'words':
      return <SuggestWords draft={draft} before={suggestible.before} onChange={onChange} />
    case 'facts':
      return <SuggestFacts {...suggestible} draft={draft} onChange={onChange} />
    case 'action':
      return <SuggestAction draft={draft} commitment={suggestible.commitment} onChange={onChange} />
  }
}

interface SuggestWordsProps extends Pick<SuggestFormProps, 'draft' | 'onChange'> {
  readonly before: string
}

function SuggestWords({ draft, before, onChange }: SuggestWordsProps) {
  const { t } = useLingui()
  const { unfinished } = useDiscussSetting().threads
  const [words, setWords] = useUnfinishedWords(unfinished, `${draft.key}/rewrite`, before)
  const isOther = words !== before
  useEffect(() => {
    onChange(isOther ? { change: { kind: 'words', words }, place: null } : null)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it tells of what was typed, not of who listens
  }, [words, isOther])
  return (
    <div className={styles['form']}>
      <textarea
        className={box['words']}
        data-voice="school"
        aria-label={t`The words as you would write them`}
        rows={3}
        dir="auto"
        maxLength={MAX_WORDS_LENGTH}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {isOther ? (
        <WordChange runs={roundChanges(wordDiff(before, words))} />
      ) : (
        <p className={styles['hint']}>
          <Trans>Change the words. Emptied, they are suggested to be taken out.</Trans>
        </p>
      )}
    </div>
  )
}

interface SuggestFactsProps extends Pick<SuggestFormProps, 'draft' | 'onChange'> {
  readonly actionId: string
  readonly fact: ActionFact | null
}

function SuggestFacts({ draft, actionId, fact: given, onChange }: SuggestFactsProps) {
  const { t } = useLingui()
  const { actionOf, threads } = useDiscussSetting()
  const partNames = usePartNames()
  const { key, place } = draft
  const [which, setWhich] = useUnfinishedWords(threads.unfinished, `${key}/which`, given ?? '')
  const fact = ACTION_FACTS.find((one) => one === which) ?? null
  const action = actionOf(actionId)
  if (!action) return null
  return (
    <div className={styles['form']}>
      {given === null && (
        <ChoiceBox
          label={t`What would you change?`}
          value={fact}
          choices={ACTION_FACTS.map((value) => ({ value, label: partNames[value] }))}
          onChange={(chosen) => {
            setWhich(chosen)
            onChange(null)
          }}
        />
      )}
      {fact !== null && (
        <SuggestFact
          key={fact}
          action={action}
          fact={fact}
          keptBy={`${key}/${fact}`}
          onChange={(change) =>
            onChange(
              change && {
                change,
                place: place.kind === 'action' ? { ...place, part: fact, anchor: null } : null,
              },
            )
          }
        />
      )}
    </div>
  )
}
