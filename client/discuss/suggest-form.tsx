/** What is suggested, by the kind of place: other words, another fact of an action, a new action. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { MAX_WORDS_LENGTH } from '../../shared/api/threads.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import {
  ACTION_FACTS,
  type ActionFact,
  anchorOf,
  isActionText,
  type ThreadPlace,
} from '../../shared/discuss/thread-place.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { DateButton } from '../ui/date-button.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './composer.module.css'
import { type Draft, useDiscussSetting } from './discuss-setting.ts'
import { usePartNames } from './place-titles.ts'
import { SuggestFact } from './suggest-fact.tsx'
import { draftKey, useUnfinishedWords } from './unfinished.ts'
import { WordChange } from './word-change.tsx'

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

interface SuggestFormProps {
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
      return <SuggestFacts {...suggestible} place={draft.place} onChange={onChange} />
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
  const [words, setWords] = useUnfinishedWords(unfinished, `${draftKey(draft)}/rewrite`, before)
  const isOther = words !== before
  useEffect(() => {
    onChange(isOther ? { change: { kind: 'words', words }, place: null } : null)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it tells of what was typed, not of who listens
  }, [words, isOther])
  return (
    <div className={styles['form']}>
      <textarea
        className={styles['rewrite']}
        aria-label={t`The words as you would write them`}
        rows={3}
        dir="auto"
        maxLength={MAX_WORDS_LENGTH}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {isOther ? (
        <WordChange before={before} after={words} />
      ) : (
        <p className={styles['hint']}>
          <Trans>Change the words. Emptied, they are suggested to be taken out.</Trans>
        </p>
      )}
    </div>
  )
}

interface SuggestFactsProps extends Pick<SuggestFormProps, 'onChange'> {
  readonly actionId: string
  readonly fact: ActionFact | null
  readonly place: ThreadPlace
}

function SuggestFacts({ actionId, fact: given, place, onChange }: SuggestFactsProps) {
  const { t } = useLingui()
  const { actionOf } = useDiscussSetting()
  const partNames = usePartNames()
  const [fact, setFact] = useState<ActionFact | null>(given)
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
            setFact(chosen)
            onChange(null)
          }}
        />
      )}
      {fact !== null && (
        <SuggestFact
          key={fact}
          action={action}
          fact={fact}
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

interface SuggestActionProps extends Pick<SuggestFormProps, 'draft' | 'onChange'> {
  readonly commitment: Commitment
}

const LONGEST_TITLE = 200

function SuggestAction({ draft, commitment, onChange }: SuggestActionProps) {
  const { t } = useLingui()
  const partNames = usePartNames()
  const { unfinished } = useDiscussSetting().threads
  const key = draftKey(draft)
  const [title, setTitle] = useUnfinishedWords(unfinished, `${key}/title`, '')
  const [description, setDescription] = useUnfinishedWords(unfinished, `${key}/description`, '')
  const [due, setDue] = useState<CalendarDate | null>(null)
  useEffect(() => {
    const change = {
      kind: 'new-action',
      commitment,
      title: title.trim(),
      description,
      due,
    } as const
    onChange(change.title === '' ? null : { change, place: null })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it tells of what was typed, not of who listens
  }, [commitment, title, description, due])
  return (
    <div className={styles['form']}>
      <Labelled label={t`What should be done?`}>
        {(id) => (
          <input
            id={id}
            className={styles['line']}
            maxLength={LONGEST_TITLE}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        )}
      </Labelled>
      <Labelled label={partNames.description}>
        {(id) => (
          <textarea
            id={id}
            className={styles['rewrite']}
            rows={2}
            maxLength={MAX_WORDS_LENGTH}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
        )}
      </Labelled>
      <div>
        <VisuallyHidden>{partNames.due}</VisuallyHidden>
        <DateButton label={partNames.due} date={due} onChange={setDue} />
      </div>
    </div>
  )
}

interface LabelledProps {
  readonly label: string
  readonly children: (id: string) => ReactNode
}

function Labelled({ label, children }: LabelledProps) {
  const id = useId()
  return (
    <div>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
