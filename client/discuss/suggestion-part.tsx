/** What a suggestion would change, and what became of it. */
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useMemo } from 'react'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import { anchorOf } from '../../shared/discuss/thread-place.ts'
import { wordDiff } from '../../shared/text/word-diff.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { type DiscussSetting, useDiscussSetting } from './discuss-setting.ts'
import { factOf, isSameFact, useFactWords } from './fact-words.ts'
import { Folded } from './folded.tsx'
import { beginningOf, roundChanges } from './fold-words.ts'
import { usePartNames } from './place-titles.ts'
import type { ShownThread } from './shown-threads.ts'
import styles from './suggestion.module.css'
import { WordChange } from './word-change.tsx'

interface SuggestionPartProps {
  readonly thread: ShownThread
  /** Is its note open? */
  readonly isOpen: boolean
}

/** Of a long change its beginning, until one asks for the rest. */
export function SuggestionPart({ thread, isOpen }: SuggestionPartProps) {
  const setting = useDiscussSetting()
  const { suggestion } = thread
  if (!suggestion) return null
  const isSettled = suggestion.state !== 'open' || thread.state !== 'open'
  return (
    <div className={styles['suggestion']}>
      <Change thread={thread} change={suggestion.change} isOpen={isOpen} />
      {isSettled ? (
        <Outcome thread={thread} />
      ) : (
        isStale(thread, setting) && <StaleNote thread={thread} />
      )}
    </div>
  )
}

/** Does what it would change read otherwise by now? The school says so too when it is accepted. */
export function isStale(
  { place, suggestion, waiting }: ShownThread,
  { actionOf, wordsAt, anchoredWords }: DiscussSetting,
): boolean {
  if (!suggestion || waiting) return false
  const { change } = suggestion
  if (change.kind === 'new-action') return false
  if (change.kind === 'fact') {
    const action = place.kind === 'action' ? actionOf(place.actionId) : null
    return action === null || !isSameFact(factOf(action, change.fact), change.from)
  }
  const anchor = anchorOf(place)
  return anchor === null ? wordsAt(place) !== '' : anchoredWords(place) !== anchor.quote
}

interface ChangeProps extends SuggestionPartProps {
  readonly change: SuggestedChange
}

function Change({ thread, change, isOpen }: ChangeProps) {
  const { language } = useLanguage()
  const factWords = useFactWords()
  const partNames = usePartNames()
  switch (change.kind) {
    case 'words':
      return (
        <ChangeOfWords
          before={anchorOf(thread.place)?.quote ?? ''}
          after={change.words}
          isOpen={isOpen}
        />
      )
    case 'fact': {
      const { from, to } = factWords(change)
      return (
        <p className={styles['fact']}>
          <span className={styles['factName']}>{partNames[change.fact]}</span> <del>{from}</del>{' '}
          <ins>{to}</ins>
        </p>
      )
    }
    case 'new-action':
      return (
        <div className={styles['fact']}>
          <span className={styles['factName']}>
            <Trans>New action</Trans>
          </span>{' '}
          <ins>{change.title}</ins>
          {change.description !== '' && <Description words={change.description} isOpen={isOpen} />}
          {change.due && (
            <p>
              {partNames.due}: {shortDate(change.due, language)}
            </p>
          )}
        </div>
      )
  }
}

interface ChangeOfWordsProps extends Pick<SuggestionPartProps, 'isOpen'> {
  readonly before: string
  readonly after: string
}

function ChangeOfWords({ before, after, isOpen }: ChangeOfWordsProps) {
  const runs = useMemo(() => wordDiff(before, after), [before, after])
  const beginning = useMemo(() => {
    const round = roundChanges(runs)
    return beginningOf(round) ?? (round === runs ? null : round)
  }, [runs])
  return (
    <Folded whole={runs} beginning={beginning} isOpen={isOpen}>
      {(shown) => <WordChange runs={shown} />}
    </Folded>
  )
}

interface DescriptionProps extends Pick<SuggestionPartProps, 'isOpen'> {
  readonly words: string
}

function Description({ words, isOpen }: DescriptionProps) {
  const whole = [{ text: words }]
  return (
    <Folded whole={whole} beginning={beginningOf(whole)} isOpen={isOpen}>
      {(shown) => <p className={styles['diff']}>{shown.map(({ text }) => text)}</p>}
    </Folded>
  )
}

function StaleNote({ thread }: Pick<SuggestionPartProps, 'thread'>) {
  const { goToPlace } = useDiscussSetting()
  return (
    <div className={styles['stale']}>
      <p>
        <Icon name="warning" />
        <Trans>Look at it once more: what it would change reads otherwise by now.</Trans>
      </p>
      <Button size="small" tone="quiet" onPress={() => goToPlace(thread.place)}>
        <Trans>Go to the place</Trans>
      </Button>
    </div>
  )
}

/** Credited to both: who suggested, and who took it. */
function Outcome({ thread: { by, suggestion } }: Pick<SuggestionPartProps, 'thread'>) {
  if (!suggestion?.settledBy) return null
  const { state, reason } = suggestion
  const [suggester, settler] = [by.name, suggestion.settledBy.name]
  const lines: Readonly<Record<typeof state, ReactNode>> = {
    open: null,
    accepted: (
      <Trans>
        Suggested by {suggester}, accepted by {settler}
      </Trans>
    ),
    refused: (
      <Trans>
        Suggested by {suggester}, declined by {settler}
      </Trans>
    ),
    'taken-back': (
      <Trans>
        Suggested by {suggester}, accepted and taken back by {settler}
      </Trans>
    ),
  }
  return (
    <div className={styles['outcome']}>
      <p>{lines[state]}</p>
      {reason !== null && (
        <p className={styles['reason']} dir="auto">
          {reason}
        </p>
      )}
    </div>
  )
}
